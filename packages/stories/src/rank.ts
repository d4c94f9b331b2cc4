import { compareFields, timeOf } from './order.ts'
import { type Cluster, outletOf, type Story } from './story.ts'

export interface RankPolicy {
  /** `'newest'` by the primary's time; `'corroborated'`: told by more outlets first, then newest. */
  order?: 'newest' | 'corroborated' | undefined
}

/** New list in the policy's order, by default newest first; undated last. Never drops a cluster. */
export function rankStories<S extends Story>(
  clusters: readonly Cluster<S>[],
  policy: RankPolicy = {},
): Cluster<S>[] {
  const ranked = clusters.map((cluster) => ({
    cluster,
    outlets: policy.order === 'corroborated' ? countOutlets(cluster) : 0,
    time: timeOf(cluster.primary) ?? Number.NEGATIVE_INFINITY,
  }))
  return ranked
    .toSorted(
      (a, b) =>
        b.outlets - a.outlets ||
        descending(a.time, b.time) ||
        compareFields(a.cluster.primary, b.cluster.primary),
    )
    .map(({ cluster }) => cluster)
}

function countOutlets({ primary, also }: Cluster): number {
  return new Set([primary, ...also].map(outletOf)).size
}

// Two undated ones are both -Infinity, whose difference is NaN.
function descending(a: number, b: number): number {
  return a === b ? 0 : b > a ? 1 : -1
}
