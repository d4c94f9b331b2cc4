import PQueue from 'p-queue'

/** Lets tasks of one host take turns, so many at a time, and so many in all. */
export interface HostQueues {
  /** Whether a task would run at once. */
  isIdle(host: string): boolean
  run<T>(host: string, task: () => Promise<T>): Promise<T>
  /** Holds one of the places in all while it runs. */
  place<T>(task: () => Promise<T>): Promise<T>
}

/** As many queues without a task are kept for the next one. */
const keptQueues = 256

export function createHostQueues(perHost: number, inAll: number): HostQueues {
  const queues = new Map<string, PQueue>()
  const waiting: (() => void)[] = []
  let running = 0

  /** Thousands of hosts pass by in the life of a client. */
  function sweep(): void {
    for (const [host, queue] of queues) {
      if (queues.size <= keptQueues) return
      if (queue.size === 0 && queue.pending === 0) queues.delete(host)
    }
  }

  return {
    isIdle: (host) => (queues.get(host)?.pending ?? 0) < perHost,
    run(host, task) {
      let queue = queues.get(host)
      if (queue === undefined) {
        if (queues.size >= 2 * keptQueues) sweep()
        queue = new PQueue({ concurrency: perHost })
        queues.set(host, queue)
      }
      return queue.add(task)
    },
    async place(task) {
      if (running >= inAll) await new Promise<void>((resolve) => waiting.push(resolve))
      else running++
      try {
        return await task()
      } finally {
        // The place is handed on, so that nobody who came later can take it.
        const next = waiting.shift()
        if (next === undefined) running--
        else next()
      }
    },
  }
}
