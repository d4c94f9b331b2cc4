import { expect, test } from 'vitest'
import { detectDrift, type Entry, type Metric } from '../src/index.ts'
import { board, points, row } from './snapshots.ts'

const price: Metric = { key: 'price', label: 'Price', unit: 'USD', better: 'lower' }
const rows = (count: number, change: (entry: Entry, index: number) => Entry = (entry) => entry) =>
  Array.from({ length: count }, (_, index) =>
    change(
      row(`m${index}`, 50 - index, {
        organization: 'Acme',
        values: { points: 50 - index, price: 2 },
      }),
      index,
    ),
  )
const metrics = [points, price]
const before = board(rows(20), { metrics })
const found = (entries: readonly Entry[], rest = {}) =>
  detectDrift(before, board(entries, { metrics, ...rest }))

test('finds nothing on a board that only moved a little', () => {
  expect(found(rows(20))).toEqual([])
  const moved = rows(24, (entry, index) => ({
    ...entry,
    values: { points: 49 - index, ...(index % 3 === 0 ? {} : { price: 2.5 }) },
  }))
  expect(found(moved.slice(4))).toEqual([])
})

test('finds an id that stands for two rows', () => {
  expect(found([...rows(20), row('m3', 1), row('m3', 2)])).toEqual([
    { code: 'id-collision', message: '2 rows have the id of another row.', ids: ['m3'] },
  ])
})

test('finds values that are not finite', () => {
  const broken = rows(20, (entry, index) =>
    index === 4 ? { ...entry, values: { ...entry.values, price: Number.NaN } } : entry,
  )
  expect(found(broken)).toMatchObject([{ code: 'value-not-finite', column: 'price', ids: ['m4'] }])
})

test('finds a board that nobody has a score on', () => {
  const unscored = rows(20, (entry) => ({ ...entry, values: { price: 2 } }))
  expect(found(unscored).map(({ code, column }) => [code, column])).toEqual([
    ['no-scores', 'points'],
    ['column-emptied', 'points'],
  ])
  expect(found([]).map(({ code }) => code)).toEqual(['no-scores', 'rows-disappeared'])
})

test('finds a column that is gone, or emptied, and a field of the rows too', () => {
  expect(found(rows(20), { metrics: [points] })).toMatchObject([
    { code: 'column-missing', column: 'price' },
  ])
  const emptied = rows(20, ({ organization, ...entry }, index) => ({
    ...entry,
    ...(index < 11 ? { organization } : {}),
    values: { points: 50 - index, ...(index < 9 ? { price: 2 } : {}) },
  }))
  expect(found(emptied)).toEqual([
    {
      code: 'column-emptied',
      message: 'price is known for 45 % of the rows; it was for 100 %.',
      column: 'price',
    },
  ])
})

test('finds a unit that changed, in one series only', () => {
  const fractions = rows(20, (entry, index) => ({
    ...entry,
    values: { points: (50 - index) / 100, price: 2 },
  }))
  expect(found(fractions)).toEqual([
    {
      code: 'scale-changed',
      message: 'points of the middle row is 0.01 times what it was.',
      column: 'points',
    },
  ])
  expect(found(fractions, { series: 'demo/2' })).toEqual([])
})

test('finds more than a quarter of the rows gone, in one series only', () => {
  expect(found(rows(15))).toEqual([])
  expect(found(rows(14))).toMatchObject([
    {
      code: 'rows-disappeared',
      message: '6 of 20 rows are gone.',
      ids: ['m14', 'm15', 'm16', 'm17', 'm18', 'm19'],
    },
  ])
  expect(found(rows(14), { series: 'demo/2' })).toEqual([])
})

test('says nothing of a board that was too small to tell', () => {
  const small = board(rows(4), { metrics })
  expect(detectDrift(small, board(rows(1), { metrics }))).toEqual([])
  const unlike = rows(4, ({ organization: _, ...entry }) => ({ ...entry, values: { points: 0.5 } }))
  expect(detectDrift(small, board(unlike, { metrics }))).toEqual([])
  expect(detectDrift(board([], { metrics }), board(rows(1), { metrics }))).toEqual([])
})
