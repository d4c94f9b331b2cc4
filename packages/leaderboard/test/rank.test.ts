import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entry, rankEntries } from '../src/index.ts'
import { points, row } from './snapshots.ts'

const ranks = (entries: readonly Entry[]) => entries.map(({ id, rank }) => [id, rank])

test('puts the best first, lets ties share a rank and skips the next', () => {
  const entries = [row('a', 40), row('b', 54), row('c', 51.7), row('d', 54), row('e', 51.7)]
  expect(ranks(rankEntries(entries, points))).toEqual([
    ['b', 1],
    ['d', 1],
    ['c', 3],
    ['e', 3],
    ['a', 5],
  ])
})

test('takes less as better only where the metric says so', () => {
  const entries = [row('a', 3), row('b', 0), row('c', -1)]
  const best = (better?: 'higher' | 'lower') =>
    rankEntries(entries, { key: 'points', better })[0]?.id
  expect([best('lower'), best('higher'), best()]).toEqual(['c', 'a', 'a'])
  expect(rankEntries(entries, 'points')).toEqual(rankEntries(entries, points))
})

test('leaves rows without a finite value last, in their order, without any rank', () => {
  const entries = [
    row('old', undefined, { rank: 7 }),
    row('nan', Number.NaN),
    row('low', 0),
    row('infinite', Number.POSITIVE_INFINITY),
    row('inherited', undefined, { values: Object.create({ points: 99 }) }),
  ]
  const ranked = rankEntries(entries, points)
  expect(ranks(ranked)).toEqual([
    ['low', 1],
    ['old', undefined],
    ['nan', undefined],
    ['infinite', undefined],
    ['inherited', undefined],
  ])
  expect(ranked.filter((entry) => 'rank' in entry)).toHaveLength(1)
})

test('leaves its input alone', () => {
  const entries = Object.freeze([Object.freeze(row('a', 1)), Object.freeze(row('b', 2))])
  expect(rankEntries(entries, points).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(entries.map(({ id }) => id)).toEqual(['a', 'b'])
})

test('never loses a row, and never ranks a lower score above a higher one', () => {
  const score = fc.option(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double()), { nil: undefined })
  fc.assert(
    fc.property(fc.array(score), (scores) => {
      const entries = scores.map((value, index) => row(String(index), value))
      const ranked = rankEntries(entries, points)
      expect(ranked.map(({ id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort())
      for (const entry of ranked.filter(({ rank }) => rank !== undefined)) {
        const own = entry.values['points'] ?? Number.NaN
        const above = scores.filter((other) => Number.isFinite(other) && (other ?? 0) > own)
        expect(entry.rank).toBe(above.length + 1)
      }
    }),
  )
})
