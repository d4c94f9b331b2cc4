import type { Entry, Metric, Snapshot } from '@inference-report/leaderboard'
import { rankEntries } from '@inference-report/leaderboard'

export const points: Metric = { key: 'index', label: 'Index', unit: 'points', better: 'higher' }
export const percent: Metric = {
  key: 'resolved',
  label: 'Resolved',
  unit: 'percent',
  better: 'higher',
}

export type Row = Partial<Entry> & { name: string; score?: number | undefined }

/** A board of invented models; rows need only a name and a score. */
export function snapshotOf(
  rows: readonly Row[],
  { metric = points, ...fields }: Partial<Snapshot> & { metric?: Metric } = {},
): Snapshot {
  const entries = rows.map(
    ({ score, ...row }): Entry => ({
      id: row.name,
      kind: 'model',
      flags: [],
      ...row,
      values: { ...(score === undefined ? {} : { [metric.key]: score }), ...row.values },
    }),
  )
  return {
    id: 'tern-board@2026-08-19',
    board: 'tern-board',
    series: 'tern-board',
    capturedAt: '2026-08-19T10:00:00Z',
    metrics: [metric],
    warnings: [],
    ...fields,
    entries: rankEntries(entries, metric),
  }
}

export const options = { name: 'Tern Board', sourceId: 'tern' }
