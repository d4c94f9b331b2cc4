import { compareSnapshots, type Movement, type Snapshot } from '@inference-report/leaderboard'
import { SourceError } from '@inference-report/source'
import type { Collected } from './collect-source.ts'
import { baselineOf, type EarlierIssue } from './earlier-issues.ts'

/** A board of this issue, and what it is compared with. */
export interface BoardComparison {
  sourceId: string
  name: string
  /** Where it was read. */
  url: string
  snapshot: Snapshot
  /** Absent where no earlier snapshot is kept, or the kept one is of another series. */
  against?: { baseline: Snapshot; movement: Movement } | undefined
  /** The kept snapshot that this one may not be compared with. */
  incomparable?: Snapshot | undefined
  /** Since when the figures are, where the source is stale: its capture. */
  staleSince?: string | undefined
}

/** Every board that was read, against the last snapshot the archive keeps of it. */
export function compareBoards(
  collected: readonly Collected[],
  earlier: readonly EarlierIssue[],
): BoardComparison[] {
  return collected.flatMap(({ harvest, source }) => {
    if (harvest?.kind !== 'leaderboard') return []
    const { snapshot } = harvest
    const base = {
      sourceId: source.id,
      name: source.name,
      url: source.url,
      snapshot,
      staleSince: source.state === 'stale' ? snapshot.capturedAt : undefined,
    }
    const baseline = baselineOf(snapshot, earlier)
    if (baseline === undefined) return [base]
    try {
      return [{ ...base, against: { baseline, movement: compareSnapshots(baseline, snapshot) } }]
    } catch (error) {
      if (SourceError.is(error) && error.code === 'incomparable') {
        return [{ ...base, incomparable: baseline }]
      }
      throw error
    }
  })
}
