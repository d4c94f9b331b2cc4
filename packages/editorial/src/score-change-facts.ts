import type { Movement } from '@inference-report/leaderboard'
import { type BoardFact, scoreIn } from './board-fact.ts'
import type { MovingBoard } from './moving-board.ts'
import { difference, differenceUnit, largestOf, quantity } from './quantity.ts'
import { countWord } from './words.ts'

const known = 'known then and now'

/** The largest change of score, and whether it is the only one. */
export function scoreChangeFacts(movement: Movement, board: MovingBoard): BoardFact[] {
  const { metric, name, since, after } = board
  const changed = movement.moves.flatMap(({ id, scoreChange, name: row }) =>
    scoreChange === undefined || scoreChange === 0 ? [] : [{ id, scoreChange, row }],
  )
  const value = largestOf(changed.map(({ scoreChange }) => Math.abs(scoreChange)))
  const [top, ...tied] = changed.filter(({ scoreChange }) => Math.abs(scoreChange) === value)
  if (top === undefined || metric === undefined) return []
  const unit = differenceUnit(metric)
  const amount = difference(value, metric)
  const isAll = movement.moves.every((move) => isMeasured(move, board))
  if (tied.length > 0) {
    const most = isAll
      ? `No score on ${name} has changed`
      : `No score ${known} on ${name} has changed`
    const sentence = `${most} by more than ${amount} since ${since}; ${countWord(tied.length + 1)} have by that much`
    return [{ kind: 'score-change', unit, value, sentence }]
  }
  const entry = after.get(top.id)
  const score = entry && scoreIn(entry, metric)
  const to = score === undefined ? '' : `, to ${quantity(score, metric)}`
  const verb = top.scoreChange > 0 ? 'gained' : 'lost'
  const isSameRows = movement.entered.length + movement.left.length === 0
  const rest =
    changed.length > 1
      ? `the largest change of any score${isAll ? '' : ` ${known}`}`
      : isAll && isSameRows
        ? 'while no other score has changed'
        : `the only change of a score ${known}`
  const sentence = `${top.row} has ${verb} ${amount} on ${name} since ${since}${to}, ${rest}`
  return [{ kind: 'score-change', unit, value: top.scoreChange, sentence }]
}

// A row that gained or lost its score has no change in points, but its score is not the same.
function isMeasured(
  { id, scoreChange }: Movement['moves'][number],
  { before, after, metric }: MovingBoard,
): boolean {
  if (scoreChange !== undefined) return true
  const [was, is] = [before.get(id), after.get(id)]
  if (was === undefined || is === undefined || metric === undefined) return false
  return scoreIn(was, metric) === undefined && scoreIn(is, metric) === undefined
}
