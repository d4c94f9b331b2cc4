import type { Entry } from '@inference-report/leaderboard'

/** One row, from the table or from the payload. */
export interface Row extends Omit<Entry, 'id' | 'rank' | 'effort'> {
  /** Where it stands, e.g. `'row 3'`. */
  path: string
}

/** What a page says, for one language and one window. */
export interface Board {
  language: string
  /** Dates `YYYY-MM-DD`, both inclusive; `undefined` where the page does not say. */
  window: { from: string; to: string } | undefined
  rows: Row[]
}
