import { type Flight, readFlight } from '@inference-report/next-flight'
import { type Defects, SourceError } from '@inference-report/source'
import type { RawBoard, RawModel } from './board.ts'
import { hasPath, isRecord, type JsonRecord, readPath } from './record.ts'

// Where each field of a row has stood, the present place first: camelCase since July 2026, snake_case
// until then. A place that is not the first leaves a warning.
const scorePaths = ['intelligenceIndex', 'intelligence_index']
const inputPricePaths = ['price1mInputTokens', 'price_1m_input_tokens']
const namePaths = ['name', 'shortName', 'short_name']
const fields = {
  id: ['slug'],
  name: namePaths,
  organization: ['modelCreatorName', 'creator.name', 'model_creators.name', 'model_creator.name'],
  releasedOn: ['releaseDate', 'release_date'],
  openWeights: ['isOpenWeights', 'is_open_weights'],
  estimated: ['intelligenceIndexIsEstimated', 'intelligence_index_is_estimated'],
  deprecated: ['deprecated'],
} as const satisfies Record<string, readonly string[]>
const valueFields: Readonly<Record<string, readonly string[]>> = {
  intelligenceIndex: scorePaths,
  outputTokensPerSecond: [
    'medianOutputTokensPerSecond',
    'timescaleData.medianOutputSpeed',
    'timescaleData.median_output_speed',
    'median_output_tokens_per_second',
  ],
  priceInputUsdPerMillionTokens: inputPricePaths,
  priceOutputUsdPerMillionTokens: ['price1mOutputTokens', 'price_1m_output_tokens'],
  // Gone since September 2026; "0 To 3 To 1" is cache to input to output, the same mixture.
  priceBlendedUsdPerMillionTokens: [
    'price1mBlended3To1',
    'price1mBlended0To3To1',
    'price_1m_blended_3_to_1',
    'price_1m_blended_0_3_1',
  ],
  costUsdPerTask: ['intelligenceIndexCostPerTask', 'intelligence_index_cost_per_task'],
  contextWindowTokens: ['contextWindowTokens', 'context_window_tokens'],
}

const source = 'artificial-analysis'
const expected = 'a list of models with "slug" and "intelligenceIndex" in the page\'s payload'

/** The model board's page, as HTML or as the body of its `RSC: 1` request. Null is unknown and 0 is a value. */
export function readPage(text: string, defects: Defects): RawBoard {
  const flight = readAnyFlight(text)
  for (const { code, message, path } of flight.warnings) defects.add(code, message, path)
  const list = findModels(flight)
  const rows = list ?? flight.findAll(isModel)
  if (rows.length === 0) {
    const empty = flight.find((value) => {
      const models = readPath(value, 'models')
      return Array.isArray(models) && models.length === 0
    })
    throw new SourceError(empty === undefined ? 'drift' : 'empty', {
      source,
      expected,
      received: text,
    })
  }
  const late = new Map<string, string>()
  const models = rows.map((row, index) => readRow(row, `models[${index}]`, late))
  for (const [field, path] of late) {
    defects.add(
      'field-moved',
      `${field} was read from ${path}, its place in another version.`,
      path,
    )
  }
  return {
    surface: 'page',
    version: /Intelligence Index v(\d{1,3}(?:\.\d{1,3}){0,3})/.exec(text)?.[1],
    models,
    partial: list === undefined ? `${rows.length} models that stand in no list` : undefined,
  }
}

function readAnyFlight(text: string): Flight {
  try {
    return readFlight(text)
  } catch (cause) {
    if (!SourceError.is(cause)) throw cause
    throw new SourceError(cause.code, { source, expected, received: text, cause })
  }
}

// A page has several lists of models, some light ones for its menus: a list with prices is the board.
function findModels(flight: Flight): unknown[] | undefined {
  const listOf = (isRow: (value: unknown) => boolean) =>
    flight.find((value): value is unknown[] => {
      if (!Array.isArray(value) || value.length === 0) return false
      const sample = value.slice(0, 20)
      return sample.filter(isRow).length * 2 > sample.length
    })
  return listOf((row) => isModel(row) && hasSome(row, inputPricePaths)) ?? listOf(isModel)
}

function isModel(value: unknown): value is JsonRecord {
  return (
    isRecord(value) &&
    typeof readPath(value, 'slug') === 'string' &&
    hasSome(value, namePaths) &&
    hasSome(value, scorePaths)
  )
}

function hasSome(record: JsonRecord, paths: readonly string[]): boolean {
  return paths.some((path) => hasPath(record, path))
}

function readRow(row: unknown, path: string, late: Map<string, string>): RawModel {
  const read = (field: string, paths: readonly string[]): unknown => {
    for (const [index, place] of paths.entries()) {
      const value = readPath(row, place)
      if (value === undefined || value === null) continue
      if (index > 0 && !late.has(field)) late.set(field, place)
      return value
    }
    return undefined
  }
  return {
    path,
    id: read('id', fields.id),
    name: read('name', fields.name),
    organization: read('organization', fields.organization),
    releasedOn: read('releasedOn', fields.releasedOn),
    openWeights: read('openWeights', fields.openWeights),
    estimated: read('estimated', fields.estimated),
    deprecated: read('deprecated', fields.deprecated),
    values: Object.fromEntries(
      Object.entries(valueFields).map(([key, paths]) => [key, read(key, paths)]),
    ),
  }
}
