import type { RowMovement } from '@inference-report/issue'
import type { EntryMovement } from '@inference-report/leaderboard'

/** How a row, or a model, moved; one that is in no baseline is new. */
export function movementOf(
  rank: number | undefined,
  move: EntryMovement | undefined,
): RowMovement | undefined {
  if (move === undefined) return { kind: 'new' }
  // A row that gained or lost its score has no place to compare.
  if (rank === undefined || move.rankChange === undefined) return undefined
  const { rankBefore, rankChange, scoreChange } = move
  const kind = rankChange > 0 ? 'up' : rankChange < 0 ? 'down' : 'same'
  return { kind, rankBefore, rankChange, scoreChange }
}
