import type { Fact } from '@inference-report/issue'
import type { Snapshot, SpreadTrend } from '@inference-report/leaderboard'
import { sinceOf } from './baseline-facts.ts'
import { finishFacts } from './board-fact.ts'
import type { BoardOptions } from './board-options.ts'
import { difference, differenceUnit } from './quantity.ts'
import { countWord, ordinal } from './words.ts'

/**
 * How the distance between two places of a board changed, `spread-trend`, its value below 0 where it
 * narrowed. A trend without a change to tell makes no fact. `after` is the last snapshot of the trend.
 */
export function factsFromSpread(
  { points, change, from, to }: SpreadTrend,
  after: Snapshot,
  options: BoardOptions,
): Fact[] {
  const [first] = points
  const metric = after.metrics[0]
  if (change === undefined || first === undefined || metric === undefined) return []
  const since = sinceOf(first.capturedAt)
  const where = `The distance between the ${ordinal(from)} and the ${ordinal(to)} entry on ${options.name}`
  const [was, is] = [change.valueBefore, change.valueAfter].map((value) =>
    difference(value, metric),
  )
  const verb = change.change < 0 ? 'narrowed' : 'widened'
  const over = points.length > 2 ? `, over ${countWord(points.length)} snapshots` : ''
  const sentence =
    change.change === 0
      ? `${where} is ${is}, as in ${since}${over}`
      : `${where} has ${verb} from ${was} to ${is} since ${since}${over}`
  return finishFacts(
    [
      {
        kind: 'spread-trend',
        part: `${from}-${to}`,
        unit: differenceUnit(metric),
        value: change.change,
        sentence,
      },
    ],
    after,
    // Only these two made the change; an issue need not know the snapshots between them.
    [change.before, change.after],
    options,
  )
}
