import type { Fetch, SourceError } from '@inference-report/source'
import type { Limiter, LimiterOptions } from './limiter.ts'

/** A request that failed and is made again. */
export interface Retry {
  url: string
  /** Why. */
  error: SourceError
  /** 1 for the first repetition. */
  attempt: number
  /** Milliseconds until then, at least. */
  waitMs: number
}

/** What everything that asks arXiv takes. */
export interface FlowOptions {
  fetch: Fetch
  /**
   * By default one of this process, 3 seconds between two answers of the network. What never came over a
   * network is not paced by it: a `Response` made by hand or by a replay, without a `Date`.
   */
  limiter?: Limiter | undefined
  /** Without a `limiter`, the clock of one that all flows with the same `sleep` share. */
  now?: (() => number) | undefined
  /** Without a `limiter`, what that one waits with. */
  sleep?: LimiterOptions['sleep']
  /** Ends the flow, also while it waits, with the signal's reason. It is handed to `fetch`. */
  signal?: AbortSignal | undefined
  /** How often a request that failed for a while is repeated: by default 3 times. */
  retries?: number | undefined
  /** The longest to wait for one answer, repetitions included: by default 600 000 milliseconds. */
  patienceMs?: number | undefined
  /** Told of each repetition before it is waited for. */
  onRetry?: ((retry: Retry) => void) | undefined
  /** 0 to 1, to spread repetitions: by default `Math.random`. */
  random?: (() => number) | undefined
}
