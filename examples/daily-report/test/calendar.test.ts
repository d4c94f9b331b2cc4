import { expect, test } from 'vitest'
import { daysBetween, longDate } from '../src/calendar.ts'

test('counts calendar days, whatever the hours', () => {
  expect(daysBetween('2026-05-07', '2026-08-20')).toBe(105)
  expect(daysBetween('2026-03-01T23:59:59.000Z', '2026-03-02')).toBe(1)
  expect(daysBetween('2026-03-03', '2026-03-02')).toBe(-1)
})

test('prints a day as a newspaper does, in any zone', () => {
  expect(longDate('2026-03-02')).toBe('March 2, 2026')
  expect(longDate('2026-05-07T23:59:59.000Z')).toBe('May 7, 2026')
})
