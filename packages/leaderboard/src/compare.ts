import { SourceError } from '@inference-report/source'
import type { Movement } from './movement.ts'
import { readMoves } from './moves.ts'
import { scoreOf } from './rank.ts'
import type { Entry, Snapshot } from './snapshot.ts'

/**
 * What changed on a board from one snapshot to a later one, by row id and the first metric.
 *
 * @throws SourceError `incomparable` where the two are of different series or ranked by different
 * metrics, or where one is only a part of its board (a `partial` warning): rows of the other pages
 * would look as if they had come or gone.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): Movement {
  const metric = commonMetric(before, after)
  const earlier = byId(before.entries)
  const later = byId(after.entries)
  const entered = [...later.keys()].filter((id) => !earlier.has(id))
  const left = [...earlier.keys()].filter((id) => !later.has(id))
  return {
    board: after.board,
    series: after.series,
    before: before.id,
    after: after.id,
    ...(before.capturedAt === undefined ? {} : { beforeCapturedAt: before.capturedAt }),
    ...(after.capturedAt === undefined ? {} : { afterCapturedAt: after.capturedAt }),
    metric,
    entered,
    left,
    moves: readMoves(earlier, later, metric),
    leaders: compareLeaders(idsOfRank1(earlier), idsOfRank1(later)),
    frozenPrefix: commonPrefix(rankedIds(earlier), rankedIds(later)),
    unchanged:
      entered.length + left.length === 0 &&
      [...later].every(([id, entry]) => standsStill(earlier.get(id), entry, metric)),
  }
}

function commonMetric(before: Snapshot, after: Snapshot): string {
  const metric = after.metrics[0]?.key
  const why = whyIncomparable(before, after)
  if (why === undefined && metric !== undefined) return metric
  throw new SourceError('incomparable', {
    source: after.board,
    url: after.url,
    expected: 'two whole snapshots of one series, ranked by one metric',
    received: why ?? 'a snapshot without metrics',
  })
}

function whyIncomparable(before: Snapshot, after: Snapshot): string | undefined {
  if (before.board !== after.board || before.series !== after.series) {
    return `series ${before.series} and ${after.series}`
  }
  const [was, is] = [before.metrics[0]?.key, after.metrics[0]?.key]
  if (was !== is) return `the metrics ${was} and ${is}`
  const partial = [before, after].find(({ warnings }) => warnings.some((w) => w.code === 'partial'))
  return partial && `${partial.id}, a part of its board`
}

// Ids are unique in a sound snapshot; in another one the first row of an id stands for it.
function byId(entries: readonly Entry[]): Map<string, Entry> {
  const rows = new Map<string, Entry>()
  for (const entry of entries) if (!rows.has(entry.id)) rows.set(entry.id, entry)
  return rows
}

function standsStill(was: Entry | undefined, is: Entry, metric: string): boolean {
  return was?.rank === is.rank && was !== undefined && scoreOf(was, metric) === scoreOf(is, metric)
}

function idsOfRank1(rows: ReadonlyMap<string, Entry>): string[] {
  return [...rows.values()].filter(({ rank }) => rank === 1).map(({ id }) => id)
}

function rankedIds(rows: ReadonlyMap<string, Entry>): string[] {
  return [...rows.values()].filter(({ rank }) => rank !== undefined).map(({ id }) => id)
}

function compareLeaders(before: string[], after: string[]): Movement['leaders'] {
  const known = new Set(before)
  const changed = before.length !== after.length || after.some((id) => !known.has(id))
  return { before, after, changed }
}

function commonPrefix(before: readonly string[], after: readonly string[]): number {
  const first = after.findIndex((id, index) => id !== before[index])
  return first === -1 ? after.length : first
}
