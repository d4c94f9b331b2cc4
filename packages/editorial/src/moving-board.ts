import type { Entry, Metric, Movement, Snapshot } from '@inference-report/leaderboard'
import { sinceOf } from './baseline-facts.ts'
import type { BoardOptions } from './board-options.ts'

/** The two snapshots a movement is between; `before` is absent where there is none yet. */
export interface MovementSnapshots {
  before?: Snapshot | undefined
  after: Snapshot
}

/** What the sentences of one movement share. */
export interface MovingBoard {
  name: string
  /** `the snapshot of May 28, 2026` */
  since: string
  metric: Metric | undefined
  before: ReadonlyMap<string, Entry>
  after: ReadonlyMap<string, Entry>
}

export function movingBoard(
  movement: Pick<Movement, 'metric' | 'beforeCapturedAt'>,
  { before, after }: MovementSnapshots,
  { name }: BoardOptions,
): MovingBoard {
  return {
    name,
    since: sinceOf(movement.beforeCapturedAt ?? before?.capturedAt),
    metric: after.metrics.find(({ key }) => key === movement.metric),
    before: entriesOf(before),
    after: entriesOf(after),
  }
}

function entriesOf(snapshot: Snapshot | undefined): Map<string, Entry> {
  return new Map(snapshot?.entries.map((entry) => [entry.id, entry]))
}

/** A row's own name, where it is known. */
export function nameOf(id: string, { before, after }: MovingBoard): string {
  return after.get(id)?.name ?? before.get(id)?.name ?? id
}
