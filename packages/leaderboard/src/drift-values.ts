import { middleOf } from './columns.ts'
import { type Drift, fewestRows } from './drift.ts'
import { kendallTau } from './kendall.ts'
import { rowsById } from './order.ts'
import { scoreOf } from './rank.ts'
import type { Snapshot } from './snapshot.ts'

/** A scale has changed where the middle row is off by more than this factor. */
const mostScale = 3
/** And values have shifted where it is by more than this one: on a board at rest it is 1. */
const mostShift = 1.25
/** Least Kendall's tau-b between two snapshots of one series; day to day it is above 0.9. */
const leastOrder = 0.5
/** Fewer rows than this can change their order among themselves. */
const fewestOrdered = 10

/** Columns whose values are, row by row, a multiple of what they were. */
export function scaleDrift(before: Snapshot, after: Snapshot): Drift[] {
  const earlier = rowsById(before.entries)
  return after.metrics.flatMap(({ key }): Drift[] => {
    const both = [...rowsById(after.entries).values()].flatMap((is) => {
      const was = earlier.get(is.id)
      const [from, to] = [was && scoreOf(was, key), scoreOf(is, key)]
      // A factor says nothing of a 0.
      return from === undefined || to === undefined || from === 0 || to === 0 ? [] : [[from, to]]
    })
    const factor = middleOf(both.map(([from = 1, to = 1]) => to / from))
    if (factor === undefined || both.length < fewestRows) return []
    const isScale = factor > mostScale || factor < 1 / mostScale
    if (!isScale && factor <= mostShift && factor >= 1 / mostShift) return []
    return [
      {
        code: isScale ? 'scale-changed' : 'values-shifted',
        severity: isScale ? 'error' : 'warning',
        message: `${key} of the middle row is ${Number(factor.toPrecision(3))} times what it was.`,
        column: key,
        evidence: {
          before: printable(middleOf(both.map(([from = 0]) => from))),
          after: printable(middleOf(both.map(([, to = 0]) => to))),
          limit: `a factor of ${isScale ? mostScale : mostShift}`,
          rows: both.length,
        },
      },
    ]
  })
}

/** A board whose rows stand in another order altogether, as they do where another column was read. */
export function orderDrift(before: Snapshot, after: Snapshot): Drift[] {
  const earlier = rowsById(before.entries)
  const both = [...rowsById(after.entries).values()].flatMap(({ id, rank: is }) => {
    const was = earlier.get(id)?.rank
    return was === undefined || is === undefined ? [] : [{ was, is }]
  })
  if (both.length < fewestOrdered) return []
  const tau = kendallTau(
    both.map(({ was }) => was),
    both.map(({ is }) => is),
  )
  if (tau === undefined || tau >= leastOrder) return []
  const column = after.metrics[0]?.key
  return [
    {
      code: 'order-changed',
      severity: 'error',
      message: `The order of ${both.length} rows has little to do with the former one (Kendall's tau-b ${tau.toFixed(2)}).`,
      ...(column === undefined ? {} : { column }),
      evidence: { after: tau, limit: leastOrder, rows: both.length },
    },
  ]
}

// 41 / 100 is 0.41000000000000003.
function printable(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(12))
}
