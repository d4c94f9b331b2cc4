import { scoreOf } from './rank.ts'
import type { Entry, Snapshot } from './snapshot.ts'

/** What can be wrong with a snapshot that was read without an error. Stable. */
export type DriftCode =
  | 'id-collision'
  | 'value-not-finite'
  | 'no-scores'
  | 'column-missing'
  | 'column-emptied'
  | 'scale-changed'
  | 'rows-disappeared'

/** A sign that the source changed its shape, or that a part of it was lost on the way. */
export interface Drift {
  code: DriftCode
  /** One plain sentence. */
  message: string
  /** The metric, or the field of the rows, that it is about, e.g. `'costUsdPerTask'`, `'organization'`. */
  column?: string | undefined
  /** Rows it is about; at most 20. */
  ids?: string[] | undefined
}

/** A column is emptied where less than this part of its former fill is left. */
const leastFillKept = 0.5
/** Rows have disappeared where more than this part of them is gone. */
const mostRowsLost = 0.25
/** A scale has changed where the middle row of both boards is off by more than this factor. */
const mostScale = 3
/** Fewer rows than this say nothing about a column or a board. */
const fewestRows = 5

/**
 * Looks for what a parser cannot see: values that are plausible one by one, on a board that is not.
 * Empty for a sound snapshot. Whether to publish anyway is the caller's decision.
 *
 * Of `after` alone: ids used twice, values that are not finite, a board nobody has a score on. Against
 * `before`, the last good one: a metric that is gone; a column that less than half as large a part of
 * the rows fills; and, within one series, more than a quarter of the rows gone, or a column whose middle
 * row is off by more than a factor of 3 (percent read as a fraction, milliseconds as seconds).
 */
export function detectDrift(before: Snapshot, after: Snapshot): Drift[] {
  return [
    ...idCollisions(after.entries),
    ...unsoundValues(after.entries),
    ...missingScores(after),
    ...columnDrift(before, after),
    ...(before.series === after.series
      ? [...scaleDrift(before, after), ...disappearance(before, after)]
      : []),
  ]
}

function idCollisions(entries: readonly Entry[]): Drift[] {
  const seen = new Set<string>()
  const ids = entries.filter(({ id }) => seen.has(id) || !seen.add(id)).map(({ id }) => id)
  if (ids.length === 0) return []
  return [
    {
      code: 'id-collision',
      message: `${ids.length} rows have the id of another row.`,
      ids: [...new Set(ids)].slice(0, 20),
    },
  ]
}

function unsoundValues(entries: readonly Entry[]): Drift[] {
  const ids = new Map<string, string[]>()
  for (const entry of entries) {
    for (const [key, value] of Object.entries(entry.values)) {
      if (!Number.isFinite(value)) ids.set(key, [...(ids.get(key) ?? []), entry.id].slice(0, 20))
    }
  }
  return [...ids].map(([column, rows]) => ({
    code: 'value-not-finite',
    message: `${column} holds what is not a finite number.`,
    column,
    ids: rows,
  }))
}

function missingScores({ metrics, entries }: Snapshot): Drift[] {
  const column = metrics[0]?.key
  if (column !== undefined && entries.some((entry) => scoreOf(entry, column) !== undefined)) {
    return []
  }
  const message = 'No row has a value for the metric the board is ranked by.'
  return [{ code: 'no-scores', message, ...(column === undefined ? {} : { column }) }]
}

function columnDrift(before: Snapshot, after: Snapshot): Drift[] {
  const present = new Set(after.metrics.map(({ key }) => key))
  const missing = before.metrics
    .filter(({ key }) => !present.has(key))
    .map(({ key }): Drift => {
      const message = `The column ${key} is gone.`
      return { code: 'column-missing', message, column: key }
    })
  const kept = before.metrics.filter(({ key }) => present.has(key))
  const columns: [string, (entry: Entry) => boolean][] = [
    ...kept.map(({ key }): [string, (entry: Entry) => boolean] => [
      key,
      (entry) => scoreOf(entry, key) !== undefined,
    ]),
    ['organization', (entry) => entry.organization !== undefined],
    ['releasedOn', (entry) => entry.releasedOn !== undefined],
  ]
  const emptied = columns.flatMap(([column, has]): Drift[] => {
    const was = before.entries.filter(has).length / before.entries.length
    const is = after.entries.filter(has).length / after.entries.length
    if (before.entries.length < fewestRows || !(is < was * leastFillKept)) return []
    const message = `${column} is known for ${percent(is)} of the rows; it was for ${percent(was)}.`
    return [{ code: 'column-emptied', message, column }]
  })
  return [...missing, ...emptied]
}

function scaleDrift(before: Snapshot, after: Snapshot): Drift[] {
  const earlier = new Map(before.entries.map((entry) => [entry.id, entry]))
  return after.metrics.flatMap(({ key }): Drift[] => {
    const factors = after.entries
      .flatMap((is) => {
        const was = earlier.get(is.id)
        const [from, to] = [was && scoreOf(was, key), scoreOf(is, key)]
        return from === undefined || to === undefined || from === 0 || to === 0 ? [] : [to / from]
      })
      .sort((a, b) => a - b)
    const middle = factors[factors.length >> 1]
    if (middle === undefined || factors.length < fewestRows) return []
    if (middle <= mostScale && middle >= 1 / mostScale) return []
    const message = `${key} of the middle row is ${Number(middle.toPrecision(3))} times what it was.`
    return [{ code: 'scale-changed', message, column: key }]
  })
}

function disappearance(before: Snapshot, after: Snapshot): Drift[] {
  const present = new Set(after.entries.map(({ id }) => id))
  const ids = before.entries.filter(({ id }) => !present.has(id)).map(({ id }) => id)
  const total = before.entries.length
  if (total < fewestRows || ids.length <= total * mostRowsLost) return []
  const message = `${ids.length} of ${total} rows are gone.`
  return [{ code: 'rows-disappeared', message, ids: ids.slice(0, 20) }]
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}
