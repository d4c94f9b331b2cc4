import type { HeadlineItem, IssueWarning, PaperItem, RepositoryItem } from '@inference-report/issue'
import type { Snapshot } from '@inference-report/leaderboard'
import type { Fetch } from '@inference-report/source'
import type { Published } from '../published.ts'

/** What a collector may know of the issue it collects for. */
export interface CollectContext {
  fetch: Fetch
  /** The issue's date. */
  date: string
  /** What dated items may be from: `from` inclusive, `to` exclusive. */
  window: { from: string; to: string }
  /** Whether a replay holds an address; absent when live. */
  isRecorded?: ((url: string) => boolean) | undefined
  artificialAnalysisKey?: string | undefined
  /** What earlier issues have told. */
  published: Published
}

interface HarvestBase {
  warnings: IssueWarning[]
  /** What the addresses of the answers it was read from begin with; all of them where absent. */
  from?: string | undefined
  /** The day the source itself says its content is of, where it says so: `YYYY-MM-DD`. */
  datedOn?: string | undefined
}

export interface HeadlinesHarvest extends HarvestBase {
  kind: 'headlines'
  items: HeadlineItem[]
}

export interface PapersHarvest extends HarvestBase {
  kind: 'papers'
  items: PaperItem[]
}

export interface LeaderboardHarvest extends HarvestBase {
  kind: 'leaderboard'
  snapshot: Snapshot
}

export interface RepositoriesHarvest extends HarvestBase {
  kind: 'repositories'
  period: 'daily' | 'weekly' | 'monthly'
  items: RepositoryItem[]
}

/** What one source gave, in the issue's terms. */
export type Harvest = HeadlinesHarvest | PapersHarvest | LeaderboardHarvest | RepositoriesHarvest
