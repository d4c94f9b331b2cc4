import type { LeaderboardColumn } from '@inference-report/issue'

/** How each board's metrics are printed, by board. */
export const columnsOf: Readonly<Record<string, readonly LeaderboardColumn[]>> = {
  'artificial-analysis': [
    { key: 'intelligenceIndex', label: 'Score', format: 'score', front: true },
    {
      key: 'outputTokensPerSecond',
      label: 'tok/s',
      format: 'integer',
      description: 'Median output tokens a second',
      front: true,
    },
    {
      key: 'priceBlendedUsdPerMillionTokens',
      label: '$/1M',
      format: 'usd',
      description: 'US dollars for a million tokens, three of input to one of output',
      front: true,
    },
    {
      key: 'priceInputUsdPerMillionTokens',
      label: '$/1M in',
      format: 'usd',
      description: 'US dollars for a million input tokens',
      front: false,
    },
    {
      key: 'priceOutputUsdPerMillionTokens',
      label: '$/1M out',
      format: 'usd',
      description: 'US dollars for a million output tokens',
      front: false,
    },
    {
      key: 'costUsdPerTask',
      label: '$/task',
      format: 'usd',
      description: 'US dollars for a task of the index',
      front: false,
    },
    {
      key: 'contextWindowTokens',
      label: 'Context',
      format: 'integer',
      description: 'Context window in tokens',
      front: false,
    },
  ],
  'swe-rebench': [
    {
      key: 'resolvedPercent',
      label: 'Resolved',
      format: 'percent',
      description: 'Share of problems resolved',
      front: true,
    },
    {
      key: 'semPercent',
      label: '± SEM',
      format: 'percent',
      description: 'Standard error of the resolved share',
      front: false,
    },
    {
      key: 'passAt5Percent',
      label: 'Pass@5',
      format: 'percent',
      description: 'Share of problems resolved in at least one of five attempts',
      front: true,
    },
    {
      key: 'costUsdPerProblem',
      label: '$/problem',
      format: 'usd',
      description: 'US dollars for a problem',
      front: true,
    },
    { key: 'tokensPerProblem', label: 'Tokens/problem', format: 'integer', front: false },
    {
      key: 'cachedTokensPercent',
      label: 'Cached',
      format: 'percent',
      description: 'Share of tokens served from cache',
      front: false,
    },
  ],
}
