import { expect, test } from 'vitest'
import { longDate, longTime } from '../src/format-date.ts'

test('a date is printed as it is written, in any time zone', () => {
  expect(longDate('2026-03-02')).toBe('March 2, 2026')
  expect(longDate('2026-12-31T23:59:59Z')).toBe('December 31, 2026')
  expect(longDate('2024-02-29')).toBe('February 29, 2024')
})

test('an instant names UTC, a day alone has no time', () => {
  expect(longTime('2026-03-02T04:05:59.123Z')).toBe('March 2, 2026, 04:05 UTC')
  expect(longTime('2026-03-02')).toBe('March 2, 2026')
})
