import type { Corpus } from '../check.ts'
import { feedRs } from './feed-rs.ts'
import { feedparser, feedparserRemoved, feedparserSanitize } from './feedparser.ts'
import { feedsmith } from './feedsmith.ts'
import { feedvalidator } from './feedvalidator.ts'
import { gofeed } from './gofeed.ts'
import { miniflux } from './miniflux.ts'
import { oracle } from './oracle.ts'
import { rowanmanning } from './rowanmanning.ts'
import { authors, dates, malformed } from './vectors.ts'

const apart = ['rome', 'node-feedparser']

/** Every corpus, in the order of the table. ROME and node-feedparser come without expected values: the oracle has them. */
export const corpora: Readonly<Record<string, () => Corpus>> = {
  feedparser,
  'feedparser-sanitize': feedparserSanitize,
  'feedparser-removed': feedparserRemoved,
  'gofeed-translator': () => gofeed('gofeed-translator'),
  'gofeed-parser': () => gofeed('gofeed-parser'),
  'feed-rs': feedRs,
  miniflux,
  feedsmith,
  rowanmanning,
  rome: () => oracle('rome', (file) => file.startsWith('rome/')),
  'node-feedparser': () => oracle('node-feedparser', (file) => file.startsWith('node-feedparser/')),
  oracle: () => oracle('oracle', (file) => !apart.some((name) => file.startsWith(`${name}/`))),
  dates,
  authors,
  malformed,
  feedvalidator,
}
