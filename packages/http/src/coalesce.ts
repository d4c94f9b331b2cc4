/** Rejects with the signal's reason as soon as it aborts, else as the promise does. */
export async function untilAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (signal === undefined) return promise
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

interface Flight<T> {
  result: Promise<T>
  controller: AbortController
  passengers: number
}

/** Several callers of the same thing at the same time get one and the same result. */
export interface Coalesce<T> {
  /**
   * Runs `task`, or waits for the same one that is running. A key of `undefined` is never shared.
   * The task's signal aborts when everybody who waits for it has given up.
   */
  run(
    key: string | undefined,
    signal: AbortSignal | undefined,
    task: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>
}

export function createCoalesce<T>(): Coalesce<T> {
  const shared = new Map<string, Flight<T>>()
  const running = new Set<Promise<T>>()

  function start(task: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController()
    const result = task(controller.signal)
    running.add(result)
    const done = () => running.delete(result)
    result.then(done, done)
    return { result, controller, passengers: 0 }
  }

  return {
    async run(key, signal, task) {
      signal?.throwIfAborted()
      let flight = key === undefined ? undefined : shared.get(key)
      if (flight === undefined) {
        flight = start(task)
        if (key !== undefined) {
          const mine = flight
          shared.set(key, mine)
          const done = () => {
            if (shared.get(key) === mine) shared.delete(key)
          }
          mine.result.then(done, done)
        }
      }
      flight.passengers++
      try {
        return await untilAborted(flight.result, signal)
      } catch (error) {
        if (signal?.aborted === true && --flight.passengers === 0) {
          // Nobody new may board what is about to fail.
          if (key !== undefined && shared.get(key) === flight) shared.delete(key)
          flight.controller.abort(signal.reason)
        }
        throw error
      }
    },
    async settled() {
      await Promise.allSettled(running)
    },
  }
}
