/** One row that is in both snapshots. */
export interface EntryMovement {
  id: string
  name: string
  rankBefore?: number | undefined
  rankAfter?: number | undefined
  /** `rankBefore - rankAfter`: positive is a climb. Pool-relative: newcomers above push a row down. */
  rankChange?: number | undefined
  /** The row's own score, after minus before, in the metric's unit, rounded to 6 decimals. */
  scoreChange?: number | undefined
  /** Rows above it now that were not on the board before: the part of a drop that is not its own. */
  newcomersAbove: number
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
  /** Ids of rows that are only in the later snapshot, in its order. */
  entered: string[]
  /** Ids of rows that are only in the earlier one, in its order. */
  left: string[]
  /** One for each row that is in both, in the later snapshot's order. */
  moves: EntryMovement[]
  /** Ids of all rows ranked first; several where they tie. */
  leaders: { before: string[]; after: string[]; changed: boolean }
  /** How many ranked rows from the top are the same ids in the same order. */
  frozenPrefix: number
  /** True where no row entered, left, moved or changed its score. */
  unchanged: boolean
}
