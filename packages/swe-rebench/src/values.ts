import type { Defects } from '@inference-report/source'

/** Least and most of a value, both allowed. The error of a rate over two runs or more is at most 50. */
export const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  resolvedPercent: [0, 100],
  semPercent: [0, 50],
  passAt5Percent: [0, 100],
  costUsdPerProblem: [0, 1e5],
  tokensPerProblem: [0, 1e10],
  cachedTokensPercent: [0, 100],
}
// Nothing costs 0 or takes 0 tokens: the page has it for runs of which nobody counted them.
const zeroIsUnknown = new Set(['costUsdPerProblem', 'tokensPerProblem', 'cachedTokensPercent'])

/** Keeps what is known and plausible; tells the rest. */
export function checkValues(
  found: Readonly<Record<string, unknown>>,
  path: string,
  defects: Defects,
): Record<string, number> {
  const values: Record<string, number> = {}
  for (const [key, [least, most]] of Object.entries(ranges)) {
    const value = found[key]
    if (value === undefined || value === null || (value === 0 && zeroIsUnknown.has(key))) continue
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      defects.add('value-unreadable', `${key} is not a finite number and was left out.`, path)
    } else if (value < least || value > most) {
      const message = `${key} is not between ${least} and ${most} and was left out.`
      defects.add('value-out-of-range', message, path)
    } else values[key] = value + 0
  }
  return values
}
