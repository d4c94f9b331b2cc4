import type { Fact } from '@inference-report/issue'
import type { Movement, TierMovement } from '@inference-report/leaderboard'
import { type BoardFact, finishFacts } from './board-fact.ts'
import type { BoardOptions } from './board-options.ts'
import { type MovementSnapshots, movingBoard } from './moving-board.ts'
import { places } from './quantity.ts'
import { countOf, countWord } from './words.ts'

/**
 * How restless each tier of a board was, `tier`: how many of its entries moved, by how much on average
 * and at most, and how many left. By default the movement's own tiers.
 */
export function factsFromTiers(
  movement: Movement,
  { before, after }: MovementSnapshots,
  options: BoardOptions,
  tiers: readonly TierMovement[] = movement.tiers,
): Fact[] {
  const { name, since } = movingBoard(movement, { before, after }, options)
  const facts = tiers.flatMap((tier): BoardFact[] => {
    if (tier.compared === 0 || tier.meanMove === undefined) return []
    const sentence = `${tierSentence(tier, name, since)}${leftPart(tier)}`
    const part = tier.to === undefined ? `${tier.from}-` : `${tier.from}-${tier.to}`
    return [{ kind: 'tier', part, unit: 'places', value: tier.meanMove, sentence }]
  })
  return finishFacts(facts, after, [movement.before, movement.after], options)
}

function tierSentence(tier: TierMovement, name: string, since: string): string {
  const { compared, moved, meanMove = 0, largestMove } = tier
  const where = `that stood ${ranksOf(tier)} on ${name} in ${since} and ${compared === 1 ? 'is' : 'are'} still ranked`
  if (compared === 1) {
    const one = `The one entry ${where} has`
    return moved === 0
      ? `${one} kept its place among those ranked then and now`
      : `${one} moved by ${places(largestMove)} among those ranked then and now`
  }
  const all = `Of the ${countWord(compared)} entries ${where},`
  if (moved === 0) return `${all} none has moved among those ranked then and now`
  const verb = moved === 1 ? 'has' : 'have'
  return `${all} ${countWord(moved)} ${verb} moved among those ranked then and now, by ${places(meanMove)} on average over the ${countWord(compared)} and ${places(largestMove)} at most`
}

function ranksOf({ from, to }: TierMovement): string {
  if (to === undefined) return `at rank ${from} or further down`
  return from === to ? `at rank ${from}` : `at ranks ${from} to ${to}`
}

function leftPart({ left }: TierMovement): string {
  if (left === 0) return ''
  return `; ${countOf(left, 'other')} ${left === 1 ? 'is' : 'are'} no longer ranked`
}
