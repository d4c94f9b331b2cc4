import type { Entry, Metric, Snapshot } from '../src/index.ts'
import { rankEntries } from '../src/index.ts'

export const points: Metric = {
  key: 'points',
  label: 'Points',
  unit: 'points',
  better: 'higher',
}

export function row(id: string, score?: number, rest: Partial<Entry> = {}): Entry {
  return {
    id,
    name: id,
    kind: 'model',
    values: score === undefined ? {} : { points: score },
    flags: [],
    ...rest,
  }
}

/** An invented board, ranked. */
export function board(entries: readonly Entry[], rest: Partial<Snapshot> = {}): Snapshot {
  return {
    id: 'demo@2026-03-02',
    board: 'demo',
    series: 'demo/1',
    metrics: [points],
    entries: rankEntries(entries, points),
    warnings: [],
    ...rest,
  }
}
