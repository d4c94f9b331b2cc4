import { type Flight, readFlight } from '@inference-report/next-flight'
import { type Defects, SourceError } from '@inference-report/source'
import type { RawBoard } from './board.ts'
import { createShapeReader } from './fields.ts'
import { modelKeys, pageShapeOf } from './page-shapes.ts'
import { hasPath, isRecord, type JsonRecord, readPath } from './record.ts'
import { readTable } from './table.ts'
import { readPageVersion } from './version.ts'

const source = 'artificial-analysis'
const expected = 'a list of models with "slug" and "intelligenceIndex" in the page\'s payload'
const mostSample = 20

/**
 * The model board's page, as HTML or as the body of its `RSC: 1` request. Null is unknown and 0 is a
 * value. The table is read only where the payload has no board.
 */
export function readPage(text: string, defects: Defects): RawBoard {
  const flight = readAnyFlight(text)
  const board = SourceError.is(flight) ? undefined : readPayload(flight, text, defects)
  if (board !== undefined) return board
  const table = readTable(text, defects)
  if (table !== undefined) {
    if (!SourceError.is(flight)) {
      defects.add('table-read', "The page's payload has no board: its table, rounded, was read.")
    }
    return { ...table, ...withVersion(text, defects) }
  }
  if (SourceError.is(flight)) {
    throw new SourceError(flight.code, { source, expected, received: text, cause: flight })
  }
  const empty = flight.find((value) => {
    const models = readPath(value, 'models')
    return Array.isArray(models) && models.length === 0
  })
  const code = empty === undefined ? 'drift' : 'empty'
  throw new SourceError(code, { source, expected, received: text })
}

function readAnyFlight(text: string): Flight | SourceError {
  try {
    return readFlight(text)
  } catch (error) {
    if (SourceError.is(error)) return error
    throw error
  }
}

function readPayload(flight: Flight, text: string, defects: Defects): RawBoard | undefined {
  const list = findModels(flight)
  const rows = list ?? flight.findAll(isModel)
  if (rows.length === 0) return undefined
  // Of the rows that were looked at: a part of the page that has nothing to do with the board may
  // have failed.
  for (const { code, message, path } of flight.warningsSoFar()) {
    if (!elsewhere.has(code)) defects.add(code, message, path)
  }
  const sample = rows.slice(0, mostSample).filter(isRecord)
  const reader = createShapeReader(pageShapeOf(sample))
  const models = rows.map((row, index) => reader.read(row, `models[${index}]`))
  // Models that stand in no list are of several kinds, and told as such.
  if (list !== undefined) reader.tell(rows.length, defects)
  return {
    surface: 'page',
    ...withVersion(text, defects),
    models,
    expected: list === undefined ? [] : reader.expected,
    partial: list === undefined ? `${rows.length} models that stand in no list` : undefined,
  }
}

// Each is about a row that is not the board's, for that one was read; or it is told as `partial`.
const elsewhere: ReadonlySet<string> = new Set([
  'error-row',
  'row-repeated',
  'row-unreadable',
  'row-without-id',
])

function withVersion(text: string, defects: Defects): { version?: string } {
  const { version, isDropped } = readPageVersion(text)
  if (version !== undefined) return { version }
  if (isDropped) {
    const message = 'The page names the index, but not the one version of it that it is of.'
    defects.add('version-unknown', message, 'title')
  }
  return {}
}

// A page has several lists of models, some light ones for its menus: a list with prices is the board.
function findModels(flight: Flight): unknown[] | undefined {
  const listOf = (isRow: (value: unknown) => boolean, containing?: string) =>
    flight.find(
      (value): value is unknown[] => {
        if (!Array.isArray(value) || value.length === 0) return false
        const sample = value.slice(0, mostSample)
        return sample.filter(isRow).length * 2 > sample.length
      },
      { containing },
    )
  const isPriced = (row: unknown) => isModel(row) && hasSome(row, modelKeys.inputPrice)
  return listOf(isPriced, `"${modelKeys.score[0]}"`) ?? listOf(isPriced) ?? listOf(isModel)
}

function isModel(value: unknown): value is JsonRecord {
  return (
    isRecord(value) &&
    typeof readPath(value, 'slug') === 'string' &&
    hasSome(value, modelKeys.name) &&
    hasSome(value, modelKeys.score)
  )
}

function hasSome(record: JsonRecord, keys: readonly string[]): boolean {
  return keys.some((key) => hasPath(record, key))
}
