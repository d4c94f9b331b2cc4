import type { Defects } from '@inference-report/source'
import { legacyShape } from './api-shapes.ts'
import type { RawBoard, RawModel } from './board.ts'
import { createShapeReader } from './fields.ts'
import { type JsonRecord, readPath } from './record.ts'

// prompt_length is a number, or the name of a preset.
// https://artificialanalysis.ai/api/v2/openapi (prompt_type)
const presets: Readonly<Record<string, number>> = {
  medium: 1000,
  medium_coding: 1000,
  long: 10_000,
  '100k': 100_000,
}

/**
 * `/api/v2/data/llms/models`: one body with all rows. It marks what is unknown with 0 as well as with
 * null, states no version of the index, and measures speed with prompts of 1,000 tokens.
 *
 * @see https://artificialanalysis.ai/documentation
 */
export function readLegacyApi(
  body: JsonRecord,
  rows: readonly unknown[],
  defects: Defects,
): RawBoard {
  const isWhole = Object.hasOwn(body, 'status') || Object.hasOwn(body, 'prompt_options')
  // An extract that somebody saved may lack what the API has sent since late 2025.
  const releasedOn = { places: ['release_date'], presence: isWhole ? 'every' : 'some' } as const
  const isDated = isWhole || rows.some((row) => readPath(row, 'release_date') !== undefined)
  const reader = createShapeReader(isDated ? { ...legacyShape, releasedOn } : legacyShape)
  const models = rows.map((row, index) => withoutZeros(reader.read(row, `data[${index}]`)))
  reader.tell(rows.length, defects)
  return {
    surface: 'legacy',
    promptTokens: isWhole ? readPromptTokens(body, defects) : presets['medium'],
    models,
    expected: reader.expected,
  }
}

function withoutZeros({ path, fields }: RawModel): RawModel {
  const known = { ...fields }
  for (const key of zeroIsUnknown) if (known[key] === 0) known[key] = null
  return { path, fields: known }
}

const zeroIsUnknown = [
  'intelligenceIndex',
  'outputTokensPerSecond',
  'priceInputUsdPerMillionTokens',
  'priceOutputUsdPerMillionTokens',
  'priceBlendedUsdPerMillionTokens',
] as const

function readPromptTokens(body: JsonRecord, defects: Defects): number | undefined {
  const path = 'prompt_options.prompt_length'
  const length = readPath(body, path)
  const tokens =
    typeof length === 'string' && Object.hasOwn(presets, length) ? presets[length] : Number(length)
  const isKnown = tokens !== undefined && Object.values(presets).includes(tokens)
  if (isKnown && length !== null) return tokens
  defects.add('prompt-unknown', 'The length of the prompts that speeds are of is unknown.', path)
  return undefined
}

/** Whether the rows of a body without pages are of this API's shape. */
export function isLegacyRow(row: JsonRecord): boolean {
  return !Object.hasOwn(row, 'performance')
}
