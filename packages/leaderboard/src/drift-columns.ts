import { fillOf, printPercent, rowFields } from './columns.ts'
import { type Drift, type DriftOptions, type DriftSeverity, fewestRows } from './drift.ts'
import type { Metric, Snapshot } from './snapshot.ts'

/** A column is emptied where less than this part of its former fill is left. */
const leastFillKept = 0.5

/** Columns of the earlier snapshot that are gone, have another unit, or have lost most of their values. */
export function columnDrift(
  before: Snapshot,
  after: Snapshot,
  { required = [], optional = [] }: DriftOptions,
): Drift[] {
  const present = new Map(after.metrics.map((metric) => [metric.key, metric]))
  const isNamed = new Set(required)
  // What a row is, or when it came, is good to know; whose it is and what it scored must be.
  const isOptional = new Set<string>([...optional, 'releasedOn', 'effort', 'openWeights'])
  const severityOf = (column: string): DriftSeverity =>
    isOptional.has(column) ? 'warning' : 'error'
  const missing = before.metrics
    .filter(({ key }) => !present.has(key) && !isNamed.has(key))
    .map(({ key }): Drift => {
      const evidence = { before: fillOf(before, key) ?? 0, after: 0, rows: after.entries.length }
      return {
        code: 'column-missing',
        severity: severityOf(key),
        message: `The column ${key} is gone.`,
        column: key,
        evidence,
      }
    })
  const kept = before.metrics.flatMap((was): [Metric, Metric][] => {
    const is = present.get(was.key)
    return is === undefined ? [] : [[was, is]]
  })
  const columns = [...kept.map(([{ key }]) => key), ...rowFields]
  return [
    ...missing,
    ...kept.flatMap(([was, is]) => unitChange(was, is)),
    ...columns.flatMap((column) => emptied(before, after, column, severityOf(column))),
  ]
}

function unitChange(was: Metric, is: Metric): Drift[] {
  const [before, after] = [was, is].map(
    ({ unit, better }) => `${unit}, ${better ?? 'neither'} is better`,
  )
  if (before === after) return []
  return [
    {
      code: 'unit-changed',
      severity: 'error',
      message: `${is.key} is in ${is.unit}, ${is.better ?? 'neither'} being better; it was in ${was.unit}, ${was.better ?? 'neither'} being better.`,
      column: is.key,
      evidence: { before, after },
    },
  ]
}

function emptied(
  before: Snapshot,
  after: Snapshot,
  column: string,
  severity: DriftSeverity,
): Drift[] {
  const [was = 0, is = 0] = [before, after].map((snapshot) => fillOf(snapshot, column) ?? 0)
  const limit = was * leastFillKept
  if (before.entries.length < fewestRows || after.entries.length === 0 || is >= limit) return []
  return [
    {
      code: 'column-emptied',
      severity,
      message: `${column} is known for ${printPercent(is)} of the rows; it was for ${printPercent(was)}.`,
      column,
      evidence: { before: was, after: is, limit, rows: after.entries.length },
    },
  ]
}
