import type { Metric } from '@inference-report/leaderboard'

export type MetricKey =
  | 'intelligenceIndex'
  | 'outputTokensPerSecond'
  | 'priceInputUsdPerMillionTokens'
  | 'priceOutputUsdPerMillionTokens'
  | 'priceBlendedUsdPerMillionTokens'
  | 'costUsdPerTask'
  | 'contextWindowTokens'

/** What Artificial Analysis measures, the metric it ranks by first. Prices are list prices. */
export const metrics: readonly (Metric & { key: MetricKey })[] = [
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

/** The metrics of one board: speeds on prompts of another length are another measure. */
export function metricsWith(promptTokens: number | undefined): Metric[] {
  return metrics.map((metric) =>
    metric.key === 'outputTokensPerSecond' && promptTokens !== undefined
      ? {
          ...metric,
          label: `${metric.label}, prompts of ${promptTokens.toLocaleString('en-US')} tokens`,
        }
      : { ...metric },
  )
}

/** Values outside are defects of the source, not records of a model: least and most, both allowed. */
export const ranges: Readonly<Record<MetricKey, readonly [least: number, most: number]>> = {
  intelligenceIndex: [-5, 100],
  outputTokensPerSecond: [0, 20_000],
  priceInputUsdPerMillionTokens: [0, 10_000],
  priceOutputUsdPerMillionTokens: [0, 10_000],
  priceBlendedUsdPerMillionTokens: [0, 10_000],
  costUsdPerTask: [0, 1000],
  contextWindowTokens: [256, 200_000_000],
}
