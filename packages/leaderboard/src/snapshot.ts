import type { Warning } from '@inference-report/source'

/** What one column of a board measures. */
export interface Metric {
  /** Key into `entries[].values`, e.g. `'intelligenceIndex'`. */
  key: string
  /** The column's head in plain words, e.g. `'Intelligence Index'`. */
  label: string
  /** e.g. `'points'`, `'percent'`, `'USD'`, `'tokens/s'`, `'tokens'`. */
  unit: string
  /** Which direction is better; `undefined` where neither is. */
  better?: 'higher' | 'lower' | undefined
  /** True where we computed the values and the source does not print them. */
  derived?: boolean | undefined
}

/** What the board, or we, must say beside a row. */
export type EntryFlag = 'estimated' | 'deprecated' | 'contaminated' | 'external' | 'out-of-range'

/** One row of a board. */
export interface Entry {
  /** The board's own stable key of the row, e.g. `'gpt-5-5-high'`. Unique in a snapshot. */
  id: string
  /** As the board prints it, effort suffix kept, e.g. `'GPT-5.5 (high)'`. */
  name: string
  /** Who made the model, e.g. `'OpenAI'`. */
  organization?: string | undefined
  /** What is ranked. */
  kind: 'model' | 'agent'
  /** 1 is best; ties share a rank; `undefined` for a row without a score. */
  rank?: number | undefined
  /** By metric key; a metric that is unknown for the row has no key. Always finite. */
  values: Record<string, number>
  /** `YYYY-MM-DD` */
  releasedOn?: string | undefined
  /** The reasoning effort the row was run with, e.g. `'xhigh'`. */
  effort?: string | undefined
  openWeights?: boolean | undefined
  flags: EntryFlag[]
}

/** One board at one moment. Plain JSON. Entries are best first; unscored ones last and unranked. */
export interface Snapshot {
  /** Names this snapshot, e.g. `'swe-rebench@2026-05-28'`. */
  id: string
  /** The board, e.g. `'swe-rebench'`. */
  board: string
  /**
   * Only snapshots of one series may be compared: the board with everything that changes what its
   * scores mean, e.g. `'swe-rebench/all/2026-03-01..2026-05-15'`.
   */
  series: string
  /** The board's own version of its method, e.g. `'4.1'`. */
  version?: string | undefined
  /** The period the scored tasks come from. Dates `YYYY-MM-DD`, both inclusive. */
  window?: { from: string; to: string } | undefined
  /** Where a board has one per programming language, e.g. `'python'`. */
  language?: string | undefined
  /** When the source was captured: ISO 8601 UTC, or `YYYY-MM-DD` where only the day is known. */
  capturedAt?: string | undefined
  /** The page a reader can open. */
  url?: string | undefined
  /** The credit the source asks for. */
  attribution?: { text: string; url: string } | undefined
  /** The first one is what the board is ranked by. */
  metrics: Metric[]
  entries: Entry[]
  warnings: Warning[]
}
