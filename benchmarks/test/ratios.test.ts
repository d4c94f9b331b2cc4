import { expect, test } from 'vitest'
import type { Measurement } from '../src/measure/measure.ts'
import { ratio, throughput } from '../src/measure/ratios.ts'
import { growthOf, inputTable, itemTimes } from '../src/measure/report.ts'

const inputs = ['x', 'y', 'z'].map((name) => ({ name, path: name, bytes: 2000 }))
const measured: Measurement = new Map([
  [
    'ours',
    new Map([
      ['x', { ms: 1, items: 20 }],
      ['y', { ms: 2, items: 20 }],
      ['z', { ms: 5, items: 20 }],
    ]),
  ],
  [
    'feedsmith',
    new Map<string, { ms: number; items: number } | { error: string }>([
      ['x', { ms: 2, items: 20 }],
      ['y', { ms: 16, items: 19 }],
      ['z', { error: 'over 5 s' }],
    ]),
  ],
])

test('per file each file counts the same, overall each millisecond; only files both read count', () => {
  expect(ratio(measured, inputs, 'ours', 'feedsmith')).toEqual({
    perFile: expect.closeTo(4),
    overall: 6,
    files: 2,
  })
})

test('there is no ratio to who read nothing', () => {
  expect(ratio(measured, inputs, 'ours', 'nobody')).toEqual({
    perFile: Number.NaN,
    overall: Number.NaN,
    files: 0,
  })
})

test('throughput counts what was read, in millions of bytes', () => {
  expect(throughput(measured, inputs, 'feedsmith')).toEqual({
    megabytesPerSecond: expect.closeTo(4000 / 1e6 / 0.018),
    filesPerSecond: expect.closeTo(2 / 0.018),
    files: 2,
    items: 39,
  })
})

test('who fails on an input has no number for it', () => {
  const lines = inputTable(measured, inputs).split('\n')
  expect(lines[0]).toMatch(/^ms \(items\) +x +y +z$/)
  expect(lines.find((line) => line.startsWith('feedsmith'))).toMatch(
    / 2\.00 \(20\) +16\.0 \(19\) +over 5 s$/,
  )
})

test('growth is the time of an item in the longest feed to that in the shortest', () => {
  const perItem = itemTimes(measured, inputs, [10, 20, 100])
  expect(perItem.get('ours')).toEqual([100, 100, 50])
  expect(growthOf(perItem.get('ours'))).toBe(0.5)
  expect(growthOf(perItem.get('feedsmith'))).toBeNaN()
})
