import type { Warning } from '@inference-report/source'
import { type WrittenQuery, writeQuery } from './build-query.ts'
import type { FlowOptions } from './flow-options.ts'
import type { Paper } from './paper.ts'
import type { Query } from './query.ts'
import type { SortBy, SortOrder } from './query-url.ts'
import { searchPages } from './search-pages.ts'

/** How far a search has come. */
export interface SearchProgress {
  /** Papers found so far, each counted once. */
  papers: number
  /** How many match, by arXiv's last count. */
  total: number
  /** Pages read so far. */
  pages: number
}

export interface SearchOptions extends FlowOptions {
  /** By default `'submittedDate'`, the one order that stays while one pages through it. */
  sortBy?: SortBy | undefined
  /** By default `'descending'`. */
  sortOrder?: SortOrder | undefined
  /** Papers of one request, 1 to 2000, by default 100. */
  pageSize?: number | undefined
  /** At most so many papers. */
  limit?: number | undefined
  /** Called after each page, when its papers have been taken. */
  onProgress?: ((progress: SearchProgress) => void) | undefined
  onWarning?: ((warning: Warning) => void) | undefined
}

/**
 * Finds papers, page by page as they are taken; each paper once. More than the 10 000 arXiv gives of one
 * search are found by windows of the date of submission. Where those were to be sorted otherwise, the
 * first 10 000 are, and the others follow by date.
 *
 * `onWarning` is told `total-drift`, `short-page`, `no-results` and `order-changed`, and what
 * `parseQueryFeed` warns of.
 *
 * @throws TypeError for a bad query or option; SourceError as `parseQueryFeed`, `empty` where pages
 * stay empty, `rate-limited` where arXiv asks for more patience than there is; the signal's reason.
 * @see https://info.arxiv.org/help/api/user-manual.html
 */
export async function* searchPapers(
  query: Query | string,
  options: SearchOptions,
): AsyncGenerator<Paper, void, undefined> {
  const { limit = Infinity, pageSize = 100, onProgress, onWarning = () => {} } = options
  if (!(limit >= 1)) throw new TypeError(`"limit" is a number from 1, not ${limit}.`)
  if (!(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 2000)) {
    throw new TypeError(`"pageSize" is a whole number from 1 to 2000, not ${pageSize}.`)
  }
  if (typeof query === 'string' && query.trim() === '') throw new TypeError('A query is not empty.')
  const written: WrittenQuery =
    typeof query === 'string' ? { text: query, isRaw: false, isLoose: true } : writeQuery(query)
  const request = {
    written,
    sortBy: options.sortBy ?? 'submittedDate',
    sortOrder: options.sortOrder ?? 'descending',
    maxResults: Math.min(pageSize, Math.ceil(limit)),
  }
  const seen = new Set<string>()
  let pages = 0
  for await (const { papers, total } of searchPages(request, options, onWarning)) {
    pages++
    for (const paper of papers) {
      if (seen.has(paper.id) || seen.size >= limit) continue
      seen.add(paper.id)
      yield paper
    }
    onProgress?.({ papers: seen.size, total: Math.max(total, seen.size), pages })
    if (seen.size >= limit) return
  }
}
