import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entry, type Metric, pareto, scorePerDollar } from '../src/index.ts'
import { board, points, row } from './snapshots.ts'

const price: Metric = {
  key: 'price',
  label: 'Price',
  unit: 'USD per million tokens',
  better: 'lower',
}
const speed: Metric = { key: 'speed', label: 'Speed', unit: 'tokens/s', better: 'higher' }
const cached: Metric = { key: 'cached', label: 'Cached', unit: 'percent' }
const metrics = [points, price, speed, cached]
const of = (id: string, score?: number, cost?: number, rest: Record<string, number> = {}): Entry =>
  row(id, score, {
    values: {
      ...(score === undefined ? {} : { points: score }),
      ...(cost === undefined ? {} : { price: cost }),
      ...rest,
    },
  })

test('the frontier of score and price: what nobody beats on both', () => {
  // Scores and prices of the edition of 2 March 2026, whose columns no sentence there used.
  const found = pareto(
    board(
      [
        of('m1', 57.2, 4.5),
        of('m2', 54, 4.81),
        of('m3', 53, 10),
        of('m4', 51.7, 6),
        of('m5', 51.3, 4.81),
        of('m6', 40, 1),
      ],
      { metrics },
    ),
    'points',
    'price',
  )
  expect(found).toEqual({
    snapshot: 'demo@2026-03-02',
    x: { key: 'points', better: 'higher' },
    y: { key: 'price', better: 'lower' },
    members: [
      { id: 'm1', name: 'm1', x: 57.2, y: 4.5 },
      { id: 'm6', name: 'm6', x: 40, y: 1 },
    ],
    dominated: ['m2', 'm3', 'm4', 'm5'],
    missing: [],
  })
})

test('rows that tie are members together, and missing values are told', () => {
  const rows = [
    of('b', 50, 2),
    of('a', 50, 2),
    of('worse', 50, 3),
    of('free', 10, 0),
    of('dark', 60),
    of('bare', undefined, 0),
  ]
  const found = pareto(board(rows, { metrics }), 'points', 'price')
  expect(found.members.map(({ id }) => id)).toEqual(['a', 'b', 'free'])
  expect([found.dominated, found.missing]).toEqual([['worse'], ['dark', 'bare']])
  const cheapFirst = pareto(board(rows, { metrics }), 'price', 'points')
  expect(cheapFirst.members.map(({ id }) => id)).toEqual(['free', 'a', 'b'])
})

test('a metric needs a direction, and two are needed', () => {
  const some = board([of('a', 1, 1, { cached: 5 })], { metrics })
  expect(() => pareto(some, 'points', 'nowhere')).toThrowError(/no metric nowhere/)
  expect(() => pareto(some, 'points', 'cached')).toThrowError(/neither direction of cached/)
  expect(() => pareto(some, 'points', 'points')).toThrowError(RangeError)
  const told = pareto(some, 'points', { key: 'cached', better: 'higher' })
  expect(told.y).toEqual({ key: 'cached', better: 'higher' })
  expect(pareto(board([], { metrics }), 'points', 'speed')).toMatchObject({
    members: [],
    dominated: [],
    missing: [],
  })
})

test('no member is beaten, everybody else is, and no row is lost', () => {
  const value = fc.option(fc.nat(6), { nil: undefined })
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 30 }), fc.boolean(), (list, turn) => {
      const rows = list.map(([score, cost], index) => of(`m${index}`, score, cost))
      const whole = board(rows, { metrics })
      const found = pareto(whole, 'points', 'price')
      const ids = [...found.members.map(({ id }) => id), ...found.dominated, ...found.missing]
      expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort())
      const beats = (a: Entry, b: Entry) => {
        const [ax = 0, ay = 0, bx = 0, by = 0] = [a, b].flatMap(({ values }) => [
          values['points'],
          values['price'],
        ])
        return ax >= bx && ay <= by && (ax > bx || ay < by)
      }
      const known = rows.filter(({ id }) => !found.missing.includes(id))
      const members = new Set(found.members.map(({ id }) => id))
      for (const entry of known) {
        expect(known.some((rival) => beats(rival, entry))).toBe(!members.has(entry.id))
      }
      const other = turn ? { ...whole, entries: whole.entries.toReversed() } : whole
      expect(pareto(other, 'points', 'price')).toEqual(found)
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
  )
})

test('what a dollar buys: free rows have no ratio, and unknown ones no place', () => {
  const found = scorePerDollar(
    board(
      [
        of('dear', 54, 4.5),
        of('cheap', 40, 0.5),
        of('free', 30, 0),
        of('dark', 50),
        of('odd', 10, -1),
      ],
      { metrics },
    ),
    'price',
  )
  expect(found).toEqual({
    snapshot: 'demo@2026-03-02',
    score: 'points',
    price: 'price',
    rows: [
      { id: 'cheap', name: 'cheap', score: 40, price: 0.5, scorePerDollar: 80 },
      { id: 'dear', name: 'dear', score: 54, price: 4.5, scorePerDollar: 12 },
    ],
    free: ['free'],
    missing: ['dark', 'odd'],
  })
  expect(() => scorePerDollar(board([]), 'price')).toThrowError(/no metric/)
  expect(() => scorePerDollar(board([], { metrics }), 'speed')).toThrowError(/not in USD/)
})
