import type { Settings } from './client-options.ts'

/** Runs tasks of one host one after the other, with a gap between them. */
export interface Pacer {
  run<T>(host: string, task: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>
}

/** Hosts do not wait for each other. A caller that gives up leaves the queue at once. */
export function createPacer({ minGapMs, now, sleep }: Settings): Pacer {
  const queues = new Map<string, Promise<unknown>>()
  const endedAt = new Map<string, number>()

  async function turn<T>(host: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const wait = (endedAt.get(host) ?? -Infinity) + minGapMs - now()
    // A clock set back must not make the gap longer than it is.
    if (wait > 0) await sleep(Math.min(wait, minGapMs))
    signal?.throwIfAborted()
    try {
      return await task()
    } finally {
      endedAt.set(host, now())
    }
  }

  return {
    run(host, task, signal) {
      const before = queues.get(host) ?? Promise.resolve()
      const result = before.then(() => turn(host, task, signal))
      queues.set(
        host,
        result.catch(() => {}),
      )
      return signal === undefined ? result : Promise.race([result, aborted(signal, result)])
    },
  }
}

/** Rejects with the signal's reason; settles with `until`, so that no listener is left behind. */
function aborted(signal: AbortSignal, until: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
    const stop = () => signal.removeEventListener('abort', abort)
    until.then(stop, stop)
  })
}
