import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareSnapshots,
  type Entry,
  groupTrends,
  rankEntries,
  type Snapshot,
  spreadBetween,
  spreadTrend,
  superlatives,
  tierMovements,
} from '../src/index.ts'
import { board, points, row } from './snapshots.ts'

/** Rows `m1`, `m2` … in the order of the ranks given. */
const inOrder = (ids: readonly string[], rest: Partial<Snapshot> = {}) =>
  board(
    ids.map((id, index) => row(id, 100 - index)),
    rest,
  )
const ids = (count: number) => Array.from({ length: count }, (_, index) => `m${index + 1}`)

test('the spread of two places is that of their scores, ties and lower-is-better included', () => {
  const scores = [65.3, 64.9, 63.1, 62.5, 62.5, 40]
  const five = board(scores.map((score, index) => row(`m${index}`, score)))
  // "The gap between first and fifth place", 2.8 points: the edition of 7 April 2026.
  expect(spreadBetween(five)).toEqual({
    from: 1,
    to: 5,
    snapshot: 'demo@2026-03-02',
    value: 2.8,
  })
  expect(spreadBetween(five, { from: 4, to: 5 })?.value).toBe(0)
  expect(spreadBetween(five, { from: 6, to: 2 })?.value).toBe(24.9)
  expect(spreadBetween(five, { from: 1, to: 7 })).toBeUndefined()
  const cheap = { ...points, better: 'lower' as const }
  const lower = { ...five, metrics: [cheap], entries: rankEntries(five.entries, cheap) }
  expect(spreadBetween(lower, { from: 1, to: 6 })?.value).toBe(25.3)
  expect(spreadBetween({ ...five, metrics: [] })).toBeUndefined()
  for (const from of [0, 1.5, Number.NaN]) {
    expect(() => spreadBetween(five, { from, to: 2 })).toThrowError(RangeError)
  }
})

test('the trend of a spread names its snapshots, and which of them cannot tell', () => {
  const of = (id: string, ...scores: number[]) =>
    board(
      scores.map((score, index) => row(`m${index}`, score)),
      { id, capturedAt: id },
    )
  const history = [
    of('2026-03-01', 60, 50),
    of('2026-03-02', 60),
    of('2026-03-03', 60, 56),
    of('2026-03-04', 60, 55),
  ]
  const trend = spreadTrend(history, { from: 1, to: 2 })
  expect(trend).toMatchObject({
    missing: ['2026-03-02'],
    change: { before: '2026-03-01', after: '2026-03-04', valueBefore: 10, valueAfter: 5 },
    direction: 'narrowing',
    isMonotone: false,
  })
  expect(trend.change?.change).toBe(-5)
  expect(trend.points.map(({ snapshot, value }) => [snapshot, value])).toEqual([
    ['2026-03-01', 10],
    ['2026-03-03', 4],
    ['2026-03-04', 5],
  ])
  const two = { from: 1, to: 2 }
  expect(spreadTrend(history.slice(0, 3), two)).toMatchObject({ isMonotone: true })
  expect(spreadTrend(history.slice(2), two)).toMatchObject({ direction: 'widening' })
  expect(spreadTrend(history.slice(3).concat(history.slice(3)), two).direction).toBe('steady')
  expect(spreadTrend(history.slice(3), two)).toEqual({
    ...two,
    points: trend.points.slice(2),
    missing: [],
  })
  expect(spreadTrend([])).toEqual({ from: 1, to: 5, points: [], missing: [] })
  const [first] = history
  const other = { ...of('x', 1, 2), series: 'demo/2' }
  expect(() => first && spreadTrend([first, other, first])).toThrowError(/incomparable/)
})

test('a quiet top and a restless middle: the mean and the largest move of each tier', () => {
  // The edition of 22 June 2026 tells such a board.
  const before = inOrder(ids(30))
  const order = [...ids(30)]
  order.splice(5, 5, 'm10', 'm6', 'm7', 'm8', 'm9')
  order.splice(25, 5, 'm30', 'm29', 'm28', 'm27', 'm26')
  const after = inOrder(order)
  expect(compareSnapshots(before, after).tiers).toEqual([
    {
      from: 1,
      to: 5,
      compared: 5,
      moved: 0,
      meanMove: 0,
      largestMove: 0,
      largest: [],
      left: 0,
      entered: 0,
    },
    {
      from: 6,
      to: 10,
      compared: 5,
      moved: 5,
      meanMove: 1.6,
      largestMove: 4,
      largest: ['m10'],
      left: 0,
      entered: 0,
    },
    {
      from: 11,
      to: 25,
      compared: 15,
      moved: 0,
      meanMove: 0,
      largestMove: 0,
      largest: [],
      left: 0,
      entered: 0,
    },
    {
      from: 26,
      compared: 5,
      moved: 4,
      meanMove: 2.4,
      largestMove: 4,
      largest: ['m30', 'm26'],
      left: 0,
      entered: 0,
    },
  ])
  expect(
    tierMovements(before, after, [10]).map(({ from, to, meanMove }) => [from, to, meanMove]),
  ).toEqual([
    [1, 10, 0.8],
    [11, undefined, 0.6],
  ])
  expect(tierMovements(before, after, [])).toHaveLength(1)
  for (const bounds of [[0], [5, 5], [1.5], [9, 3]]) {
    expect(() => tierMovements(before, after, bounds)).toThrowError(RangeError)
  }
})

test('who left a tier, and who came into it, is told beside its moves', () => {
  const tiers = compareSnapshots(inOrder(ids(6)), inOrder(['new', ...ids(6).slice(1)])).tiers
  expect(tiers).toMatchObject([
    { from: 1, to: 5, compared: 4, moved: 0, left: 1, entered: 1 },
    { from: 6, to: 10, compared: 1, moved: 0, left: 0, entered: 0 },
  ])
  expect(tierMovements(inOrder(['a']), inOrder(['b']))).toEqual([
    { from: 1, to: 5, compared: 0, moved: 0, largestMove: 0, largest: [], left: 1, entered: 1 },
  ])
})

test('rank moves and the largest of them, as of 2 May 2026', () => {
  // From rank 17 to 3, and from 29 to 16.
  const order = ids(30).filter((id) => id !== 'm17' && id !== 'm29')
  order.splice(2, 0, 'm17')
  order.splice(15, 0, 'm29')
  const movement = compareSnapshots(inOrder(ids(30)), inOrder(order))
  const moves = new Map(movement.moves.map((move) => [move.id, move]))
  expect(moves.get('m17')).toMatchObject({ rankBefore: 17, rankAfter: 3, rankChange: 14 })
  expect(moves.get('m29')).toMatchObject({ rankBefore: 29, rankAfter: 16, rankChange: 13 })
  expect(movement.superlatives[0]).toEqual({
    kind: 'climb',
    value: 14,
    ids: ['m17'],
    scope: { before: 'demo@2026-03-02', after: 'demo@2026-03-02', compared: 30, moved: 2 },
  })
  expect(superlatives(movement, { from: 10, to: 20 })[0]).toMatchObject({
    kind: 'climb',
    value: 13,
    ids: ['m29'],
    scope: { ranks: { from: 10, to: 20 }, compared: 11, moved: 1 },
  })
  expect(superlatives(movement, { from: 40, to: 50 })).toEqual([])
})

test('a gain of 12.4 to 65.3, the largest of the scores in scope, as of 21 May 2026', () => {
  const was = board([row('opus', 52.9), row('b', 60), row('c', 58)])
  const is = board([row('opus', 65.3), row('b', 61), row('c', 57)])
  const movement = compareSnapshots(was, is)
  expect(movement.moves[0]).toMatchObject({ id: 'opus', scoreChange: 12.4, scoreAfter: 65.3 })
  expect(movement.superlatives.slice(2)).toMatchObject([
    { kind: 'gain', value: 12.4, ids: ['opus'], scope: { compared: 3, moved: 2 } },
    { kind: 'loss', value: 1, ids: ['c'], scope: { compared: 3, moved: 1 } },
  ])
})

test('35 rows in identical places, and a lead that was kept at 65.3', () => {
  // The editions of 2 March and 7 April 2026.
  const scores = Array.from({ length: 36 }, (_, index) => 65.3 - index)
  const was = board(scores.map((score, index) => row(`m${index}`, score)))
  const tail = [row('new', 31), row('m35', 30.3)]
  const is = board([...scores.slice(0, 35).map((score, index) => row(`m${index}`, score)), ...tail])
  const movement = compareSnapshots(was, is)
  expect(movement).toMatchObject({ frozenPrefix: 35, unchanged: false, entered: ['new'] })
  expect(compareSnapshots(was, was)).toMatchObject({ frozenPrefix: 36, unchanged: true })
  const kept = board(was.entries.slice(0, 35))
  expect(compareSnapshots(was, kept).frozenPrefix).toBe(35)
  expect(movement.leaders).toEqual({ before: ['m0'], after: ['m0'], changed: false })
  expect(movement.moves[0]).toMatchObject({ scoreBefore: 65.3, scoreAfter: 65.3 })
})

const member = (id: string, score: number | undefined, rest: Partial<Entry>) => row(id, score, rest)
const harbour = { organization: 'Harbour Lab', openWeights: true }
const pier = { organization: 'Pier Works', openWeights: false }

test('how the rows of one maker, or of open weights, fared', () => {
  const was = board([
    member('p1', 60, pier),
    member('p2', 58, pier),
    member('h1', 50, harbour),
    member('h2', 40, harbour),
    member('lone', 30, {}),
  ])
  const is = board([
    member('h1', 61, harbour),
    member('p1', 60, pier),
    member('h3', 59, harbour),
    member('h2', 45, { openWeights: true }),
    member('lone', 30, {}),
  ])
  const { groups } = compareSnapshots(was, is)
  expect(groups.organization).toEqual({
    groups: [
      {
        group: 'Harbour Lab',
        rankedBefore: 2,
        rankedAfter: 3,
        entered: 1,
        left: 0,
        bestRankBefore: 3,
        bestRankAfter: 1,
        topTenBefore: 2,
        topTenAfter: 3,
        compared: 2,
        climbed: 1,
        dropped: 0,
        meanRankChange: 0.5,
        scored: 2,
        meanScoreChange: 8,
      },
      {
        group: 'Pier Works',
        rankedBefore: 2,
        rankedAfter: 1,
        entered: 0,
        left: 1,
        bestRankBefore: 1,
        bestRankAfter: 2,
        topTenBefore: 2,
        topTenAfter: 1,
        compared: 1,
        climbed: 0,
        dropped: 1,
        meanRankChange: -1,
        scored: 1,
        meanScoreChange: 0,
      },
    ],
    unknown: 1,
  })
  expect(groups.openWeights.groups.map(({ group }) => group)).toEqual(['closed', 'open'])
  const byCountry = groupTrends(was, is, ({ organization }) =>
    organization === 'Harbour Lab' ? 'cn' : undefined,
  )
  expect(byCountry.groups.map(({ group, compared }) => [group, compared])).toEqual([['cn', 2]])
  expect(byCountry.unknown).toBe(3)
  expect(() => groupTrends(was, { ...is, series: 'x' }, 'organization')).toThrowError(
    /incomparable/,
  )
})

test('a group of rows without rank or score has no mean, and none that is not finite', () => {
  const dark = board([member('a', undefined, pier)])
  const [trend] = groupTrends(dark, dark, 'organization').groups
  expect(trend).not.toHaveProperty('meanRankChange')
  expect(trend).not.toHaveProperty('bestRankAfter')
  expect(trend).toMatchObject({ group: 'Pier Works', compared: 0, scored: 0 })
})

test('a group named like a member of every object is a group', () => {
  const rows = ['constructor', '__proto__'].map((organization, index) =>
    row(organization, index, { organization }),
  )
  const { groups } = groupTrends(board(rows), board(rows), 'organization')
  expect(groups.map(({ group }) => group)).toEqual(['__proto__', 'constructor'])
})

test('the spread over a history never depends on the order of the rows', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(scores, { minLength: 2, maxLength: 4 }), (history) => {
      const straight = history.map((list) => board(list.map((score, i) => row(`m${i}`, score))))
      const turned = straight.map((one) => ({ ...one, entries: one.entries.toReversed() }))
      expect(spreadTrend(turned)).toEqual(spreadTrend(straight))
      const { points: some, change } = spreadTrend(straight)
      expect(some.every(({ value }) => value >= 0)).toBe(true)
      expect(change?.change).toBe((some.at(-1)?.value ?? 0) - (some[0]?.value ?? 0))
    }),
  )
})
