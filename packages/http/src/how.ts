import type { CacheMode } from './decide.ts'

/** How one address is to be asked. */
export interface How {
  mode: CacheMode
  signal: AbortSignal
  /** What is left of the deadline. Waiting for its turn does not count. */
  budget: { leftMs: number }
  /** What robots.txt wishes between two requests. */
  crawlDelayMs?: number | undefined
  /** A wait that is not the server's to choose, in milliseconds. */
  everyMs?: number | undefined
}
