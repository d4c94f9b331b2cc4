import { expect, test } from 'vitest'
import { readRetryAfter } from '../src/retry-after.ts'

const now = Date.UTC(2026, 0, 13, 12)

test.for([
  ['0', 0],
  ['10', 10_000],
  [' 300 ', 300_000],
  ['Tue, 13 Jan 2026 12:00:30 GMT', 30_000],
  ['Tue, 13 Jan 2026 11:00:00 GMT', 0],
  ['Tuesday, 13-Jan-26 12:01:00 GMT', 60_000],
  ['Tue Jan 13 12:01:00 2026', 60_000],
  ['Tue Jan 13 12:01:00 soon', undefined],
  [null, undefined],
  ['', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['10 seconds', undefined],
  ['9'.repeat(400), undefined],
  ['2026-01-13T12:00:30Z', undefined],
  ['Tue, 99 Jan 2026 12:00:30 GMT', undefined],
] as const)('"%s"', ([header, expected]) => {
  expect(readRetryAfter(header, now)).toBe(expected)
})
