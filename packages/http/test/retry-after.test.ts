import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rateLimitMs, retryAfterMs } from '../src/retry-after.ts'

const now = Date.UTC(2026, 2, 1, 12)
const hour = 3_600_000
const week = 168 * hour

test.for([
  ['0', 0],
  ['120', 120_000],
  [' 120 ', 120_000],
  ['1.5', 1500],
  ['99999999', week],
  ['Sun, 01 Mar 2026 13:00:00 GMT', hour],
  ['Sunday, 01-Mar-26 13:00:00 GMT', hour],
  ['Sun Mar  1 13:00:00 2026 GMT', hour],
  ['Sun Mar  1 13:00:00 2026', hour],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ['Fri, 01 Jan 2100 00:00:00 GMT', week],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1e3', undefined],
  ['2026', 2_026_000],
  ['2026-03-01', undefined],
] as const)('Retry-After: %s', ([text, ms]) => {
  expect(retryAfterMs({ 'retry-after': text }, now)).toBe(ms)
})

test('a date is measured against the clock that wrote it', () => {
  const headers = {
    date: 'Sun, 01 Mar 2026 02:00:00 GMT',
    'retry-after': 'Sun, 01 Mar 2026 03:00:00 GMT',
  }
  expect(retryAfterMs(headers, now)).toBe(hour)
})

test.for([
  [{ ratelimit: '"default";r=0;t=30' }, 30_000],
  [{ ratelimit: '"day";r=10;t=9000, "minute";r=0;t=60' }, 60_000],
  [{ ratelimit: '"default";r=5;t=30' }, undefined],
  [{ 'ratelimit-remaining': '0', 'ratelimit-reset': '60' }, 60_000],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 90) }, 90_000],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + 90_000) }, 90_000],
  [{ 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '5' }, 5000],
  [{ 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': '60' }, undefined],
  [{ 'x-ratelimit-remaining': '0' }, undefined],
  [{ 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': '60' }, undefined],
  [{}, undefined],
] as const)('rate limit %j', ([headers, ms]) => {
  expect(rateLimitMs(headers, now)).toBe(ms)
})

test('whatever is sent, the wait is none or from nothing to a week', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (retry, remaining, reset) => {
      const headers = {
        'retry-after': retry,
        ratelimit: remaining,
        'x-ratelimit-remaining': remaining,
        'x-ratelimit-reset': reset,
      }
      for (const ms of [retryAfterMs(headers, now), rateLimitMs(headers, now)]) {
        if (ms !== undefined) expect(ms >= 0 && ms <= week).toBe(true)
      }
    }),
  )
})
