import { SourceError, type Warning } from '@inference-report/source'
import { type WrittenQuery, withinWindow } from './build-query.ts'
import type { FlowOptions } from './flow-options.ts'
import type { Paper } from './paper.ts'
import type { SubmittedWindow } from './query.ts'
import type { SortBy, SortOrder } from './query-url.ts'
import { askPage } from './search-page.ts'

export interface SearchRequest {
  written: WrittenQuery
  sortBy: SortBy
  sortOrder: SortOrder
  maxResults: number
}

/** A part of a search of which arXiv gives all. */
interface Slice extends SearchRequest {
  window?: SubmittedWindow | undefined
}

// arXiv answers no page that ends beyond it, see `MAX_RESULTS` of https://github.com/arXiv/arxiv-search.
const mostResults = 10_000
const everything = { from: '1991-01-01T00:00:00Z', to: '2999-12-31T00:00:00Z' }

/**
 * All pages of a search with the number of its papers, by windows of dates where there are more than arXiv
 * gives of one search. Windows overlap by a minute, so papers may come twice.
 */
export async function* searchPages(
  whole: SearchRequest,
  options: FlowOptions,
  warn: (warning: Warning) => void,
): AsyncGenerator<{ papers: Paper[]; total: number }, void, undefined> {
  const { maxResults } = whole
  const drift = watchTotal(warn)
  let first: number | undefined
  for (let slice: Slice | undefined = whole; slice !== undefined; ) {
    let last: Paper | undefined
    let total = Infinity
    for (let start = 0; start < total && start + maxResults <= mostResults; ) {
      const { feed, entries, isShort } = await askPage({ ...slice, start }, options)
      drift(slice, feed.totalResults ?? 0)
      total = feed.totalResults ?? 0
      first ??= total
      last = feed.papers.at(-1) ?? last
      for (const warning of feed.warnings) warn(warning)
      if (isShort) warn(shortPage(start, entries))
      if (first === 0) warn(nothing)
      yield { papers: feed.papers, total: first }
      // A server with smaller pages than were asked for goes on where it ended.
      start += entries > 0 ? Math.min(entries, maxResults) : maxResults
    }
    const isCut: boolean = total > Math.floor(mostResults / maxResults) * maxResults
    if (isCut && slice.sortBy !== 'submittedDate') warn(reordered)
    slice = isCut ? nextSlice(whole, slice, last) : undefined
  }
}

/** What comes after the last paper that was reached; the minute of that paper once more. */
function nextSlice(
  whole: SearchRequest,
  { sortBy, sortOrder, window }: Slice,
  last: Paper | undefined,
): Slice {
  if (sortBy !== 'submittedDate') {
    return { ...whole, sortBy: 'submittedDate', sortOrder: 'descending' }
  }
  const at = last?.submittedAt
  const { from, to } = window ?? everything
  const next = sortOrder === 'descending' ? { from, to: at ?? to } : { from: at ?? from, to }
  if (next.from === from && next.to === to) {
    throw new SourceError('drift', {
      source: 'arxiv',
      expected: `a search sorted by date, with fewer than ${mostResults} papers at one time`,
      received: at ?? 'papers without date',
    })
  }
  return { ...whole, sortBy, sortOrder, written: withinWindow(whole.written, next), window: next }
}

/** Tells once that arXiv's count of one slice changed. */
function watchTotal(warn: (warning: Warning) => void): (slice: Slice, total: number) => void {
  let known: { slice: Slice; total: number } | undefined
  let hasTold = false
  return (slice, total) => {
    if (known?.slice === slice && known.total !== total && !hasTold) {
      hasTold = true
      const message = `arXiv counted ${known.total} results, then ${total}: papers may be missing.`
      warn({ code: 'total-drift', message })
    }
    known = { slice, total }
  }
}

const nothing: Warning = { code: 'no-results', message: 'arXiv finds nothing, asked twice.' }
const reordered: Warning = {
  code: 'order-changed',
  message: `There are more than ${mostResults} papers: those after them come by date of submission.`,
}

function shortPage(start: number, entries: number): Warning {
  const message = `The page from ${start} has ${entries} entries, and less than are due.`
  return { code: 'short-page', message }
}
