import { figure } from './table.ts'

/** A promise in numbers, and what came of it. */
export interface Bar {
  what: string
  /** `undefined` where it could not be measured. */
  value: number | undefined
  /** The value must be at least, or at most, this. */
  atLeast?: number
  atMost?: number
  unit: string
}

export function isMet({ value, atLeast, atMost }: Bar): boolean | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined
  return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity)
}

/** One row a bar: what, measured, wanted, met or not. */
export function barRow(bar: Bar): string[] {
  const met = isMet(bar)
  const wanted = bar.atLeast === undefined ? `<= ${bar.atMost}` : `>= ${bar.atLeast}`
  return [
    bar.what,
    met === undefined ? '-' : `${figure(bar.value)}${bar.unit}`,
    `${wanted}${bar.unit}`,
    met === undefined ? 'not measured' : met ? 'met' : 'not met',
  ]
}
