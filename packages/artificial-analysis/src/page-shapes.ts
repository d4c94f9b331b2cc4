import type { Field, Shape } from './fields.ts'
import { type JsonRecord, readPath } from './record.ts'

// The record behind the page has been renamed several times. Each shape holds its own names; those of
// the others are read too, but told: a document that mixes them is one we have not seen.

const always = (...places: string[]): Field => ({ places, presence: 'always' })
const every = (...places: string[]): Field => ({ places, presence: 'every' })
const some = (...places: string[]): Field => ({ places, presence: 'some' })
const any = (...places: string[]): Field => ({ places, presence: 'any' })
const late = (field: Field, ...places: string[]): Field => ({ ...field, late: places })

const creators = ['modelCreatorName', 'creator.name', 'model_creators.name', 'model_creator.name']
const speeds = [
  'medianOutputTokensPerSecond',
  'timescaleData.medianOutputSpeed',
  'timescaleData.median_output_speed',
  'median_output_tokens_per_second',
]
const except = (all: readonly string[], ...own: string[]) =>
  all.filter((place) => !own.includes(place))

/** Since September 2026. Speeds and costs that were not measured have no key. */
const current: Shape = {
  id: every('slug'),
  name: late(every('name'), 'shortName', 'short_name'),
  organization: late(every('modelCreatorName'), ...except(creators, 'modelCreatorName')),
  releasedOn: any('releaseDate', 'release_date'),
  openWeights: late(always('isOpenWeights'), 'is_open_weights'),
  estimated: late(always('intelligenceIndexIsEstimated'), 'intelligence_index_is_estimated'),
  deprecated: always('deprecated'),
  intelligenceIndex: late(every('intelligenceIndex'), 'intelligence_index'),
  outputTokensPerSecond: late(some('medianOutputTokensPerSecond'), ...speeds.slice(1)),
  priceInputUsdPerMillionTokens: late(some('price1mInputTokens'), 'price_1m_input_tokens'),
  priceOutputUsdPerMillionTokens: late(some('price1mOutputTokens'), 'price_1m_output_tokens'),
  // Gone since September 2026; "0 To 3 To 1" is cache to input to output, the same mixture.
  priceBlendedUsdPerMillionTokens: any('price1mBlended3To1', 'price1mBlended0To3To1'),
  costUsdPerTask: late(some('intelligenceIndexCostPerTask'), 'intelligence_index_cost_per_task'),
  contextWindowTokens: late(some('contextWindowTokens'), 'context_window_tokens'),
}

/** April to June 2026: the same names, with a date and without a cost per task. */
const spring2026: Shape = {
  ...current,
  releasedOn: some('releaseDate'),
  costUsdPerTask: any('intelligenceIndexCostPerTask'),
}

/** July 2026: the maker is an object, and speed may be one of a time scale. */
const july2026: Shape = {
  ...spring2026,
  organization: late(some('creator.name'), ...except(creators, 'creator.name')),
  openWeights: late(always('isOpenWeights'), 'is_open_weights'),
  estimated: late(always('intelligenceIndexIsEstimated'), 'intelligence_index_is_estimated'),
  deprecated: always('deprecated'),
  outputTokensPerSecond: late(some(...speeds.slice(0, 2)), ...speeds.slice(2)),
  priceBlendedUsdPerMillionTokens: some('price1mBlended0To3To1', 'price1mBlended3To1'),
}

/** Until May 2026, and on pages other than the board's for longer. */
const snakeCase: Shape = {
  id: every('slug'),
  name: late(every('name'), 'short_name', 'shortName'),
  organization: late(
    some('model_creators.name', 'model_creator.name'),
    'modelCreatorName',
    'creator.name',
  ),
  releasedOn: late(some('release_date'), 'releaseDate'),
  openWeights: late(always('is_open_weights'), 'isOpenWeights'),
  estimated: late(always('intelligence_index_is_estimated'), 'intelligenceIndexIsEstimated'),
  deprecated: always('deprecated'),
  intelligenceIndex: late(every('intelligence_index'), 'intelligenceIndex'),
  // timescaleData had its inner names renamed later than the rest.
  outputTokensPerSecond: late(
    some(
      'timescaleData.median_output_speed',
      'timescaleData.medianOutputSpeed',
      'median_output_tokens_per_second',
    ),
    'medianOutputTokensPerSecond',
  ),
  priceInputUsdPerMillionTokens: late(some('price_1m_input_tokens'), 'price1mInputTokens'),
  priceOutputUsdPerMillionTokens: late(some('price_1m_output_tokens'), 'price1mOutputTokens'),
  priceBlendedUsdPerMillionTokens: some('price_1m_blended_3_to_1', 'price_1m_blended_0_3_1'),
  costUsdPerTask: any('intelligence_index_cost_per_task', 'intelligenceIndexCostPerTask'),
  contextWindowTokens: late(some('context_window_tokens'), 'contextWindowTokens'),
}

/** A key that only rows of the shape have, and the shape; the first that most rows have is theirs. */
const markers: readonly [key: string, shape: Shape][] = [
  ['intelligence_index', snakeCase],
  ['creator.name', july2026],
  ['modelCreatorId', spring2026],
]

/** The shape of a document, by a sample of its rows. */
export function pageShapeOf(sample: readonly JsonRecord[]): Shape {
  const found = markers.find(
    ([key]) => sample.filter((row) => readPath(row, key) !== undefined).length * 2 > sample.length,
  )
  return found?.[1] ?? current
}

/** Keys that make a record a model of the board, by what they tell. */
export const modelKeys: Readonly<Record<'name' | 'score' | 'inputPrice', readonly string[]>> = {
  name: ['name', 'shortName', 'short_name'],
  score: ['intelligenceIndex', 'intelligence_index'],
  inputPrice: ['price1mInputTokens', 'price_1m_input_tokens'],
}
