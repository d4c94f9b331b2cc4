import { expect, test } from 'vitest'
import { barRow, isMet } from '../src/bars.ts'
import { feedBars } from '../src/feed/feed-bars.ts'
import { figure, table } from '../src/table.ts'

test('a bar is met at the very value it asks for, and neither met nor not where nothing was measured', () => {
  expect(isMet({ what: '', value: 15, atLeast: 15, unit: '×' })).toBe(true)
  expect(isMet({ what: '', value: 14.99, atLeast: 15, unit: '×' })).toBe(false)
  expect(isMet({ what: '', value: 40.1, atMost: 40, unit: ' kB' })).toBe(false)
  expect(isMet({ what: '', value: undefined, atLeast: 15, unit: '×' })).toBeUndefined()
  expect(isMet({ what: '', value: Number.NaN, atMost: 1, unit: '×' })).toBeUndefined()
})

test('a row says what is wanted and what came of it', () => {
  expect(barRow({ what: 'import', value: 7.5, atMost: 30, unit: ' ms' })).toEqual([
    'import',
    '7.50 ms',
    '<= 30 ms',
    'met',
  ])
  expect(barRow({ what: 'a', value: undefined, atLeast: 6, unit: '×' })).toEqual([
    'a',
    '-',
    '>= 6×',
    'not measured',
  ])
})

test('without captures the bars that need them are not measured, the others are', () => {
  const bars = feedBars({ real: undefined, gzipped: 33_000, imported: 8, growth: 1 })
  expect(bars.map(isMet)).toEqual([...Array(6).fill(undefined), true, true, true])
})

test('each bar compares the two it names', () => {
  const inputs = [{ name: 'x', path: '', bytes: 1 }]
  const times = { 'ours, sanitize: false': 1, ours: 2, feedsmith: 16, feedparser: 60 }
  const measured = new Map(
    Object.entries(times).map(([name, ms]) => [name, new Map([['x', { ms, items: 1 }]])]),
  )
  const real = { measured, inputs }
  const bars = feedBars({ real, gzipped: 41_000, imported: 31, growth: 2 })
  expect(bars.map(({ value }) => value && Math.round(value * 100) / 100)).toEqual([
    16, 8, 16, 8, 60, 30, 41, 31, 2,
  ])
  expect(bars.map(isMet)).toEqual([true, true, true, true, true, true, false, false, false])
})

test('columns are as wide as their widest cell, with nothing after the last', () => {
  expect(table(['', 'MB/s', 'x'], [['ours', '1', '']])).toBe('      MB/s  x\nours     1')
})

test('a figure has three digits that count', () => {
  expect([0.0123, 0.123, 12.34, 123.4, Number.NaN, undefined].map(figure)).toEqual([
    '0.012',
    '0.12',
    '12.3',
    '123',
    '-',
    '-',
  ])
})
