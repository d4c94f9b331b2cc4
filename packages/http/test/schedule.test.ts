import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshnessOf } from '../src/freshness.ts'
import { isFromFuture, leftOf, waitAfterAnswer } from '../src/schedule.ts'
import { readOptions } from '../src/settings.ts'

const now = Date.UTC(2026, 2, 1, 12)
const hour = 3_600_000
const day = 24 * hour
const date = new Date(now).toUTCString()

test.for([
  [{ 'cache-control': 'max-age=600' }, 600],
  [{ 'cache-control': 'Max-Age=600, private' }, 600],
  [{ 'cache-control': 'max-age=600', age: '100' }, 500],
  [{ 'cache-control': 'max-age=600', expires: new Date(now + day).toUTCString() }, 600],
  [{ expires: new Date(now + hour).toUTCString(), date }, 3600],
  [{ expires: new Date(now + hour).toUTCString() }, 3600],
  [{ expires: '0', date }, 0],
  [{ 'cache-control': 'no-cache, max-age=600' }, 0],
  [{ 'cache-control': 'No-Store, max-age=600' }, 600],
  [{ 'cache-control': 'max-age=-5' }, 0],
  [{ 'cache-control': 'max-age=soon' }, 0],
  [{ 'last-modified': new Date(now - 30 * day).toUTCString(), date }, 0],
  [{}, 0],
] as const)('%j is fresh for %i seconds', ([headers, seconds]) => {
  expect(Math.round(freshnessOf(headers, now).ms / 1000)).toBe(seconds)
})

const strict = readOptions({ random: () => 0 })
const plain = { hints: undefined, conditional: true, now }

test.for([
  [{}, true, hour, 'floor'],
  [{}, false, day, 'floor'],
  [{ 'cache-control': 'max-age=60' }, true, hour, 'floor'],
  [{ 'cache-control': 'max-age=7200' }, true, 2 * hour, 'max-age'],
  [{ 'cache-control': 'max-age=31536000, immutable' }, true, day, 'max-age'],
  [{ expires: new Date(now + 3 * hour).toUTCString(), date }, true, 3 * hour, 'expires'],
] as const)('after %j with validators %s', ([headers, conditional, ms, why]) => {
  expect(waitAfterAnswer(strict, { ...plain, headers, conditional })).toMatchObject({ ms, why })
})

test('a feed’s own hints count where they ask for more', () => {
  const hints = { everyMs: 3 * hour, skipHours: [], skipDays: [] }
  const headers = { 'cache-control': 'max-age=7200' }
  const wait = waitAfterAnswer(strict, { ...plain, headers, hints })
  expect(wait).toEqual({ ms: 3 * hour, why: 'feed-hint' })
})

test('the wait is never under the floor, and jitter only adds, up to the cap', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (seconds, random) => {
        const headers = { 'cache-control': `max-age=${seconds}` }
        const settings = readOptions({ random: () => random })
        const { ms } = waitAfterAnswer(settings, { ...plain, headers })
        const least = Math.max(hour, Math.min(seconds * 1000, day))
        expect(ms).toBeGreaterThanOrEqual(least)
        expect(ms).toBeLessThanOrEqual(Math.ceil(Math.min(least * 1.1, day)))
      },
    ),
  )
})

test('a clock that jumps never makes a wait longer than itself and a day', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(10 * day), fc.integer(), (at, waitMs, then) => {
      const left = leftOf({ at, waitMs }, then)
      expect(left >= 0 && left <= waitMs + day).toBe(true)
      if (then >= at + waitMs) expect(left).toBe(0)
    }),
  )
  expect(isFromFuture({ at: now + 2 * day }, now)).toBe(true)
  expect(isFromFuture({ at: now + hour }, now)).toBe(false)
})
