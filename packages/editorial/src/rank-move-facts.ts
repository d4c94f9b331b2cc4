import type { Movement, Snapshot } from '@inference-report/leaderboard'
import type { BoardFact } from './board-fact.ts'
import type { MovingBoard } from './movement-facts.ts'
import { largestOf } from './quantity.ts'
import { countOf, listNames } from './words.ts'

/** The largest climb and drop: whose they are, and what of them is not its own. */
export function rankMoveFacts(
  movement: Movement,
  before: Snapshot | undefined,
  board: MovingBoard,
): BoardFact[] {
  const moves = readOwnMoves(movement, before)
  return [...climbFacts(moves, board), ...dropFacts(moves, board)]
}

interface OwnMove {
  row: string
  from: number
  to: number
  /** Places, positive for a climb. */
  change: number
  /** Newcomers above it now. */
  newcomers: number
  /** Rows that stood above it and have left. */
  departures: number
  /** What is left of `change` without those two. */
  own: number
}

function readOwnMoves(movement: Movement, before: Snapshot | undefined): OwnMove[] {
  const left = new Set(movement.left)
  const leaverRanks = (before?.entries ?? [])
    .flatMap(({ id, rank }) => (left.has(id) && rank !== undefined ? [rank] : []))
    .sort((a, b) => a - b)
  return movement.moves.flatMap((move): OwnMove[] => {
    const { name: row, rankBefore: from, rankAfter: to, rankChange: change } = move
    if (from === undefined || to === undefined || change === undefined) return []
    const newcomers = move.newcomersAbove
    const departures = countBelow(leaverRanks, from)
    return [{ row, from, to, change, newcomers, departures, own: change + newcomers - departures }]
  })
}

function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}

function climbFacts(moves: readonly OwnMove[], { name, since }: MovingBoard): BoardFact[] {
  const climbs = moves.filter(({ change }) => change > 0)
  const own = climbs.filter((move) => move.own > 0)
  const [most, value] = [climbs, own].map((some) => largestOf(some.map(({ change }) => change)))
  const [top, ...tied] = own.filter(({ change }) => change === value)
  const fact = (places: number, sentence: string): BoardFact[] => [
    { kind: 'climb', unit: 'places', value: places, sentence },
  ]
  if (top === undefined || most === undefined || value === undefined) {
    const lifted = climbs.find(({ change }) => change === most)
    if (lifted === undefined) return []
    return fact(
      lifted.change,
      `Departures account for every climb on ${name} since ${since}; ${lifted.row} is now at rank ${lifted.to} instead of ${lifted.from}`,
    )
  }
  const climb = nameOf('climb', climbs.length, most > value ? 'departures' : undefined)
  if (tied.length > 0) return fact(value, shared(climb, value, [top, ...tied], name, since))
  const owed = top.departures > 0 ? `, with ${countOf(top.departures, 'departure')} above it` : ''
  return fact(value, single(climb, top, owed, name, since))
}

function dropFacts(moves: readonly OwnMove[], { name, since }: MovingBoard): BoardFact[] {
  const drops = moves.filter(({ change }) => change < 0)
  const own = drops.filter((move) => move.own < 0)
  const [most, value] = [drops, own].map((some) => largestOf(some.map(({ change }) => -change)))
  const [top, ...tied] = own.filter(({ change }) => -change === value)
  const fact = (places: number, sentence: string): BoardFact[] => [
    { kind: 'drop', unit: 'places', value: places, sentence },
  ]
  if (top === undefined || most === undefined || value === undefined) {
    const pushed = drops.find(({ change }) => -change === most)
    if (pushed === undefined) return []
    const above = `${countOf(pushed.newcomers, 'newcomer')} above it`
    return fact(
      -pushed.change,
      `Newcomers account for every drop on ${name} since ${since}; ${pushed.row} is now at rank ${pushed.to} instead of ${pushed.from}, with ${above}`,
    )
  }
  const drop = nameOf('drop', drops.length, most > value ? 'newcomers' : undefined)
  if (tied.length > 0) return fact(value, shared(drop, value, [top, ...tied], name, since))
  const owed = top.newcomers > 0 ? `, with ${countOf(top.newcomers, 'newcomer')} above it` : ''
  return fact(value, single(drop, top, owed, name, since))
}

// Where others moved further, but only because rows came or went, it is the largest of a smaller class.
function nameOf(move: string, moves: number, explained: string | undefined): string {
  if (explained !== undefined) return `largest ${move} that ${explained} alone do not explain`
  return moves === 1 ? `only ${move}` : `largest ${move}`
}

function single(what: string, move: OwnMove, owed: string, name: string, since: string): string {
  return `${move.row} made the ${what} on ${name} since ${since}, from rank ${move.from} to rank ${move.to} of the full table${owed}`
}

function shared(
  what: string,
  places: number,
  moves: readonly OwnMove[],
  name: string,
  since: string,
): string {
  return `The ${what} on ${name} since ${since} is of ${countOf(places, 'place')}, by ${listNames(moves.map(({ row }) => row))}`
}
