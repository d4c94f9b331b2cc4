/** A clock that stands still until it is told, and a sleep that takes no time but moves it. */
export interface FakeClock {
  /** Milliseconds since 1970. */
  now(): number
  /** May be negative: clocks are set back, too. */
  advance(ms: number): void
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** What was slept, in order. */
  slept: number[]
}

export const second = 1000
export const minute: number = 60 * second
export const hour: number = 60 * minute
export const day: number = 24 * hour

/** Starts on a Monday morning, as feed readers do. */
export function fakeClock(start: number = Date.UTC(2026, 10, 23, 7)): FakeClock {
  let now = start
  const slept: number[] = []
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      slept.push(ms)
      now += Math.max(0, ms)
    },
    slept,
  }
}
