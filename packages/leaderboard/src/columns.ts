import { scoreOf } from './rank.ts'
import type { Entry, Snapshot } from './snapshot.ts'

/** Fields of the rows that a source can lose, beside the metrics. */
export const rowFields = ['organization', 'releasedOn', 'effort', 'openWeights'] as const

/** Whether a row has a value in a column: a metric's key, or a field of the rows. */
export function hasValue(entry: Entry, column: string): boolean {
  const field = rowFields.find((one) => one === column)
  return field === undefined ? scoreOf(entry, column) !== undefined : entry[field] !== undefined
}

/** For how many of the rows a column is known, in percent; `undefined` without rows. */
export function fillOf({ entries }: Snapshot, column: string): number | undefined {
  if (entries.length === 0) return undefined
  return (entries.filter((entry) => hasValue(entry, column)).length * 100) / entries.length
}

/** `1 row has`, `6 rows have`. */
export function countRows(count: number): string {
  return count === 1 ? '1 row has' : `${count} rows have`
}

/** `45 %`; what is not quite nothing or all is not called so. */
export function printPercent(percent: number): string {
  const whole = Math.round(percent)
  const isWhole = (whole > 0 || percent === 0) && (whole < 100 || percent === 100)
  return `${isWhole ? whole : Number(percent.toFixed(2))} %`
}

/** The middle of some numbers, the upper one of two; `undefined` of none. */
export function middleOf(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
