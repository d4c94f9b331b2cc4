import type { Entry } from '../measure/candidate.ts'
import { candidates as daily } from './candidates/daily.ts'
import { candidates as listing } from './candidates/listing.ts'
import { candidates as oai } from './candidates/oai.ts'
import { candidates as queryApi } from './candidates/query-api.ts'
import { dailyFeed } from './inputs/daily-feed.ts'
import { listingPage } from './inputs/listing-page.ts'
import { oaiRecords } from './inputs/oai-records.ts'
import { queryFeed } from './inputs/query-feed.ts'

/** One surface of arXiv: who reads it, and what is read. */
export interface Surface {
  name: string
  /** What `bare` is. */
  bare: string
  /** The module of its candidates, which each process loads. */
  suite: URL
  candidates: readonly Entry[]
  generate: (entries: number) => string
  /** Captures, where they are. */
  captures: readonly string[]
}

const here = (name: string): URL => new URL(`./candidates/${name}.ts`, import.meta.url)

export const surfaces: readonly Surface[] = [
  {
    name: 'query API',
    bare: 'fast-xml-parser',
    suite: here('query-api'),
    candidates: queryApi,
    generate: queryFeed,
    captures: ['api-atom/arxivpy-2026-q_testing_s0_m100_cfe7536492ca.xml'],
  },
  {
    name: 'daily feed',
    bare: 'fast-xml-parser',
    suite: here('daily'),
    candidates: daily,
    generate: dailyFeed,
    captures: [
      'feeds/zotero-arxiv-daily-atom-csAI-2025-08-20.xml',
      'rendered/feeds/rss-cs.SE-2026-04-10.xml',
    ],
  },
  {
    name: 'OAI-PMH',
    bare: 'fast-xml-parser',
    suite: here('oai'),
    candidates: oai,
    generate: oaiRecords,
    captures: [
      'oai/hepcrawl-unit__responses__arxiv__sample_arxiv_record.xml',
      'rendered/oai/ListRecords-arXiv-cs_cs_SE-p1.xml',
    ],
  },
  {
    name: 'listing',
    bare: 'cheerio/slim',
    suite: here('listing'),
    candidates: listing,
    generate: listingPage,
    captures: [
      'rendered/list-html/list-cs.SE-new.html',
      'rendered/list-html/list-cs.SE-recent.html',
    ],
  },
]

/** How many entries the generated documents have. */
export const sizes = [100, 2000] as const
