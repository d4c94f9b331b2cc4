import { commonMetric } from './comparable.ts'
import { readGroups } from './groups.ts'
import type { Movement } from './movement.ts'
import { readMoves } from './moves.ts'
import { rowsById } from './order.ts'
import { scoreOf } from './rank.ts'
import type { Entry, Snapshot } from './snapshot.ts'
import { spreadChange } from './spread.ts'
import { superlatives } from './superlatives.ts'
import { readTiers } from './tiers.ts'

/**
 * What changed on a board from one snapshot to a later one, by row id and the first metric. The order
 * in which the snapshots hold their rows does not matter; their ranks do.
 *
 * @throws SourceError `incomparable` where the two are of different series or ranked by different
 * metrics, or where one is only a part of its board (a `partial` warning): rows of the other pages
 * would look as if they had come or gone.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): Movement {
  const metric = commonMetric(before, after)
  const earlier = rowsById(before.entries)
  const later = rowsById(after.entries)
  const entered = [...later.keys()].filter((id) => !earlier.has(id))
  const left = [...earlier.keys()].filter((id) => !later.has(id))
  const moves = readMoves(earlier, later, metric)
  const spread = spreadChange(before, after)
  return {
    board: after.board,
    series: after.series,
    before: before.id,
    after: after.id,
    ...(before.capturedAt === undefined ? {} : { beforeCapturedAt: before.capturedAt }),
    ...(after.capturedAt === undefined ? {} : { afterCapturedAt: after.capturedAt }),
    metric,
    entered,
    left,
    moves,
    leaders: compareLeaders(idsOfRank1(earlier), idsOfRank1(later)),
    frozenPrefix: commonPrefix(idsByRank(earlier), idsByRank(later)),
    unchanged:
      entered.length + left.length === 0 &&
      [...later].every(([id, entry]) => standsStill(earlier.get(id), entry, metric)),
    ...(spread === undefined ? {} : { spread }),
    tiers: readTiers(earlier, later, moves),
    groups: {
      organization: readGroups(earlier, later, moves, 'organization'),
      openWeights: readGroups(earlier, later, moves, 'openWeights'),
    },
    superlatives: superlatives({ before: before.id, after: after.id, moves }),
  }
}

function standsStill(was: Entry | undefined, is: Entry, metric: string): boolean {
  return was?.rank === is.rank && was !== undefined && scoreOf(was, metric) === scoreOf(is, metric)
}

function idsOfRank1(rows: ReadonlyMap<string, Entry>): string[] {
  return [...rows.values()].filter(({ rank }) => rank === 1).map(({ id }) => id)
}

function idsByRank(rows: ReadonlyMap<string, Entry>): { rank: number; ids: Set<string> }[] {
  const groups = new Map<number, Set<string>>()
  for (const { id, rank } of rows.values()) {
    if (rank !== undefined) groups.set(rank, (groups.get(rank) ?? new Set()).add(id))
  }
  return [...groups].map(([rank, ids]) => ({ rank, ids }))
}

function compareLeaders(before: string[], after: string[]): Movement['leaders'] {
  const known = new Set(before)
  const changed = before.length !== after.length || after.some((id) => !known.has(id))
  return { before, after, changed }
}

// Of rows that tie nobody can say which stands first, so they are compared as one place.
function commonPrefix(
  before: readonly { rank: number; ids: ReadonlySet<string> }[],
  after: readonly { rank: number; ids: ReadonlySet<string> }[],
): number {
  let rows = 0
  for (const [index, { rank, ids }] of after.entries()) {
    const was = before[index]
    const isSame =
      was?.rank === rank && was.ids.size === ids.size && [...ids].every((id) => was.ids.has(id))
    if (!isSame) return rows
    rows += ids.size
  }
  return rows
}
