import type { Drift, DriftOptions } from './drift.ts'
import type { Entry, Metric, Snapshot } from './snapshot.ts'

/** Values that are not finite, or outside what their column can hold. */
export function unsoundValues(
  { entries, metrics }: Snapshot,
  { ranges = {} }: DriftOptions,
): Drift[] {
  const ranged = new Map(metrics.map((metric) => [metric.key, rangeOf(metric, ranges)]))
  const infinite = new Map<string, Entry[]>()
  const outside = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const [key, value] of Object.entries<number | undefined>(entry.values)) {
      // A key without a value is no key: plain JSON would not even hold it.
      if (value === undefined) continue
      const [least, most] = ranged.get(key) ?? everything
      if (!Number.isFinite(value)) put(infinite, key, entry)
      else if (value < least || value > most) put(outside, key, entry)
    }
  }
  const ids = (rows: readonly Entry[]) => rows.slice(0, 20).map(({ id }) => id)
  return [
    ...[...infinite].map(([column, rows]): Drift => {
      const message = `${column} holds what is not a finite number.`
      const evidence = { after: rows.length, limit: 0, rows: entries.length }
      const severity = 'error'
      return { code: 'value-not-finite', severity, message, column, ids: ids(rows), evidence }
    }),
    ...[...outside].map(([column, rows]): Drift => {
      const [least, most] = ranged.get(column) ?? everything
      const limit = `${least} to ${most}`
      const worst = rows[0]?.values[column]
      const many = rows.length === 1 ? 'a value' : `${rows.length} values`
      const message = `${column} has ${many} outside ${limit}, such as ${worst}.`
      const evidence = { after: worst, limit, rows: rows.length }
      const severity = 'error'
      return { code: 'value-out-of-range', severity, message, column, ids: ids(rows), evidence }
    }),
  ]
}

function put(groups: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [entry])
  else known.push(entry)
}

const everything: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]

function rangeOf(
  { key, unit }: Metric,
  ranges: NonNullable<DriftOptions['ranges']>,
): readonly [number, number] {
  const own = Object.hasOwn(ranges, key) ? ranges[key] : undefined
  if (own !== undefined) return own
  if (/^(?:%|percent)$/i.test(unit)) return [0, 100]
  return /^(?:usd|tokens)\b/i.test(unit) ? [0, Number.POSITIVE_INFINITY] : everything
}
