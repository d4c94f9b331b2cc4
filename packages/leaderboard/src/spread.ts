import { commonMetric } from './comparable.ts'
import { rounded } from './numbers.ts'
import { byText } from './order.ts'
import { scoreOf } from './rank.ts'
import type { Snapshot } from './snapshot.ts'

/** Two places of a board, 1 being the best. Where rows tie, the one of a place is as good as its equal. */
export interface Places {
  from: number
  to: number
}

/** How far apart two places are on a snapshot. */
export interface Spread extends Places {
  /** Id of the snapshot. */
  snapshot: string
  capturedAt?: string | undefined
  /** The difference of their scores in the first metric's unit, never negative. */
  value: number
}

/** The spread between the same two places on two snapshots of one series. */
export interface SpreadChange extends Places {
  /** Ids of the two snapshots. */
  before: string
  after: string
  valueBefore: number
  valueAfter: number
  /** `valueAfter - valueBefore`: negative where the two places came closer. */
  change: number
}

/** The spread between the same two places over a list of snapshots of one series. */
export interface SpreadTrend extends Places {
  /** One for each snapshot that has both places, in the list's order. */
  points: Spread[]
  /** Ids of the snapshots that have not. */
  missing: string[]
  /** Of the first point and the last; absent where there are fewer than two. */
  change?: SpreadChange | undefined
  /** Absent where there is no change to tell. */
  direction?: 'narrowing' | 'widening' | 'steady' | undefined
  /** Whether no step between two points went the other way. Absent where there is no change to tell. */
  isMonotone?: boolean | undefined
}

const firstToFifth: Places = { from: 1, to: 5 }

/** The spread between two places of a snapshot, by default the first and the fifth; `undefined` where it has not both. */
export function spreadBetween(
  snapshot: Snapshot,
  { from, to }: Places = firstToFifth,
): Spread | undefined {
  if (![from, to].every((place) => Number.isInteger(place) && place >= 1)) {
    throw new RangeError('places are whole numbers from 1')
  }
  const scores = rankedScores(snapshot)
  const [a, b] = [scores[from - 1], scores[to - 1]]
  if (a === undefined || b === undefined || !Number.isFinite(a - b)) return undefined
  return {
    from,
    to,
    snapshot: snapshot.id,
    ...(snapshot.capturedAt === undefined ? {} : { capturedAt: snapshot.capturedAt }),
    value: rounded(Math.abs(a - b)),
  }
}

/** How the spread between two places changed; `undefined` where a snapshot has not both. */
export function spreadChange(
  before: Snapshot,
  after: Snapshot,
  places: Places = firstToFifth,
): SpreadChange | undefined {
  return spreadTrend([before, after], places).change
}

/**
 * The spread between two places over a history, the earliest snapshot first.
 *
 * @throws SourceError `incomparable` where two snapshots are not of one series, as `compareSnapshots`.
 */
export function spreadTrend(
  snapshots: readonly Snapshot[],
  places: Places = firstToFifth,
): SpreadTrend {
  for (const [index, after] of snapshots.entries()) {
    const before = snapshots[index - 1]
    if (before !== undefined) commonMetric(before, after)
  }
  const spreads = snapshots.map((snapshot) => spreadBetween(snapshot, places))
  const points = spreads.filter((spread) => spread !== undefined)
  const missing = snapshots.filter((_, index) => spreads[index] === undefined).map(({ id }) => id)
  const { from, to } = places
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 2) {
    return { from, to, points, missing }
  }
  const change = rounded(last.value - first.value)
  const steps = points.map(({ value }, index) => value - (points[index - 1]?.value ?? value))
  return {
    from,
    to,
    points,
    missing,
    change: {
      from,
      to,
      before: first.snapshot,
      after: last.snapshot,
      valueBefore: first.value,
      valueAfter: last.value,
      change,
    },
    direction: change < 0 ? 'narrowing' : change > 0 ? 'widening' : 'steady',
    isMonotone: steps.every((step) => (change === 0 ? step === 0 : step * change >= 0)),
  }
}

function rankedScores({ metrics, entries }: Snapshot): number[] {
  const key = metrics[0]?.key
  if (key === undefined) return []
  return entries
    .flatMap((entry) => {
      const score = scoreOf(entry, key)
      return entry.rank === undefined || score === undefined
        ? []
        : [{ rank: entry.rank, score, id: entry.id }]
    })
    .sort((a, b) => a.rank - b.rank || byText(a.id, b.id))
    .map(({ score }) => score)
}
