import {
  factsFromAgreement,
  factsFromFrontier,
  factsFromGroups,
  factsFromMovement,
  factsFromMoves,
  factsFromSnapshot,
  factsFromSpread,
  factsFromSuperlatives,
  factsFromTiers,
} from '@inference-report/editorial'
import type { Fact } from '@inference-report/issue'
import {
  agreement,
  type GroupTrends,
  pareto,
  type Snapshot,
  spreadTrend,
} from '@inference-report/leaderboard'
import type { BoardComparison } from './boards.ts'

/** What a score is held against on the frontier, by board. */
const priceOf: Readonly<Record<string, string>> = {
  'artificial-analysis': 'priceBlendedUsdPerMillionTokens',
  'swe-rebench': 'costUsdPerProblem',
}

/** A board has dozens of makers; these many that moved most are told. */
const makersTold = 5

/** What the editorial may say of the boards: of each by itself and against its baseline, then of two together. */
export function factsFromBoards(boards: readonly BoardComparison[]): Fact[] {
  return [
    ...boards.flatMap((board) => distinct(factsFromBoard(board))),
    ...boards.flatMap((a, index) => boards.slice(index + 1).flatMap((b) => factsFromTwo(a, b))),
  ]
}

function factsFromBoard(board: BoardComparison): Fact[] {
  const { snapshot, against, incomparable } = board
  const options = optionsOf(board)
  const snapshots = { before: against?.baseline ?? incomparable, after: snapshot }
  return [
    ...factsFromSnapshot(snapshot, options),
    ...factsFromMovement(against?.movement, snapshots, {
      ...options,
      incomparable: incomparable !== undefined,
    }),
    ...statistics(board),
    ...frontier(board),
  ]
}

function statistics(board: BoardComparison): Fact[] {
  const { snapshot: after, against } = board
  // Where nothing moved, one fact says so of all rows, and so of every tier and maker.
  if (against === undefined || against.movement.unchanged) return []
  const { baseline: before, movement } = against
  const { groups } = movement
  const options = optionsOf(board)
  const snapshots = { before, after }
  return [
    ...factsFromMoves(movement, snapshots, options),
    ...factsFromSuperlatives(movement.superlatives, movement, snapshots, options),
    ...factsFromTiers(movement, snapshots, options),
    ...factsFromGroups(restless(groups.organization), movement, snapshots, options),
    ...factsFromGroups(groups.openWeights, movement, snapshots, { ...options, by: 'openWeights' }),
    ...factsFromSpread(spreadTrend([before, after]), after, options),
  ]
}

function frontier(board: BoardComparison): Fact[] {
  const { snapshot } = board
  const score = snapshot.metrics[0]?.key
  const price = priceOf[snapshot.board]
  const isPriced = snapshot.metrics.some(({ key }) => key === price)
  if (score === undefined || price === undefined || !isPriced || isPartial(snapshot)) return []
  return factsFromFrontier(pareto(snapshot, score, price), snapshot, optionsOf(board))
}

function factsFromTwo(a: BoardComparison, b: BoardComparison): Fact[] {
  if (a.snapshot.board === b.snapshot.board) return []
  if (isPartial(a.snapshot) || isPartial(b.snapshot)) return []
  return factsFromAgreement(agreement(a.snapshot, b.snapshot), {
    a: optionsOf(a),
    b: optionsOf(b),
  })
}

function optionsOf({ name, sourceId, staleSince }: BoardComparison) {
  return {
    name,
    sourceId,
    stale: staleSince === undefined ? undefined : { since: staleSince },
  }
}

function restless({ groups, unknown }: GroupTrends): GroupTrends {
  const size = ({ meanRankChange = 0 }: { meanRankChange?: number | undefined }) =>
    Math.abs(meanRankChange)
  const moved = groups
    .filter((group) => group.compared > 1 && size(group) > 0)
    .toSorted((one, other) => size(other) - size(one))
  return { groups: moved.slice(0, makersTold), unknown }
}

// Of a part of a board nobody knows what the rest would have beaten.
function isPartial({ warnings }: Snapshot): boolean {
  return warnings.some(({ code }) => code === 'partial')
}

// A maker may be called "open", as a group of weights is.
function distinct(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.toReversed().map((fact) => [fact.id, fact])).values()].reverse()
}
