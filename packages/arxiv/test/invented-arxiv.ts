import {
  dailyFeed,
  type InventedPaper,
  listingPage,
  oaiError,
  oaiPage,
  queryFeed,
  submittedAt,
} from './arxiv-documents.ts'
import type { Answer } from './fault-server.ts'

export interface InventedArxiv {
  papers: InventedPaper[]
  /** By day, what was announced. */
  mailings: Record<string, InventedPaper[]>
  /** The day the daily feed is at, and the day of the listing. */
  feedDay: string
  listingDay: string
  /** Tokens made before this count have expired. */
  expired?: (token: string) => boolean
  deleted?: string[]
  /** Records of a page of OAI-PMH. */
  oaiSize?: number
}

/** What arXiv answers, all surfaces over the same papers, as its manuals say. */
export function inventedArxiv(world: InventedArxiv): (url: URL) => Answer | string {
  return (url) => {
    switch (url.host) {
      case 'export.arxiv.org':
        return answerQuery(world, url.searchParams)
      case 'oaipmh.arxiv.org':
        return answerOai(world, url.searchParams)
      case 'rss.arxiv.org':
        return dailyFeed(world.mailings[world.feedDay] ?? [], world.feedDay)
      default:
        return answerPage(world, url)
    }
  }
}

function answerQuery(world: InventedArxiv, parameters: URLSearchParams): string {
  const ids = parameters.get('id_list')?.split(',')
  const window = /submittedDate:\[(\d{12}) TO (\d{12})\]/.exec(parameters.get('search_query') ?? '')
  const digits = (paper: InventedPaper): string =>
    submittedAt(paper).slice(0, 16).replace(/\D/g, '')
  const isDescending = parameters.get('sortOrder') !== 'ascending'
  const matching = world.papers
    .filter(({ id }) => ids === undefined || ids.some((each) => each.replace(/v\d+$/, '') === id))
    .filter(
      (paper) =>
        window === null ||
        ((window[1] ?? '') <= digits(paper) && digits(paper) <= (window[2] ?? '')),
    )
    .sort((a, b) => (isDescending ? b.minute - a.minute : a.minute - b.minute))
  const start = Number(parameters.get('start') ?? 0)
  const size = Number(parameters.get('max_results') ?? 10)
  if (start + size > 10_000) throw new Error('arXiv would fail')
  const page = matching.slice(start, start + size)
  // Identifiers come in no order.
  return queryFeed(ids === undefined ? page : page.reverse(), {
    total: matching.length,
    start,
    size,
  })
}

function answerOai(world: InventedArxiv, parameters: URLSearchParams): string {
  const { oaiSize: size = 7, deleted = [] } = world
  const token = parameters.get('resumptionToken')
  if (token !== null && world.expired?.(token) === true) return oaiError('badResumptionToken')
  const [from, until, skip] = token?.split('|') ?? [
    parameters.get('from') ?? '',
    parameters.get('until') ?? '9',
    '0',
  ]
  const matching = world.papers
    .filter(({ datestamp }) => datestamp >= (from ?? '') && datestamp <= (until ?? ''))
    .sort((a, b) => (a.datestamp < b.datestamp ? -1 : 1))
  const page = matching.slice(Number(skip), Number(skip) + size)
  if (page.length === 0) return oaiError('noRecordsMatch')
  const next = Number(skip) + size
  return oaiPage(page, next < matching.length ? `${from}|${until}|${next}` : undefined, deleted)
}

function answerPage(world: InventedArxiv, { pathname, searchParams }: URL): Answer | string {
  const [, day] = /^\/catchup\/cs\.SE\/(\d{4}-\d{2}-\d{2})$/.exec(pathname) ?? []
  if (day !== undefined) {
    const isOld = day < '2025-10-15'
    if (isOld)
      return {
        status: 400,
        body: '<html><body><div id="content"><h1>Invalid Date</h1></div></body></html>',
      }
    return listingPage(world.mailings[day] ?? [], day, { catchUp: true })
  }
  const all = world.mailings[world.listingDay] ?? []
  const skip = Number(searchParams.get('skip') ?? 0)
  return listingPage(all.slice(skip), world.listingDay, { total: all.length })
}
