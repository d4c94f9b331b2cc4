import type { Fact } from '@inference-report/issue'
import type { Movement, Superlative } from '@inference-report/leaderboard'
import { type BoardFact, finishFacts } from './board-fact.ts'
import type { BoardOptions } from './board-options.ts'
import { type MovementSnapshots, type MovingBoard, movingBoard, nameOf } from './moving-board.ts'
import { difference, differenceUnit } from './quantity.ts'
import { countOf, countWord, listNames } from './words.ts'

const words = {
  climb: { noun: 'climb', isRank: true, sign: 1 },
  drop: { noun: 'drop', isRank: true, sign: -1 },
  gain: { noun: 'gain', isRank: false, sign: 1 },
  loss: { noun: 'loss', isRank: false, sign: -1 },
} as const

/**
 * The largest climb, drop, gain and loss, `superlative`, each with what it is the largest of: among how
 * many entries, at which ranks. What only one entry did is no superlative, and makes no fact.
 */
export function factsFromSuperlatives(
  superlatives: readonly Superlative[],
  movement: Movement,
  { before, after }: MovementSnapshots,
  options: BoardOptions,
): Fact[] {
  const board = movingBoard(movement, { before, after }, options)
  const facts = superlatives
    .filter(({ scope }) => scope.before === movement.before && scope.after === movement.after)
    .flatMap((superlative) => superlativeFact(superlative, board))
  return finishFacts(facts, after, [movement.before, movement.after], options)
}

function superlativeFact(superlative: Superlative, board: MovingBoard): BoardFact[] {
  const { kind, value, ids, scope } = superlative
  const { noun, isRank, sign } = words[kind]
  const { name, since, metric } = board
  if (ids.length === scope.moved || (!isRank && metric === undefined)) return []
  const ranks = scope.ranks
  const now = ranks === undefined ? '' : ` now at ranks ${ranks.from} to ${ranks.to} and`
  const known = isRank ? 'ranked then and now' : 'with a score then and now'
  const amount =
    metric === undefined || isRank ? countOf(value, 'place') : difference(value, metric)
  const rows = listNames(ids.map((id) => nameOf(id, board)))
  const sentence = `Among the ${countWord(scope.compared)} entries${now} ${known} on ${name}, the largest ${noun} since ${since} is of ${amount}, by ${rows}`
  const unit = metric === undefined || isRank ? 'places' : differenceUnit(metric)
  const part = ranks === undefined ? kind : `${kind}.${ranks.from}-${ranks.to}`
  return [{ kind: 'superlative', part, unit, value: value * sign, sentence }]
}
