/**
 * Replaces the clock of this process by one that stands still, for programs that ask it directly.
 * Timers go on as they are.
 */
export function installFakeDate(start: number): {
  set(ms: number): void
  advance(ms: number): void
} {
  let now = start
  const RealDate = Date
  class FakeDate extends RealDate {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(now)
      else super(given[0])
    }
    static override now(): number {
      return now
    }
  }
  Object.defineProperty(globalThis, 'Date', { value: FakeDate, writable: true, configurable: true })
  return {
    set: (ms) => {
      now = ms
    },
    advance: (ms) => {
      now += ms
    },
  }
}
