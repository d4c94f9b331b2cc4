import type { Defects } from '@inference-report/source'
import { groupBy } from './group-by.ts'
import { toDay } from './payload-fields.ts'
import type { Row } from './row.ts'

/**
 * Gives rows of one id ids of their own. A model may be evaluated again on later tasks under the id it
 * had, as GLM-5.1 in summer 2026: the run with results in the window keeps the id, else the latest one,
 * and the others add the range they were evaluated on. Two runs on one range are a defect, and numbered.
 */
export function runsApart(rows: readonly Row[], defects: Defects): Row[] {
  const runs = groupBy(rows, ({ id }) => id)
  const own = new Map<Row, string>()
  const used = new Set(rows.flatMap(({ id }) => id ?? []))
  for (const [id, group] of runs) {
    if (id === undefined) continue
    const [kept, ...others] = group.toSorted(
      (a, b) => isOut(a) - isOut(b) || (b.evaluated?.to ?? 0) - (a.evaluated?.to ?? 0),
    )
    for (const row of others) {
      const dated = rangeOf(row) === rangeOf(kept) ? id : `${id}@${rangeOf(row)}`
      if (used.has(dated)) {
        defects.add('duplicate-id', `Another run on the same tasks has the id ${id}.`, row.path)
      }
      let name = dated
      for (let count = 2; used.has(name); count += 1) name = `${dated}-${count}`
      used.add(name)
      own.set(row, name)
    }
  }
  return rows.map((row) => ({ ...row, id: own.get(row) ?? row.id }))
}

function isOut({ flags }: Row): number {
  return flags.includes('out-of-range') ? 1 : 0
}

function rangeOf(row: Row | undefined): string {
  const range = row?.evaluated
  return range === undefined ? 'unknown' : `${toDay(range.from)}..${toDay(range.to)}`
}
