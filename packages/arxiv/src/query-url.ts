import { SourceError } from '@inference-report/source'
import { parseArxivId } from './arxiv-id.ts'
import { type WrittenQuery, writeQuery } from './build-query.ts'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'

const sortKeys = ['relevance', 'lastUpdatedDate', 'submittedDate'] as const
const sortOrders = ['descending', 'ascending'] as const

/** By what answers are sorted: how well they match, when this version came, or when the first came. */
export type SortBy = (typeof sortKeys)[number]
export type SortOrder = (typeof sortOrders)[number]

/** One request to the query API: a query, identifiers, or those of the identifiers that match. */
export interface QueryRequest {
  /** A text is sent as it is. */
  query?: Query | string | undefined
  /** In any form `parseArxivId` reads; a version gives that version. */
  ids?: readonly string[] | undefined
  /** Place of the first answer, from 0. arXiv rounds it to a multiple of `maxResults`. */
  start?: number | undefined
  /** 1 to 2000, by default 10, also for `ids`. */
  maxResults?: number | undefined
  sortBy?: SortBy | undefined
  sortOrder?: SortOrder | undefined
}

/** The service. */
const queryApi = 'https://export.arxiv.org/api/query'

/**
 * The address of a request.
 *
 * @throws TypeError for a request without query and ids, and for values arXiv would refuse.
 * @see https://info.arxiv.org/help/api/user-manual.html#_query_interface
 */
export function buildQueryUrl({ query, ...rest }: QueryRequest): string {
  if (typeof query === 'string' && query.trim() === '') throw new TypeError('A query is not empty.')
  const written =
    typeof query === 'string' ? { text: query, isRaw: false } : query && writeQuery(query)
  return writeQueryUrl({ written, ...rest })
}

/** As `buildQueryUrl`, of a query already written. */
export function writeQueryUrl({
  written,
  ids = [],
  start,
  maxResults,
  sortBy,
  sortOrder,
}: Omit<QueryRequest, 'query'> & { written?: WrittenQuery | undefined }): string {
  if (written === undefined && ids.length === 0)
    throw new TypeError('A request has a query or ids.')
  const parameters: [string, string | number | undefined][] = [
    // A literal `+` would be searched for; `encodeURIComponent` writes none.
    ['search_query', written && encodeURIComponent(written.text.toWellFormed())],
    ['id_list', ids.length === 0 ? undefined : ids.map(canonicalId).join(',')],
    ['start', start === undefined ? undefined : integer('start', start, 0, 1e9)],
    [
      'max_results',
      maxResults === undefined ? undefined : integer('maxResults', maxResults, 1, 2000),
    ],
    ['sortBy', sortBy === undefined ? undefined : oneOf('sortBy', sortBy, sortKeys)],
    ['sortOrder', sortOrder === undefined ? undefined : oneOf('sortOrder', sortOrder, sortOrders)],
    ['raw', written?.isRaw === true ? 1 : undefined],
  ]
  const given = parameters.flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${value}`,
  )
  return `${queryApi}?${given.join('&')}`
}

/**
 * The request of an address of the query API, of whichever host: the opposite of `buildQueryUrl`.
 *
 * @throws SourceError `unparseable` for an address that is none.
 */
export function parseQueryUrl(url: string): QueryRequest {
  if (!URL.canParse(url)) throw refused('an address', url)
  const { pathname, searchParams } = new URL(url)
  if (!/\/api\/query\/?$/.test(pathname)) throw refused('an address of /api/query', url)
  const text = (name: string): string | undefined => searchParams.get(name) || undefined
  const query = text('search_query')
  const ids = text('id_list')?.split(',')
  const start = readNumber(text('start'))
  const maxResults = readNumber(text('max_results'))
  const sortBy = readChoice(text('sortBy'), sortKeys)
  const sortOrder = readChoice(text('sortOrder'), sortOrders)
  const request: QueryRequest = {
    ...(query !== undefined && { query: parseQuery(query) }),
    ...(ids !== undefined && { ids }),
    ...(start !== undefined && { start }),
    ...(maxResults !== undefined && { maxResults }),
    ...(sortBy !== undefined && { sortBy }),
    ...(sortOrder !== undefined && { sortOrder }),
  }
  try {
    buildQueryUrl(request)
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : 'a request', url)
  }
  return request
}

function canonicalId(text: string): string {
  const found = parseArxivId(text)
  if (found === undefined) throw new TypeError(`"${text.slice(0, 60)}" is no identifier of arXiv.`)
  return found.version === undefined ? found.id : `${found.id}v${found.version}`
}

function integer(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new TypeError(`"${name}" is a whole number from ${least} to ${most}, not ${value}.`)
}

function oneOf<T>(name: string, value: T, known: readonly T[]): T {
  if (known.includes(value)) return value
  throw new TypeError(`"${name}" is one of ${known.join(', ')}, not ${value}.`)
}

/** What is no number is left for `buildQueryUrl` to refuse. */
function readNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : Number.NaN
}

function readChoice<T extends string>(
  text: string | undefined,
  known: readonly T[],
): T | undefined {
  const found = known.find((each) => each === text)
  if (text !== undefined && found === undefined) throw refused(`one of ${known.join(', ')}`, text)
  return found
}

function refused(expected: string, received: string): SourceError {
  return new SourceError('unparseable', { source: 'arxiv', expected, received })
}
