import { SourceError } from '@inference-report/source'
import { abortableSleep } from './abortable-sleep.ts'

/** What a task may tell the limiter while its turn lasts. */
export interface Turn {
  /** No later turn begins for so many milliseconds after this one. */
  coolDown(ms: number): void
  /** Nothing was sent: there is no pause after this turn. */
  free(): void
}

/** Hands out turns, one at a time. */
export interface Limiter {
  /**
   * Runs a task when all before it are done and the pause after them is over. A caller that gives up
   * leaves the queue at once; those behind it still wait for a task that runs.
   *
   * @throws SourceError `rate-limited` where the pause is longer than `patienceMs`.
   */
  run<T>(task: (turn: Turn) => Promise<T>, options?: TurnOptions): Promise<T>
  /** Its clock, in milliseconds. */
  now(): number
}

export interface TurnOptions {
  signal?: AbortSignal | undefined
  /** A turn that is further away than so many milliseconds, when all before it are done, is not waited for. */
  patienceMs?: number | undefined
}

export interface LimiterOptions {
  /** Milliseconds from the end of one turn to the next; by default the 3000 arXiv asks for. */
  gapMs?: number | undefined
  /** The clock, in milliseconds: by default `Date.now`. */
  now?: (() => number) | undefined
  /** Waits; should reject with the signal's reason where that is aborted. */
  sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

/**
 * A queue for all of arXiv's hosts together: one request in three seconds, one connection at a time, as
 * arXiv's terms ask of all machines of one user. Share it between everything that asks arXiv.
 *
 * @throws TypeError for a gap that is no number from 0.
 * @see https://info.arxiv.org/help/api/tou.html
 */
export function createLimiter(options: LimiterOptions = {}): Limiter {
  const { gapMs = 3000, now = () => Date.now(), sleep = abortableSleep } = options
  if (!(gapMs >= 0 && gapMs < Infinity)) throw new TypeError('"gapMs" is a number from 0.')
  let queue: Promise<unknown> = Promise.resolve()
  let pause = { since: -Infinity, ms: 0 }

  const delayMs = (): number =>
    // A clock set back must not make the pause longer than it is.
    Math.min(Math.max(pause.since + pause.ms - now(), 0), pause.ms)

  async function take<T>(
    task: (turn: Turn) => Promise<T>,
    { signal, patienceMs = Infinity }: TurnOptions,
  ): Promise<T> {
    signal?.throwIfAborted()
    const wait = delayMs()
    if (wait > patienceMs) throw tooLong(wait, patienceMs)
    if (wait > 0) await sleep(wait, signal)
    signal?.throwIfAborted()
    let isFree = false
    let coolMs = 0
    try {
      return await task({
        coolDown(ms) {
          coolMs = Math.max(coolMs, ms)
        },
        free() {
          isFree = true
        },
      })
    } finally {
      if (!isFree) pause = { since: now(), ms: Math.max(gapMs, coolMs) }
    }
  }

  return {
    now,
    run(task, options = {}) {
      const { signal } = options
      const result = queue.then(() => take(task, options))
      // The queue goes on whatever became of a task; its caller is told by `result`.
      queue = result.catch(() => undefined)
      return signal === undefined ? result : untilAborted(result, signal)
    },
  }
}

/** Never waits: for a replay, or where the `fetch` keeps arXiv's pace itself. */
export const unlimited: Limiter = {
  run: (task) => task({ coolDown() {}, free() {} }),
  now: Date.now,
}

function tooLong(wait: number, patienceMs: number): SourceError {
  return new SourceError('rate-limited', {
    source: 'arxiv',
    expected: `a turn within ${Math.round(patienceMs / 1000)} s`,
    received: `a pause of ${Math.ceil(wait / 1000)} s that arXiv asked for`,
  })
}

/** Settles as `result` does, or rejects with the signal's reason as soon as that is aborted. */
function untilAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    const stop = (): void => signal.removeEventListener('abort', abort)
    result.then(resolve, reject).finally(stop)
  })
}
