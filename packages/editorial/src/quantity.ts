import type { Metric } from '@inference-report/leaderboard'

/** `57.2`, `54`, `2,120,660`; a value that one decimal would hide keeps two digits: `0.04`. */
export function decimal(value: number): string {
  const size = Math.abs(value)
  const digits: Intl.NumberFormatOptions =
    size > 0 && size < 0.05 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 1 }
  return new Intl.NumberFormat('en-US', digits).format(value)
}

/** `$4.50`; less than a cent keeps two digits: `$0.0042`. */
export function dollars(value: number): string {
  const digits: Intl.NumberFormatOptions =
    value > 0 && value < 0.01
      ? { maximumSignificantDigits: 2 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return `$${new Intl.NumberFormat('en-US', digits).format(value)}`
}

/** A score in its metric's unit: `57.2 points`, `62.7 percent`, `$2.25`. */
export function quantity(value: number, { unit }: Metric): string {
  if (/^usd\b/i.test(unit)) return `${dollars(value)}${unit.slice(3).replace('/', ' per ')}`
  if (unit === '%' || unit === 'percent') return `${decimal(value)} percent`
  return withUnit(value, unit.replace('/s', ' per second'))
}

/** A difference of two scores: percentages differ in percentage points. */
export function difference(value: number, metric: Metric): string {
  const isPercent = metric.unit === '%' || metric.unit === 'percent'
  return isPercent ? withUnit(value, 'percentage points') : quantity(value, metric)
}

/** The name of that difference's unit, for the fact. */
export function differenceUnit({ unit }: Metric): string | undefined {
  if (unit === '%' || unit === 'percent') return 'percentage points'
  return unit.trim() === '' ? undefined : unit
}

/** Without the noise of binary fractions: 57.2 - 54 is 3.2000000000000028. */
export function subtract(a: number, b: number): number {
  return Number((a - b).toFixed(6)) + 0
}

function withUnit(value: number, unit: string): string {
  const printed = decimal(value)
  const noun = /^-?1$/.test(printed) ? unit.replace(/s$/, '') : unit
  return `${printed} ${noun}`.trim()
}

/** `one place` is `1 place` here: means of places have decimals. */
export function places(value: number): string {
  return withUnit(value, 'places')
}

/** The largest, at least 0. Unlike `Math.max` it takes any number of values. */
export function largestOf(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, value), 0)
}
