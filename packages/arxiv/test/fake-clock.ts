export interface FakeClock {
  now: () => number
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  /** All that was slept, in order. */
  naps: number[]
  advance: (ms: number) => void
}

/** A clock that only sleeping, or `advance`, moves. */
export function fakeClock(start: number = Date.UTC(2026, 0, 13, 12)): FakeClock {
  let time = start
  const naps: number[] = []
  return {
    naps,
    now: () => time,
    advance(ms) {
      time += ms
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      naps.push(ms)
      time += ms
    },
  }
}
