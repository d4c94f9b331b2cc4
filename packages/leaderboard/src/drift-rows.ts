import { type Drift, type DriftOptions, fewestRows } from './drift.ts'
import type { Entry, Snapshot } from './snapshot.ts'

/**
 * Rows of the earlier snapshot that the later one has not: gone, or there under another id. A name
 * that came back under a new id has not disappeared, but nothing can be said of how it moved.
 */
export function disappearance(
  before: Snapshot,
  after: Snapshot,
  { mostRowsLostPercent = 25 }: DriftOptions,
): Drift[] {
  const total = before.entries.length
  if (total < fewestRows) return []
  const present = new Set(after.entries.map(({ id }) => id))
  const known = new Set(before.entries.map(({ id }) => id))
  const renewed = new Set(after.entries.filter(({ id }) => !known.has(id)).map(keyOf))
  const missing = before.entries.filter(({ id }) => !present.has(id))
  const renamed = missing.filter((entry) => renewed.has(keyOf(entry)))
  const gone = missing.filter((entry) => !renewed.has(keyOf(entry)))
  const isOneSeries = before.series === after.series
  // Another window may do without some rows; not without most of them.
  const limit = (total * mostRowsLostPercent * (isOneSeries ? 1 : 2)) / 100
  const severity = isOneSeries ? 'error' : 'warning'
  const found = (code: Drift['code'], rows: readonly Entry[], message: string): Drift[] => {
    if (rows.length <= limit) return []
    const ids = rows.slice(0, 20).map(({ id }) => id)
    const evidence = {
      before: total,
      after: total - rows.length,
      limit: total - limit,
      rows: total,
    }
    return [{ code, severity, message, ids, evidence }]
  }
  return [
    ...found('rows-disappeared', gone, `${gone.length} of ${total} rows are gone.`),
    ...found('ids-changed', renamed, `${renamed.length} of ${total} rows have another id now.`),
  ]
}

function keyOf({ name, kind, organization }: Entry): string {
  return JSON.stringify([name, kind, organization])
}
