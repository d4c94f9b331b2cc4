import type { Metric } from '@inference-report/leaderboard'

/** The page. */
export const address = 'https://swe-rebench.com/'

/** What the board is ranked by. */
export const resolved: Metric = {
  key: 'resolvedPercent',
  label: 'Resolved rate',
  unit: 'percent',
  better: 'higher',
}

/** The columns of SWE-rebench, the one it ranks by first. */
export const metrics: readonly Metric[] = [
  resolved,
  {
    key: 'semPercent',
    label: 'Standard error of the resolved rate',
    unit: 'percent',
    better: 'lower',
  },
  { key: 'passAt5Percent', label: 'Pass@5', unit: 'percent', better: 'higher' },
  { key: 'costUsdPerProblem', label: 'Cost per problem', unit: 'USD', better: 'lower' },
  { key: 'tokensPerProblem', label: 'Tokens per problem', unit: 'tokens', better: 'lower' },
  { key: 'cachedTokensPercent', label: 'Cached tokens', unit: 'percent' },
]
