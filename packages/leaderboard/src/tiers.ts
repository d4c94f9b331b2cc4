import { commonMetric } from './comparable.ts'
import type { EntryMovement } from './movement.ts'
import { readMoves } from './moves.ts'
import { meanOf } from './numbers.ts'
import { rowsById } from './order.ts'
import type { Entry, Snapshot } from './snapshot.ts'

/** How restless a part of a board was. */
export interface TierMovement {
  /** The ranks of the tier, both included; `to` is absent for the last one, which has no end. */
  from: number
  to?: number | undefined
  /** How many rows had such a rank before and have any rank now: those whose moves are counted. */
  compared: number
  /** How many of them moved among the rows that both snapshots have ranked. */
  moved: number
  /** Mean of the places they moved, up or down; absent where none was compared. */
  meanMove?: number | undefined
  /** The most places that one of them moved, up or down. */
  largestMove: number
  /** Ids of those that moved so far; empty where none moved. */
  largest: string[]
  /** How many rows that had such a rank before have left the board, or lost their rank. */
  left: number
  /** How many rows that have such a rank now had none before. */
  entered: number
}

/** The last ranks of all tiers but the last. */
const usualBounds: readonly number[] = [5, 10, 25]

/**
 * Mean and largest move for each tier of a board, a row being of the tier it was in before. Moves are
 * counted among the rows ranked in both snapshots, so that one newcomer at the top is not a move of
 * everybody; who came and went is told beside them.
 *
 * @param bounds The last rank of each tier but the last, ascending: `[5, 10, 25]` are the ranks 1–5,
 * 6–10, 11–25, and 26 to the end. Tiers without any row are left out.
 * @throws SourceError `incomparable`, as `compareSnapshots`.
 */
export function tierMovements(
  before: Snapshot,
  after: Snapshot,
  bounds: readonly number[] = usualBounds,
): TierMovement[] {
  const metric = commonMetric(before, after)
  const [earlier, later] = [rowsById(before.entries), rowsById(after.entries)]
  return readTiers(earlier, later, readMoves(earlier, later, metric), bounds)
}

/** As `tierMovements`, of what is already compared. */
export function readTiers(
  earlier: ReadonlyMap<string, Entry>,
  later: ReadonlyMap<string, Entry>,
  moves: readonly EntryMovement[],
  bounds: readonly number[] = usualBounds,
): TierMovement[] {
  const isSound = bounds.every(
    (bound, index) => Number.isInteger(bound) && bound > (bounds[index - 1] ?? 0),
  )
  if (!isSound) throw new RangeError('the bounds of tiers must be ascending ranks')
  return [...bounds, undefined].flatMap((to, index) => {
    const from = (bounds[index - 1] ?? 0) + 1
    const isIn = (rank: number | undefined): boolean =>
      rank !== undefined && rank >= from && (to === undefined || rank <= to)
    const changes = moves.flatMap(({ id, rankBefore, ownRankChange }) =>
      ownRankChange !== undefined && isIn(rankBefore)
        ? [{ id, size: Math.abs(ownRankChange) }]
        : [],
    )
    const left = countOnly(earlier, later, isIn)
    const entered = countOnly(later, earlier, isIn)
    if (changes.length + left + entered === 0) return []
    const largestMove = changes.reduce((most, { size }) => Math.max(most, size), 0)
    const meanMove = meanOf(changes.map(({ size }) => size))
    return [
      {
        from,
        ...(to === undefined ? {} : { to }),
        compared: changes.length,
        moved: changes.filter(({ size }) => size > 0).length,
        ...(meanMove === undefined ? {} : { meanMove }),
        largestMove,
        largest: changes.filter(({ size }) => size > 0 && size === largestMove).map(({ id }) => id),
        left,
        entered,
      },
    ]
  })
}

function countOnly(
  rows: ReadonlyMap<string, Entry>,
  others: ReadonlyMap<string, Entry>,
  isIn: (rank: number | undefined) => boolean,
): number {
  return [...rows.values()].filter(
    ({ id, rank }) => isIn(rank) && others.get(id)?.rank === undefined,
  ).length
}
