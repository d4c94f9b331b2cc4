import type { Snapshot } from '@inference-report/leaderboard'
import { collectDefects, type Defects, SourceError } from '@inference-report/source'
import type { RawBoard } from './board.ts'
import { type ApiPage, readCurrentApi } from './current-api.ts'
import { isLegacyRow, readLegacyApi } from './legacy-api.ts'
import { readPage } from './page.ts'
import { outline } from './received.ts'
import { hasPath, isRecord, type JsonRecord, readPath } from './record.ts'
import { type ParseOptions, toSnapshot } from './snapshot.ts'

const source = 'artificial-analysis'

/**
 * Reads the model board of Artificial Analysis: the current API (free or pro; all of its pages, in any
 * order), the API it replaced in 2026, or the page `/leaderboards/models` as HTML or RSC. Bodies are
 * text or JSON already parsed. Which surface it is follows from the body; each has its own series.
 *
 * Rows are ranked by the Intelligence Index. Pages of the API that are not all there give no ranks and
 * the warning `partial`, because the API sorts by id: a ranking of some pages would look right.
 *
 * @throws SourceError `rate-limited` or `upstream` where the API says error, `unparseable` for broken JSON, `drift` for a
 * body of another shape, `empty` for one without rows.
 */
export function parseModels(
  body: string | object | readonly (string | object)[],
  options: ParseOptions = {},
): Snapshot {
  const defects = collectDefects()
  const bodies: readonly unknown[] = Array.isArray(body) ? body : [body]
  return toSnapshot(readBoard(bodies.map(readBody), options.url, defects), options, defects)
}

/** JSON text becomes its value; other text is a page and stays. */
function readBody(body: unknown): unknown {
  if (typeof body !== 'string' || !/^\s*[{[]/.test(body.replace(/^\uFEFF/, ''))) return body
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new SourceError('unparseable', { source, expected: 'JSON', received: body, cause })
  }
}

function readBoard(
  bodies: readonly unknown[],
  url: string | undefined,
  defects: Defects,
): RawBoard {
  const [first] = bodies
  if (typeof first === 'string' && bodies.length === 1) return readPage(first, defects)
  const pages = bodies.map((body) => readApiPage(body, url))
  const rows = pages.flatMap((page) => page.rows)
  if (rows.length === 0) {
    throw new SourceError('empty', {
      source,
      url,
      expected: 'rows in "data"',
      received: outline(first),
    })
  }
  const scored = rows.filter(
    (row): row is JsonRecord =>
      isRecord(row) && hasPath(row, 'evaluations.artificial_analysis_intelligence_index'),
  )
  if (scored.length === 0) {
    const expected = 'rows with "evaluations.artificial_analysis_intelligence_index"'
    throw new SourceError('drift', { source, url, expected, received: outline(rows[0]) })
  }
  const isCurrent = pages.map(({ body }) => isCurrentBody(body))
  const isLegacy = pages.some(({ body }) => hasPath(body, 'prompt_options'))
  if (isCurrent.every((current) => !current) && (isLegacy || scored.every(isLegacyRow))) {
    const [page] = pages
    if (page !== undefined && pages.length === 1) return readLegacyApi(page.body, rows, defects)
    const expected = 'one body of the older API, which has no pages'
    throw new SourceError('drift', { source, url, expected, received: `${pages.length} bodies` })
  }
  if (isCurrent.includes(false) && isCurrent.includes(true)) {
    const expected = 'pages of one API'
    throw new SourceError('drift', { source, url, expected, received: 'bodies of both' })
  }
  return readCurrentApi(pages, defects)
}

function readApiPage(body: unknown, url: string | undefined): ApiPage {
  const rows = readPath(body, 'data')
  const error = readPath(body, 'error')
  const status = readStatus(body)
  const isError =
    ((status ?? 0) >= 400 && (status ?? 0) < 600) ||
    ![undefined, null, false, ''].some((none) => none === error)
  if (!isError && isRecord(body) && Array.isArray(rows)) return { body, rows }
  throw new SourceError(isError ? codeOfStatus(status) : 'drift', {
    source,
    url,
    expected: 'an object with the list "data"',
    received: outline(isError ? (error ?? body) : body),
  })
}

/** An error comes with a status in the body too, and sometimes with an empty list. */
function readStatus(body: unknown): number | undefined {
  const status = readPath(body, 'status')
  if (typeof status === 'number') return status
  return typeof status === 'string' && /^\d{3}$/.test(status) ? Number(status) : undefined
}

function codeOfStatus(status: number | undefined): 'rate-limited' | 'upstream' {
  return status === 429 ? 'rate-limited' : 'upstream'
}

function isCurrentBody(body: JsonRecord): boolean {
  return currentKeys.some((key) => Object.hasOwn(body, key))
}

// Any of them will do: what the rows mean must not hang on a single key.
const currentKeys = ['pagination', 'intelligence_index_version', 'tier']
