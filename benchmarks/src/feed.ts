import { parseFeed } from '@inference-report/feed'
import { XMLParser } from 'fast-xml-parser'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import RssParser from 'rss-parser'
import type { Candidate } from './measure.ts'
import { newsFeed } from './news-feed.ts'

/** One input, and everyone who reads it. */
export interface Contest {
  title: string
  bytes: number
  candidates: Candidate[]
}

/** Feeds of three shapes, each from bytes to items. Peers that take text are given the decoding. */
export function feedContests(): Contest[] {
  return [
    contest('20 short items', newsFeed({ items: 20, paragraphs: 0 })),
    contest('200 articles in CDATA', newsFeed({ items: 200, paragraphs: 12 })),
    contest('200 articles, escaped', newsFeed({ items: 200, paragraphs: 12, escaped: true })),
  ]
}

function contest(title: string, xml: string): Contest {
  const bytes = new TextEncoder().encode(xml)
  const decode = () => new TextDecoder().decode(bytes)
  const rss = new RssParser()
  const bare = new XMLParser({ ignoreAttributes: false, parseTagValue: false })
  return {
    title,
    bytes: bytes.length,
    candidates: [
      { name: 'ours, sanitized', run: () => parseFeed(bytes) },
      { name: 'ours, not sanitized', run: () => parseFeed(bytes, { sanitize: false }) },
      { name: 'feedsmith', run: () => parseWithFeedsmith(decode()) },
      { name: 'rss-parser', run: () => rss.parseString(decode()) },
      { name: 'fast-xml-parser, bare', run: () => bare.parse(decode()) },
    ],
  }
}
