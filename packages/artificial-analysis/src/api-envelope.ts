import { type Defects, SourceError } from '@inference-report/source'
import { hasPath, type JsonRecord, readPath } from './record.ts'
import { isVersion } from './version.ts'

// What a body of the current API says beside its rows.

interface Body {
  body: JsonRecord
}

/** What the rows mean depends on: without a version nobody knows the scale, without pages the pool. */
export function tellEnvelopes(
  pages: readonly (Body & { place: string })[],
  defects: Defects,
): void {
  for (const { body, place } of pages) {
    const at = place.slice(0, -'data'.length)
    // An extract that somebody saved has no envelope to lack anything.
    if (!hasPath(body, 'tier')) continue
    if (readBodyVersion(body) === undefined) {
      const message = 'The body states no version of the index: its scores compare with nothing.'
      defects.add('field-missing', message, `${at}intelligence_index_version`)
    }
    const hasPages =
      readCount(body, 'pagination.total_pages') !== undefined ||
      typeof readPath(body, 'pagination.has_more') === 'boolean'
    if (!hasPages) {
      const message = 'The body does not say whether there are more pages.'
      defects.add('field-missing', message, `${at}pagination`)
    }
  }
}

export function readVersion(pages: readonly Body[]): string | undefined {
  const versions = new Set(pages.flatMap(({ body }) => readBodyVersion(body) ?? []))
  if (versions.size < 2) return [...versions][0]
  throw new SourceError('drift', {
    source: 'artificial-analysis',
    expected: 'pages of one version of the index',
    received: [...versions].join(' and '),
  })
}

function readBodyVersion(body: JsonRecord): string | undefined {
  const version = readPath(body, 'intelligence_index_version')
  const text = typeof version === 'number' || typeof version === 'string' ? `${version}` : ''
  return isVersion(text) ? text : undefined
}

/** Why the pages are not the whole board; `undefined` where they are. */
export function readGap(pages: readonly Body[]): string | undefined {
  const numbers = new Set<number>()
  let unnumbered = 0
  let total = 1
  for (const { body } of pages) {
    const number = readCount(body, 'pagination.page')
    if (number === undefined) unnumbered += 1
    else numbers.add(number)
    total = Math.max(total, number ?? 1, readCount(body, 'pagination.total_pages') ?? 1)
  }
  const read = Math.min(numbers.size + unnumbered, total)
  if (read < total) return `${read} of ${total} pages`
  // Only the last page says whether there are more; one without a number may be any.
  const last = pages.filter(({ body }) => (readCount(body, 'pagination.page') ?? total) === total)
  const isOpen = last.every(({ body }) => readPath(body, 'pagination.has_more') === true)
  return isOpen ? `${read} pages, and the last one says that there are more` : undefined
}

/** Whether the source says that there are pages after the one of this number. */
export function hasMorePages(body: unknown, page: number): boolean {
  const total = readCount(body, 'pagination.total_pages')
  return (total !== undefined && total > page) || readPath(body, 'pagination.has_more') === true
}

/** How many pages the source says there are, where it does. */
export function readTotalPages(body: unknown): number | undefined {
  return readCount(body, 'pagination.total_pages')
}

export function readCount(body: unknown, path: string): number | undefined {
  const count = readPath(body, path)
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 1 ? count : undefined
}
