import type { Entry, Snapshot } from '@inference-report/leaderboard'
import { groupBy } from './group-by.ts'
import type { Row } from './row.ts'

/**
 * Rows without an id of their own, with what the last snapshot knew of their names: id, maker and
 * release date, which do not change. Names that stand more than once, here or there, tell nothing.
 */
export function knownBefore(rows: readonly Row[], previous: Snapshot | undefined): Row[] {
  if (previous === undefined) return [...rows]
  const before = groupBy(previous.entries, ({ name }) => name)
  const now = groupBy(rows, ({ name }) => name)
  return rows.map((row) => {
    const [entry, other] = before.get(row.name) ?? []
    const isOne = other === undefined && now.get(row.name)?.length === 1
    return row.id === undefined && entry !== undefined && isOne
      ? { ...row, ...factsOf(entry) }
      : row
  })
}

function factsOf({ id, organization, releasedOn }: Entry): Partial<Row> {
  return {
    id,
    ...(organization === undefined ? {} : { organization }),
    ...(releasedOn === undefined ? {} : { releasedOn }),
  }
}
