import type { Fact } from '@inference-report/issue'
import type { EntryMovement, Movement } from '@inference-report/leaderboard'
import { type BoardFact, finishFacts } from './board-fact.ts'
import type { BoardOptions } from './board-options.ts'
import { type MovementSnapshots, type MovingBoard, movingBoard } from './moving-board.ts'
import { difference, differenceUnit, quantity } from './quantity.ts'
import { countOf } from './words.ts'

export interface MoveOptions extends BoardOptions {
  /**
   * Ids of the rows to tell of; by default the five that moved most by their own, and the five scores
   * that changed most, by a thousandth of the score at least.
   */
  rows?: readonly string[] | undefined
}

const most = 5
/** A change by less than this part of a score is a matter of how many decimals were printed. */
const leastPart = 0.001

/**
 * How single rows moved: `rank-move`, from which rank to which, and `score-move`, by how much its own
 * score changed and to what. A drop that only newcomers make is told as where the row is now, and not
 * as its drop. Ids end with the row's.
 */
export function factsFromMoves(
  movement: Movement,
  { before, after }: MovementSnapshots,
  options: MoveOptions,
): Fact[] {
  const board = movingBoard(movement, { before, after }, options)
  const facts = [
    ...chosen(movement, options, ({ ownRankChange }) => ownRankChange).flatMap((move) =>
      rankMove(move, board),
    ),
    ...chosen(movement, options, toldChange).flatMap((move) => scoreMove(move, board)),
  ]
  return finishFacts(facts, after, [movement.before, movement.after], options)
}

function chosen(
  { moves }: Movement,
  { rows }: MoveOptions,
  changeOf: (move: EntryMovement) => number | undefined,
): EntryMovement[] {
  if (rows !== undefined) {
    return [...new Set(rows)].flatMap((id) => moves.find((move) => move.id === id) ?? [])
  }
  const size = (move: EntryMovement) => Math.abs(changeOf(move) ?? 0)
  return moves
    .filter((move) => size(move) > 0)
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, most)
}

function toldChange({ scoreChange, scoreBefore = 0, scoreAfter = 0 }: EntryMovement) {
  const size = Math.max(Math.abs(scoreBefore), Math.abs(scoreAfter))
  return Math.abs(scoreChange ?? 0) < size * leastPart ? undefined : scoreChange
}

function rankMove(move: EntryMovement, { name, since }: MovingBoard): BoardFact[] {
  const { id, name: row, rankBefore, rankAfter, rankChange, ownRankChange } = move
  if (rankBefore === undefined || rankAfter === undefined || !rankChange) return []
  const others = [
    ...(rankChange < 0 && move.newcomersAbove > 0
      ? [countOf(move.newcomersAbove, 'newcomer')]
      : []),
    ...(rankChange > 0 && move.leaversAbove > 0 ? [countOf(move.leaversAbove, 'departure')] : []),
  ].map((part) => `, with ${part} above it`)
  const isOwn = (ownRankChange ?? 0) * rankChange > 0
  const verb = rankChange > 0 ? 'climbed' : 'dropped'
  const sentence = isOwn
    ? `${row} has ${verb} from rank ${rankBefore} to rank ${rankAfter} on ${name} since ${since}${others.join('')}`
    : `${row} is at rank ${rankAfter} on ${name}, and was at rank ${rankBefore} in ${since}${others.join('')}`
  return [{ kind: 'rank-move', part: id, unit: 'places', value: rankChange, sentence }]
}

function scoreMove(
  { id, name: row, scoreChange, scoreAfter }: EntryMovement,
  { name, since, metric }: MovingBoard,
): BoardFact[] {
  if (!scoreChange || scoreAfter === undefined || metric === undefined) return []
  const verb = scoreChange > 0 ? 'gained' : 'lost'
  const amount = difference(Math.abs(scoreChange), metric)
  const sentence = `${row} has ${verb} ${amount} on ${name} since ${since}, to ${quantity(scoreAfter, metric)}`
  const unit = differenceUnit(metric)
  return [{ kind: 'score-move', part: id, unit, value: scoreChange, sentence }]
}
