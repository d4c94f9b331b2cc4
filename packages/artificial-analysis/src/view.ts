import { bestOfEachModel, type Entry } from '@inference-report/leaderboard'

/** Which rows of the board to give. By default all: nothing is hidden. Ranks stay those of the whole board. */
export interface ViewOptions {
  /** One row a model, its best: `GPT-5.6 Sol` has six, one for each effort. */
  collapseEfforts?: boolean | undefined
  /** Leave out models that the board calls deprecated. */
  hideDeprecated?: boolean | undefined
  /** Leave out models whose score the board estimates. */
  hideEstimated?: boolean | undefined
  /** No more rows than this, counted after the others are left out. */
  top?: number | undefined
}

export function viewEntries(entries: readonly Entry[], options: ViewOptions): Entry[] {
  const shown = entries.filter(
    ({ flags }) =>
      !(options.hideDeprecated === true && flags.includes('deprecated')) &&
      !(options.hideEstimated === true && flags.includes('estimated')),
  )
  const rows = options.collapseEfforts === true ? bestOfEachModel(shown) : shown
  return options.top === undefined ? rows : rows.slice(0, Math.max(0, options.top))
}

/** What is left out, for the series: a part of a board compares with the same part only. */
export function describeView(options: ViewOptions): string | undefined {
  const parts = [
    options.collapseEfforts === true ? 'best-efforts' : '',
    options.hideDeprecated === true ? 'current' : '',
    options.hideEstimated === true ? 'measured' : '',
    options.top === undefined ? '' : `top-${options.top}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? undefined : parts.join('+')
}
