import type { Defects } from '@inference-report/source'
import type { RawModel } from './board.ts'
import type { MetricKey } from './metrics.ts'
import { isRecord } from './record.ts'

/** What is read of a row; the metrics by their keys. */
export type FieldName =
  | 'id'
  | 'name'
  | 'organization'
  | 'releasedOn'
  | 'openWeights'
  | 'estimated'
  | 'deprecated'
  | MetricKey

/** Where a field stands in the rows of one shape. */
export interface Field {
  /** Dotted places, the first that holds a value wins. */
  places: readonly string[]
  /** Places of other shapes: a value read from one leaves the warning `field-moved`. */
  late?: readonly string[] | undefined
  /**
   * `every` row holds the key, null where unknown. `some`: unknown is an absent key or a null, but not
   * both in one document, and no document is without the key. `any`: it may be missing altogether.
   * `always`: as `every`, and never null.
   */
  presence: 'always' | 'every' | 'some' | 'any'
}

export type Shape = Readonly<Partial<Record<FieldName, Field>>>

interface Column {
  name: FieldName
  field: Field
  places: { place: string; steps: readonly string[]; isLate: boolean }[]
  nulls: number
  missing: number
  latePlace?: string | undefined
}

/** Reads rows of one shape, and tells what they lack. */
export interface ShapeReader {
  /** The fields a document of the shape holds. */
  expected: readonly FieldName[]
  read(row: unknown, path: string): RawModel
  /** Warns of fields that have moved or are missing. `rows` of them were read. */
  tell(rows: number, defects: Defects): void
}

/** A reader keeps count of what it reads: one for each document. */
export function createShapeReader(shape: Shape): ShapeReader {
  const columns = toColumns(shape)
  return {
    expected: columns.filter(({ field }) => field.presence !== 'any').map(({ name }) => name),
    read(row, path) {
      const fields: Partial<Record<FieldName, unknown>> = {}
      for (const column of columns) fields[column.name] = readColumn(column, row)
      return { path, fields }
    },
    tell(rows, defects) {
      for (const column of columns) tellColumn(column, rows, defects)
    },
  }
}

function toColumns(shape: Shape): Column[] {
  return fieldNames.flatMap((name): Column[] => {
    const field = shape[name]
    if (field === undefined) return []
    const toPlace = (isLate: boolean) => (place: string) => ({
      place,
      steps: place.split('.'),
      isLate,
    })
    const places = [...field.places.map(toPlace(false)), ...(field.late ?? []).map(toPlace(true))]
    return [{ name, field, places, nulls: 0, missing: 0 }]
  })
}

function readColumn(column: Column, row: unknown): unknown {
  let isNull = false
  for (const { place, steps, isLate } of column.places) {
    const value = follow(row, steps)
    if (value === undefined) continue
    if (value === null) {
      isNull = true
      continue
    }
    if (isLate) column.latePlace ??= place
    return value
  }
  if (isNull) column.nulls += 1
  else column.missing += 1
  return isNull ? null : undefined
}

/** `undefined` where a key is missing; `null` where it, or an object above it, is null. */
function follow(row: unknown, steps: readonly string[]): unknown {
  let value = row
  for (const step of steps) {
    if (value === null) return null
    // None of the steps is a key that every object inherits: looking for own ones takes three times as long.
    if (!isRecord(value)) return undefined
    value = value[step]
  }
  return value
}

function tellColumn(column: Column, rows: number, defects: Defects): void {
  const { name, field, nulls, missing, latePlace } = column
  const [place = name] = field.places
  if (latePlace !== undefined) {
    const message = `${name} was read from ${latePlace}, its place in another version.`
    defects.add('field-moved', message, latePlace)
  }
  const lacking = lackingOf(field.presence, rows, nulls, missing)
  if (lacking === 0) return
  const message = `${lacking} of ${rows} rows have no "${place}": their ${name} is unknown.`
  defects.add('field-missing', message, place)
}

function lackingOf(
  presence: Field['presence'],
  rows: number,
  nulls: number,
  missing: number,
): number {
  if (presence === 'always') return missing + nulls
  if (presence === 'every') return missing
  return presence === 'some' && (missing === rows || nulls > 0) ? missing : 0
}

const fieldNames: readonly FieldName[] = [
  'id',
  'name',
  'organization',
  'releasedOn',
  'openWeights',
  'estimated',
  'deprecated',
  'intelligenceIndex',
  'outputTokensPerSecond',
  'priceInputUsdPerMillionTokens',
  'priceOutputUsdPerMillionTokens',
  'priceBlendedUsdPerMillionTokens',
  'costUsdPerTask',
  'contextWindowTokens',
]
