import { SourceError } from '@inference-report/source'
import type { Snapshot } from './snapshot.ts'

/**
 * The metric both snapshots are ranked by.
 *
 * @throws SourceError `incomparable` where they are of different series or ranked by different metrics,
 * or where one is only a part of its board (a `partial` warning): rows of the other pages would look as
 * if they had come or gone.
 */
export function commonMetric(before: Snapshot, after: Snapshot): string {
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
  const partial = [before, after].find(isPartial)
  return partial && `${partial.id}, a part of its board`
}

/** Whether only some of the board's rows were read. */
export function isPartial({ warnings }: Snapshot): boolean {
  return warnings.some(({ code }) => code === 'partial')
}
