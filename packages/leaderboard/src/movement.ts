import type { GroupTrends } from './groups.ts'
import type { SpreadChange } from './spread.ts'
import type { Superlative } from './superlatives.ts'
import type { TierMovement } from './tiers.ts'

/** One row that is in both snapshots. Its own score and its pool-relative rank are told apart. */
export interface EntryMovement {
  id: string
  name: string
  rankBefore?: number | undefined
  rankAfter?: number | undefined
  /** `rankBefore - rankAfter`: positive is a climb. Pool-relative: newcomers above push a row down. */
  rankChange?: number | undefined
  /**
   * Places won among the rows that are ranked in both snapshots: what is left of `rankChange` when
   * nobody comes or goes. Positive is a climb.
   */
  ownRankChange?: number | undefined
  /** In the metric's unit. */
  scoreBefore?: number | undefined
  scoreAfter?: number | undefined
  /** The row's own score, after minus before, in the metric's unit, rounded to 6 decimals. */
  scoreChange?: number | undefined
  /** Rows above it now that were not on the board before: the part of a drop that is not its own. */
  newcomersAbove: number
  /** Rows above it before that are not on the board now: the part of a climb that is not its own. */
  leaversAbove: number
}

/** What changed between two snapshots of one series. */
export interface Movement {
  board: string
  series: string
  /** Ids of the two snapshots, so that no delta is ever without its baseline. */
  before: string
  after: string
  beforeCapturedAt?: string | undefined
  afterCapturedAt?: string | undefined
  /** The metric both are ranked by. */
  metric: string
  /** Ids of rows that are only in the later snapshot, best first. */
  entered: string[]
  /** Ids of rows that are only in the earlier one, best first. */
  left: string[]
  /** One for each row that is in both, by rank in the later snapshot, tied ones by name. */
  moves: EntryMovement[]
  /** Ids of all rows ranked first; several where they tie. */
  leaders: { before: string[]; after: string[]; changed: boolean }
  /**
   * How many ranked rows from the top kept their rank, up to the first that did not. Rows that tie
   * count together or not at all.
   */
  frozenPrefix: number
  /** True where no row entered, left, moved or changed its score. */
  unchanged: boolean
  /** First place against fifth; absent on a board that has fewer. For other places see `spreadTrend`. */
  spread?: SpreadChange | undefined
  /** How restless the first 5, the next 5, the next 15 and the rest were. For other tiers see `tierMovements`. */
  tiers: TierMovement[]
  /** How the rows of each maker, and of open and closed weights, fared. For other groups see `groupTrends`. */
  groups: { organization: GroupTrends; openWeights: GroupTrends }
  /** The largest climb, drop, gain and loss of the whole board. For a part of it see `superlatives`. */
  superlatives: Superlative[]
}
