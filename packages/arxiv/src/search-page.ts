import { SourceError } from '@inference-report/source'
import { ask } from './ask.ts'
import type { WrittenQuery } from './build-query.ts'
import type { FlowOptions } from './flow-options.ts'
import { parseQueryFeed, type QueryFeed } from './query-feed.ts'
import { type QueryRequest, writeQueryUrl } from './query-url.ts'

/** One page of a search. */
export interface SearchPage {
  feed: QueryFeed
  /** How many entries it has, also unreadable ones. */
  entries: number
  /** It was asked for again, and still has fewer entries than arXiv's own count says. */
  isShort: boolean
}

export type PageRequest = Omit<QueryRequest, 'query' | 'ids'> & {
  written: WrittenQuery
  start: number
  maxResults: number
}

/**
 * Asks for a page. arXiv at times answers with none of the entries of a page, or with a total of 0, and
 * means nothing by it (https://github.com/lukasschwab/arxiv.py/issues/129): such a page is asked for again.
 *
 * @throws SourceError as `ask` and `parseQueryFeed`; `empty` where entries that were counted do not come.
 */
export async function askPage(request: PageRequest, options: FlowOptions): Promise<SearchPage> {
  const { start, maxResults } = request
  let hasDoubt = true
  return ask(
    writeQueryUrl(request),
    (xml, isLast) => {
      const feed = parseQueryFeed(xml)
      const total = feed.totalResults ?? 0
      const entries = countEntries(feed)
      const due = Math.min(total - start, maxResults, feed.itemsPerPage ?? maxResults)
      const isShort = entries < due
      const isNothing = entries === 0 && total <= start
      // Before, there were results.
      const isImpossible = total === 0 && start > 0
      const isDoubted = (isShort || isNothing) && hasDoubt && !isLast
      if (isImpossible || isDoubted) {
        hasDoubt = false
        throw new SourceError('empty', {
          source: 'arxiv',
          expected: `${isShort ? due : 'some'} entries from ${start}`,
          received: `${entries} of ${total} results`,
          retryable: true,
        })
      }
      return { feed, entries, isShort }
    },
    options,
  )
}

function countEntries({ papers, warnings }: QueryFeed): number {
  const left = warnings.filter(({ code }) => code === 'item-skipped' || code === 'id-not-found')
  return papers.length + left.length
}
