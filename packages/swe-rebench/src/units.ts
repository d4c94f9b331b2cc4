import type { Defects } from '@inference-report/source'
import { isRecord, type JsonRecord } from './payload-fields.ts'

/**
 * A column whose rows are plausible one by one may be in another unit than it was: a rate of 0.6 where
 * 60 is meant, for the numbers of a payload carry none. What no board of SWE-rebench has shown is
 * taken for a sign of it: rates that are all at most 1, standard errors under 0.1 or over 20 for most
 * rows, more passed in one run than in five or in five than five times as often as in one, tokens under
 * 1,000 a problem, prices under 2 cents or over 60 dollars a million tokens.
 *
 * Tells the columns that look so, and gives those of which it is certain: prices and tokens may change.
 */
export function suspectUnits(
  rows: readonly (JsonRecord | undefined)[],
  defects: Defects,
  /** Fewer rows than this say nothing. */
  fewest = 1,
): ReadonlySet<string> {
  const known = rows.filter(isRecord)
  const suspects = new Set<string>()
  for (const { key, applies, isOdd, what, isCertain } of signs) {
    const judged = known.filter((row) => applies(row))
    const odd = judged.filter((row) => isOdd(row)).length
    if (judged.length < fewest || odd * 2 <= judged.length) continue
    if (isCertain) suspects.add(key)
    defects.add('unit-suspect', `${key}: ${what} in ${odd} of ${judged.length} rows.`, key)
  }
  return suspects
}

interface Sign {
  key: string
  applies: (row: JsonRecord) => boolean
  isOdd: (row: JsonRecord) => boolean
  what: string
  isCertain: boolean
}

const rate = (row: JsonRecord) => numberOf(row, 'resolvedPercent')
const sem = (row: JsonRecord) => numberOf(row, 'semPercent')
const pass = (row: JsonRecord) => numberOf(row, 'passAt5Percent')
const cost = (row: JsonRecord) => numberOf(row, 'costUsdPerProblem')
const tokens = (row: JsonRecord) => numberOf(row, 'tokensPerProblem')
const cached = (row: JsonRecord) => numberOf(row, 'cachedTokensPercent')
const price = (row: JsonRecord) => (cost(row) / tokens(row)) * 1e6

const signs: readonly Sign[] = [
  {
    key: 'resolvedPercent',
    applies: (row) => rate(row) > 0,
    isOdd: (row) => rate(row) <= 1,
    what: 'a rate of at most 1 percent',
    isCertain: true,
  },
  {
    key: 'semPercent',
    applies: (row) => sem(row) > 0,
    isOdd: (row) => sem(row) < 0.1 || sem(row) > 20,
    what: 'an error under 0.1 or over 20 points',
    isCertain: true,
  },
  {
    key: 'passAt5Percent',
    applies: (row) => rate(row) > 1 && pass(row) >= 0,
    // Whatever is solved in five runs is solved in one of them; a tenth for rounding.
    isOdd: (row) => pass(row) < rate(row) - 0.1,
    what: 'fewer problems solved in five runs than in one',
    isCertain: true,
  },
  {
    key: 'resolvedPercent',
    applies: (row) => rate(row) >= 0 && pass(row) >= 0,
    // Five runs solve no more than each of them alone; half a point for rounding.
    isOdd: (row) => pass(row) > 5 * rate(row) + 0.5,
    what: 'more problems solved in five runs than five times as many as in one',
    isCertain: false,
  },
  {
    key: 'tokensPerProblem',
    applies: (row) => tokens(row) > 0,
    isOdd: (row) => tokens(row) < 1000,
    what: 'under 1,000 tokens a problem',
    isCertain: false,
  },
  {
    key: 'costUsdPerProblem',
    applies: (row) => cost(row) > 0 && tokens(row) > 0,
    isOdd: (row) => price(row) < 0.02 || price(row) > 60,
    what: 'a price of a million tokens under 2 cents or over 60 dollars',
    isCertain: false,
  },
  {
    key: 'cachedTokensPercent',
    applies: (row) => cached(row) > 0,
    isOdd: (row) => cached(row) <= 1,
    what: 'at most 1 percent of the tokens cached',
    isCertain: true,
  },
]

function numberOf(row: JsonRecord, key: string): number {
  const value = row[key]
  return typeof value === 'number' ? value : Number.NaN
}
