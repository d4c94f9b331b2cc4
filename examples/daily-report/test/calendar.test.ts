import { expect, test } from 'vitest'
import { daysBetween, issueWindow, longDate } from '../src/calendar.ts'

test('a first issue holds the seven days that end with its date', () => {
  expect(issueWindow('2026-03-02')).toEqual({
    from: '2026-02-24T00:00:00.000Z',
    to: '2026-03-03T00:00:00.000Z',
  })
})

test('a later issue goes on where the previous one ended', () => {
  expect(issueWindow('2026-03-02', '2026-03-01').from).toBe('2026-03-02T00:00:00.000Z')
  expect(issueWindow('2026-03-02', '2026-02-27').from).toBe('2026-02-28T00:00:00.000Z')
})

test('but holds no more than seven days', () => {
  expect(issueWindow('2026-03-02', '2026-01-01').from).toBe('2026-02-24T00:00:00.000Z')
})

test('counts calendar days, whatever the hours', () => {
  expect(daysBetween('2026-05-07', '2026-08-20')).toBe(105)
  expect(daysBetween('2026-03-01T23:59:59.000Z', '2026-03-02')).toBe(1)
  expect(daysBetween('2026-03-03', '2026-03-02')).toBe(-1)
})

test('prints a day as a newspaper does, in any zone', () => {
  expect(longDate('2026-03-02')).toBe('March 2, 2026')
  expect(longDate('2026-05-07T23:59:59.000Z')).toBe('May 7, 2026')
})
