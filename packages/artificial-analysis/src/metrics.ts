import type { Metric } from '@inference-report/leaderboard'

/** What Artificial Analysis measures, the metric it ranks by first. Prices are list prices. */
export const metrics: readonly Metric[] = [
  {
    key: 'intelligenceIndex',
    label: 'Artificial Analysis Intelligence Index',
    unit: 'points',
    better: 'higher',
  },
  {
    key: 'outputTokensPerSecond',
    label: 'Median output speed',
    unit: 'tokens/s',
    better: 'higher',
  },
  {
    key: 'priceInputUsdPerMillionTokens',
    label: 'Input price',
    unit: 'USD per million tokens',
    better: 'lower',
  },
  {
    key: 'priceOutputUsdPerMillionTokens',
    label: 'Output price',
    unit: 'USD per million tokens',
    better: 'lower',
  },
  {
    key: 'priceBlendedUsdPerMillionTokens',
    label: 'Blended price, three input to one output',
    unit: 'USD per million tokens',
    better: 'lower',
  },
  { key: 'costUsdPerTask', label: 'Cost per task of the index', unit: 'USD', better: 'lower' },
  { key: 'contextWindowTokens', label: 'Context window', unit: 'tokens', better: 'higher' },
]

/** Values outside are defects of the source, not records of a model: least and most, both allowed. */
export const ranges: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['intelligenceIndex', [-5, 100]],
  ['outputTokensPerSecond', [0, 1e6]],
  ['priceInputUsdPerMillionTokens', [0, 1e5]],
  ['priceOutputUsdPerMillionTokens', [0, 1e5]],
  ['priceBlendedUsdPerMillionTokens', [0, 1e5]],
  ['costUsdPerTask', [0, 1e6]],
  ['contextWindowTokens', [1, 1e10]],
])
