import type { Movement } from '@inference-report/leaderboard'
import type { BoardFact } from './board-fact.ts'
import type { MovingBoard } from './moving-board.ts'
import { largestOf } from './quantity.ts'
import { countOf, listNames } from './words.ts'

/**
 * The largest climb and drop by a row's own places, those among the rows ranked then and now: a row that
 * newcomers push down has not dropped by itself. The ranks told are those of the full table.
 */
export function rankMoveFacts(movement: Movement, board: MovingBoard): BoardFact[] {
  const moves = readMoves(movement)
  return [...moveFacts(moves, climb, board), ...moveFacts(moves, drop, board)]
}

interface Move {
  row: string
  from: number
  to: number
  /** Places in the full table, positive for a climb. */
  change: number
  /** Places among the rows ranked then and now. */
  own: number
  /** Newcomers above it now. */
  newcomers: number
  /** Rows that stood above it and have left. */
  departures: number
}

function readMoves({ moves }: Movement): Move[] {
  return moves.flatMap((move): Move[] => {
    const { name: row, rankBefore: from, rankAfter: to, rankChange: change } = move
    const { ownRankChange: own, newcomersAbove: newcomers, leaversAbove: departures } = move
    if (from === undefined || to === undefined || change === undefined || own === undefined) {
      return []
    }
    return [{ row, from, to, change, own, newcomers, departures }]
  })
}

/** One of the two ways to move. */
interface Way {
  kind: 'climb' | 'drop'
  sign: 1 | -1
  /** Who can move a row this way without its own doing. */
  others: string
  other: string
  count: (move: Move) => number
}

const climb: Way = {
  kind: 'climb',
  sign: 1,
  others: 'Departures',
  other: 'departure',
  count: ({ departures }) => departures,
}
const drop: Way = {
  kind: 'drop',
  sign: -1,
  others: 'Newcomers',
  other: 'newcomer',
  count: ({ newcomers }) => newcomers,
}

function moveFacts(all: readonly Move[], way: Way, board: MovingBoard): BoardFact[] {
  const { kind, sign } = way
  const moves = all.filter(({ change }) => change * sign > 0)
  const most = largestOf(moves.map(({ change }) => change * sign))
  const own = moves.filter((move) => move.own * sign > 0)
  const value = largestOf(own.map((move) => move.own * sign))
  const [top, ...tied] = own.filter((move) => move.own * sign === value)
  const fact = (places: number, sentence: string): BoardFact[] => [
    { kind, unit: 'places', value: places, sentence },
  ]
  if (top === undefined) {
    const moved = moves.find(({ change }) => change * sign === most)
    // Rows that have a score only now push others down too, and are no newcomers.
    const isExplained = moves.every((move) => way.count(move) >= move.change * sign)
    return moved === undefined ? [] : fact(most, notItsOwn(moved, way, isExplained, board))
  }
  const changes = [top, ...tied].map(({ change }) => change * sign)
  if (tied.length > 0) {
    const isWhole = most === value && changes.every((change) => change === value)
    return fact(value, shared(way, value, [top, ...tied], isWhole, board))
  }
  // Others moved as far in the table, or further, but less of it was their own.
  const isLargest = moves.every((move) => move === top || move.change * sign < top.change * sign)
  return fact(top.change * sign, single(way, top, moves.length === 1, isLargest, board))
}

function notItsOwn(
  move: Move,
  way: Way,
  isExplained: boolean,
  { name, since }: MovingBoard,
): string {
  const count = way.count(move)
  const above = way.sign < 0 && count > 0 ? `, with ${countOf(count, way.other)} above it` : ''
  const opening = isExplained
    ? `${way.others} account for every ${way.kind} on ${name} since ${since}`
    : `No entry made a ${way.kind} of its own on ${name} since ${since}`
  return `${opening}; ${move.row} is now at rank ${move.to} instead of ${move.from}${above}`
}

const inCommon = 'among the entries ranked then and now'

function single(
  way: Way,
  move: Move,
  isOnly: boolean,
  isLargest: boolean,
  { name, since }: MovingBoard,
): string {
  const what = isOnly
    ? `only ${way.kind}`
    : isLargest
      ? `largest ${way.kind}`
      : `largest ${way.kind} ${inCommon}`
  const count = way.count(move)
  const owed = count > 0 ? `, with ${countOf(count, way.other)} above it` : ''
  return `${move.row} made the ${what} on ${name} since ${since}, from rank ${move.from} to rank ${move.to} of the full table${owed}`
}

function shared(
  { kind }: Way,
  places: number,
  moves: readonly Move[],
  isWhole: boolean,
  { name, since }: MovingBoard,
): string {
  const what = isWhole ? kind : `${kind} ${inCommon}`
  return `The largest ${what} on ${name} since ${since} is of ${countOf(places, 'place')}, by ${listNames(moves.map(({ row }) => row))}`
}
