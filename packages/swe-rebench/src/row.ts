import type { Entry } from '@inference-report/leaderboard'
import type { Window } from './window.ts'

/** Milliseconds, both inclusive. */
export interface Span {
  from: number
  to: number
}

/** One row, from the table or from the payload. */
export interface Row extends Omit<Entry, 'id' | 'rank' | 'effort'> {
  /** The payload's own key; the table has none. */
  id?: string | undefined
  /** Which tasks the model was evaluated on, where the payload tells. */
  evaluated?: Span | undefined
  /** Where it stands, e.g. `'row 3'`. */
  path: string
}

/** What a page says, for one language and one window. */
export interface Board {
  language: string
  /** `undefined` where the page does not say. */
  window: Window | undefined
  rows: Row[]
}
