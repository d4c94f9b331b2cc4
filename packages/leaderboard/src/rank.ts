import type { Entry, Metric } from './snapshot.ts'

/** The row's value for the metric, `undefined` where it has none that is finite. */
export function scoreOf(entry: Entry, key: string): number | undefined {
  const value = Object.hasOwn(entry.values, key) ? entry.values[key] : undefined
  return Number.isFinite(value) ? value : undefined
}

/**
 * New rows in the metric's order, best first, with their ranks: 1 is best, ties share a rank and the
 * next one is skipped (1, 2, 2, 4). Higher is better unless the metric says `'lower'`, which a key
 * alone does not. Tied rows keep their order; rows without a finite value come last, in their order,
 * without a rank.
 */
export function rankEntries(
  entries: readonly Entry[],
  metric: Pick<Metric, 'key' | 'better'> | string,
): Entry[] {
  const { key, better } = typeof metric === 'string' ? { key: metric, better: undefined } : metric
  const sign = better === 'lower' ? 1 : -1
  const scored: { entry: Entry; score: number }[] = []
  const unscored: Entry[] = []
  for (const entry of entries) {
    const score = scoreOf(entry, key)
    if (score === undefined) unscored.push(unranked(entry))
    else scored.push({ entry, score })
  }
  scored.sort((a, b) => (a.score === b.score ? 0 : a.score < b.score ? -sign : sign))
  let rank = 0
  let last: number | undefined
  const ranked = scored.map(({ entry, score }, index): Entry => {
    if (score !== last) rank = index + 1
    last = score
    return { ...entry, rank }
  })
  return [...ranked, ...unscored]
}

function unranked(entry: Entry): Entry {
  const { rank: _, ...rest } = entry
  return rest
}
