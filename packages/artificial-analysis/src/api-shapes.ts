import type { Shape } from './fields.ts'

/** Rows of `/api/v2/language/models/free`: the specification requires each key, and allows null. */
export const freeShape: Shape = {
  id: { places: ['id'], presence: 'every' },
  name: { places: ['name'], presence: 'every' },
  organization: { places: ['model_creator.name'], presence: 'every' },
  releasedOn: { places: ['release_date'], presence: 'every' },
  deprecated: { places: ['deprecated'], presence: 'any' },
  intelligenceIndex: {
    places: ['evaluations.artificial_analysis_intelligence_index'],
    presence: 'every',
  },
  outputTokensPerSecond: {
    places: ['performance.median_output_tokens_per_second'],
    presence: 'every',
  },
  priceInputUsdPerMillionTokens: { places: ['pricing.price_1m_input_tokens'], presence: 'every' },
  priceOutputUsdPerMillionTokens: { places: ['pricing.price_1m_output_tokens'], presence: 'every' },
  priceBlendedUsdPerMillionTokens: {
    places: ['pricing.price_1m_blended_3_to_1'],
    presence: 'any',
  },
  costUsdPerTask: {
    places: ['artificial_analysis_intelligence_index_cost.cost_per_task.total_cost'],
    presence: 'every',
  },
}

/** What a row of the Pro tier has, and of the free one has not. */
export const proKeys: readonly string[] = [
  'reasoning_model',
  'context_window_tokens',
  'licensing',
  'parameters',
  'modalities',
  'openrouter_api_id',
]

export const proShape: Shape = {
  ...freeShape,
  openWeights: { places: ['licensing.is_open_weights'], presence: 'always' },
  priceBlendedUsdPerMillionTokens: {
    places: ['pricing.price_1m_blended_3_to_1'],
    presence: 'some',
  },
  contextWindowTokens: { places: ['context_window_tokens'], presence: 'every' },
}

/** Rows of `/api/v2/data/llms/models`. */
export const legacyShape: Shape = {
  id: { places: ['id'], presence: 'every' },
  name: { places: ['name'], presence: 'every' },
  organization: { places: ['model_creator.name'], presence: 'every' },
  // Added late in 2025; saved extracts lack it.
  releasedOn: { places: ['release_date'], presence: 'any' },
  intelligenceIndex: {
    places: ['evaluations.artificial_analysis_intelligence_index'],
    presence: 'every',
  },
  outputTokensPerSecond: { places: ['median_output_tokens_per_second'], presence: 'every' },
  priceInputUsdPerMillionTokens: { places: ['pricing.price_1m_input_tokens'], presence: 'every' },
  priceOutputUsdPerMillionTokens: { places: ['pricing.price_1m_output_tokens'], presence: 'every' },
  priceBlendedUsdPerMillionTokens: {
    places: ['pricing.price_1m_blended_3_to_1'],
    presence: 'every',
  },
}
