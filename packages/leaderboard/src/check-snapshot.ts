import { unsoundValues } from './check-values.ts'
import { countRows, fillOf, hasValue, printPercent, rowFields } from './columns.ts'
import type { Drift, DriftOptions } from './drift.ts'
import { scoreOf } from './rank.ts'
import type { Entry, Snapshot } from './snapshot.ts'

/**
 * What can be seen of one snapshot alone: ids and names used twice, values that are not finite or out
 * of range, a board nobody has a score on, columns that are missing or known for too few rows. Empty
 * for a sound one.
 */
export function checkSnapshot(snapshot: Snapshot, options: DriftOptions = {}): Drift[] {
  return [
    ...idCollisions(snapshot.entries),
    ...nameCollisions(snapshot.entries),
    ...unsoundValues(snapshot, options),
    ...missingScores(snapshot),
    ...missingColumns(snapshot, options),
    ...sparseColumns(snapshot, options),
  ]
}

function idCollisions(entries: readonly Entry[]): Drift[] {
  const seen = new Set<string>()
  const ids = entries.filter(({ id }) => seen.has(id) || !seen.add(id)).map(({ id }) => id)
  if (ids.length === 0) return []
  return [
    {
      code: 'id-collision',
      severity: 'error',
      message: `${countRows(ids.length)} the id of another row.`,
      ids: [...new Set(ids)].slice(0, 20),
      evidence: { after: ids.length, limit: 0, rows: entries.length },
    },
  ]
}

// SWE-rebench has such rows by its own choice: one model as text and with tools.
function nameCollisions(entries: readonly Entry[]): Drift[] {
  const idOf = new Map<string, string>()
  const ids = entries.flatMap(({ id, name, effort, organization, kind }) => {
    const key = JSON.stringify([name, effort, organization, kind])
    const first = idOf.get(key)
    if (first === undefined) idOf.set(key, id)
    return first === undefined || first === id ? [] : [id]
  })
  if (ids.length === 0) return []
  return [
    {
      code: 'name-collision',
      severity: 'notice',
      message: `${countRows(ids.length)} the name of another row, and nothing but the id tells them apart.`,
      ids: ids.slice(0, 20),
      evidence: { after: ids.length, limit: 0, rows: entries.length },
    },
  ]
}

function missingScores({ metrics, entries }: Snapshot): Drift[] {
  const column = metrics[0]?.key
  if (column !== undefined && entries.some((entry) => scoreOf(entry, column) !== undefined)) {
    return []
  }
  return [
    {
      code: 'no-scores',
      severity: 'error',
      message: 'No row has a value for the metric the board is ranked by.',
      ...(column === undefined ? {} : { column }),
      evidence: { after: 0, limit: 1, rows: entries.length },
    },
  ]
}

function missingColumns(snapshot: Snapshot, { required = [] }: DriftOptions): Drift[] {
  const { entries, metrics } = snapshot
  const known = new Set<string>([...rowFields, ...metrics.map(({ key }) => key)])
  return [...new Set(required)]
    .filter((column) => !known.has(column) || !entries.some((entry) => hasValue(entry, column)))
    .map((column) => ({
      code: 'column-missing',
      severity: 'error',
      message: `No row has the required column ${column}.`,
      column,
      evidence: { after: 0, limit: 1, rows: entries.length },
    }))
}

function sparseColumns(snapshot: Snapshot, { floors = {} }: DriftOptions): Drift[] {
  return Object.entries(floors).flatMap(([column, limit]): Drift[] => {
    const after = fillOf(snapshot, column)
    if (after === undefined || after >= limit) return []
    return [
      {
        code: 'column-sparse',
        severity: 'error',
        message: `${column} is known for ${printPercent(after)} of the rows, fewer than the ${printPercent(limit)} it must be.`,
        column,
        evidence: { after, limit, rows: snapshot.entries.length },
      },
    ]
  })
}
