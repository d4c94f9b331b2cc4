import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareSnapshots, type Snapshot } from '../src/index.ts'
import { board, row } from './snapshots.ts'

const before = board(
  [row('a', 60.2), row('b', 57.1), row('c', 46.2), row('d', 40), row('gone', 12), row('dark')],
  { id: 'demo@1', capturedAt: '2026-03-01' },
)
const after = board(
  [row('a', 60.2), row('new', 58), row('c', 57.3), row('b', 57.1), row('dark', 41), row('d')],
  { id: 'demo@2', capturedAt: '2026-03-02' },
)

test('tells who came, who left, and how each other row moved', () => {
  const { spread, tiers, groups, superlatives, ...core } = compareSnapshots(before, after)
  expect(core).toEqual({
    board: 'demo',
    series: 'demo/1',
    before: 'demo@1',
    after: 'demo@2',
    beforeCapturedAt: '2026-03-01',
    afterCapturedAt: '2026-03-02',
    metric: 'points',
    entered: ['new'],
    left: ['gone'],
    moves: [
      {
        id: 'a',
        name: 'a',
        rankBefore: 1,
        rankAfter: 1,
        rankChange: 0,
        ownRankChange: 0,
        scoreBefore: 60.2,
        scoreAfter: 60.2,
        scoreChange: 0,
        newcomersAbove: 0,
        leaversAbove: 0,
      },
      {
        id: 'c',
        name: 'c',
        rankBefore: 3,
        rankAfter: 3,
        rankChange: 0,
        ownRankChange: 1,
        scoreBefore: 46.2,
        scoreAfter: 57.3,
        scoreChange: 11.1,
        newcomersAbove: 1,
        leaversAbove: 0,
      },
      {
        id: 'b',
        name: 'b',
        rankBefore: 2,
        rankAfter: 4,
        rankChange: -2,
        ownRankChange: -1,
        scoreBefore: 57.1,
        scoreAfter: 57.1,
        scoreChange: 0,
        newcomersAbove: 1,
        leaversAbove: 0,
      },
      {
        id: 'dark',
        name: 'dark',
        rankAfter: 5,
        scoreAfter: 41,
        newcomersAbove: 1,
        leaversAbove: 0,
      },
      {
        id: 'd',
        name: 'd',
        rankBefore: 4,
        scoreBefore: 40,
        newcomersAbove: 0,
        leaversAbove: 0,
      },
    ],
    leaders: { before: ['a'], after: ['a'], changed: false },
    frozenPrefix: 1,
    unchanged: false,
  })
  expect(spread).toMatchObject({ before: 'demo@1', after: 'demo@2', from: 1, to: 5 })
  expect([spread?.valueBefore, spread?.valueAfter, spread?.change]).toEqual([48.2, 19.2, -29])
  expect(tiers).toMatchObject([{ from: 1, to: 5, compared: 3, left: 2, entered: 2 }])
  expect(groups.organization).toEqual({ groups: [], unknown: 7 })
  expect(superlatives.map(({ kind, value, ids }) => [kind, value, ids])).toEqual([
    ['climb', 1, ['c']],
    ['drop', 1, ['b']],
    ['gain', 11.1, ['c']],
  ])
})

test('a newcomer above a row is no drop of its own, and a leaver above it no climb', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id, index) => row(id, 50 - index))
  const drop = compareSnapshots(board(rows.slice(1)), board(rows))
  expect(
    drop.moves.map(({ rankChange, ownRankChange, scoreChange }) => [
      rankChange,
      ownRankChange,
      scoreChange,
    ]),
  ).toEqual([
    [-1, 0, 0],
    [-1, 0, 0],
    [-1, 0, 0],
  ])
  expect([drop.superlatives, drop.tiers[0]?.meanMove, drop.tiers[0]?.moved]).toEqual([[], 0, 0])
  const climb = compareSnapshots(board(rows), board(rows.slice(1)))
  expect(
    climb.moves.map(({ rankChange, ownRankChange, leaversAbove }) => [
      rankChange,
      ownRankChange,
      leaversAbove,
    ]),
  ).toEqual([
    [1, 0, 1],
    [1, 0, 1],
    [1, 0, 1],
  ])
})

test('a row that got its score now is ranked anew, and pushes nobody down by their own', () => {
  const was = board([row('a', 5), row('b', 4), row('dark')])
  const is = board([row('dark', 9), row('a', 5), row('b', 4)])
  expect(compareSnapshots(was, is).moves.slice(1)).toMatchObject([
    { id: 'a', rankChange: -1, ownRankChange: 0, newcomersAbove: 0 },
    { id: 'b', rankChange: -1, ownRankChange: 0, newcomersAbove: 0 },
  ])
})

test('the frozen prefix counts ranks, and rows that tie together or not at all', () => {
  const frozen = (was: [string, number][], is: [string, number][]) =>
    compareSnapshots(
      board(was.map(([id, score]) => row(id, score))),
      board(is.map(([id, score]) => row(id, score))),
    ).frozenPrefix
  const start: [string, number][] = [
    ['a', 5],
    ['b', 4],
    ['c', 4],
    ['d', 3],
  ]
  expect(frozen(start, start)).toBe(4)
  // The order in which tied rows are listed is nobody's merit.
  const [a = ['a', 5], b = ['b', 4], c = ['c', 4], d = ['d', 3]] = start
  expect(frozen(start, [a, c, b, d])).toBe(4)
  expect(frozen(start, [a, ['b', 4.5], c, d])).toBe(1)
  expect(frozen(start, [a, b, d])).toBe(1)
  expect(frozen(start, [a, b, c])).toBe(3)
  expect(frozen(start, [a, b, c, ['x', 3], d])).toBe(3)
  expect(frozen([], start)).toBe(0)
})

test('has no capture times where the snapshots have none', () => {
  const movement = compareSnapshots(board([row('a', 1)]), board([row('a', 1)]))
  expect(Object.keys(movement)).not.toContain('beforeCapturedAt')
  expect(Object.keys(movement)).not.toContain('afterCapturedAt')
})

test('rounds a change of score to 6 decimals, and never says minus zero', () => {
  const change = (from: number, to: number) =>
    compareSnapshots(board([row('a', from)]), board([row('a', to)])).moves[0]?.scoreChange
  expect(change(0.1, 0.1 + 0.2)).toBe(0.2)
  expect(change(46.2, 46.5)).toBe(0.3)
  expect(change(0, -1e-9)).toBe(0)
  expect(change(-1.7e308, 1.7e308)).toBeUndefined()
})

test('counts only newcomers that are really above, not those it ties with', () => {
  const later = board([row('a', 5), row('n1', 5), row('b', 4), row('n2', 3), row('n3')])
  const { moves } = compareSnapshots(board([row('a', 5), row('b', 4)]), later)
  expect(moves.map(({ id, newcomersAbove }) => [id, newcomersAbove])).toEqual([
    ['a', 0],
    ['b', 1],
  ])
})

test('calls a board unchanged only where nothing came, went, moved or changed', () => {
  const same = [row('a', 3), row('b', 2), row('c')]
  const unchanged = (later: Snapshot) => compareSnapshots(board(same), later).unchanged
  expect(unchanged(board(same))).toBe(true)
  expect(compareSnapshots(board(same), board(same)).frozenPrefix).toBe(2)
  expect(unchanged(board([row('a', 3.5), row('b', 2), row('c')]))).toBe(false)
  expect(unchanged(board([row('a', 3), row('b', 2), row('c', 1)]))).toBe(false)
  expect(unchanged(board([row('a', 3), row('b', 2)]))).toBe(false)
  expect(unchanged(board([...same, row('d')]))).toBe(false)
})

test('names all who share the lead, by name', () => {
  const leaders = (...rows: [string, number][][]) => {
    const [was = [], is = []] = rows.map((list) => list.map(([id, score]) => row(id, score)))
    return compareSnapshots(board(was), board(is)).leaders
  }
  expect(
    leaders(
      [
        ['a', 2],
        ['b', 2],
      ],
      [
        ['b', 2],
        ['a', 2],
      ],
    ),
  ).toEqual({
    before: ['a', 'b'],
    after: ['a', 'b'],
    changed: false,
  })
  expect(
    leaders(
      [
        ['a', 2],
        ['b', 2],
      ],
      [
        ['a', 3],
        ['b', 2],
      ],
    ).changed,
  ).toBe(true)
  expect(
    leaders(
      [
        ['a', 2],
        ['b', 1],
      ],
      [
        ['b', 3],
        ['a', 2],
      ],
    ),
  ).toMatchObject({ changed: true })
})

test.for<[string, Partial<Snapshot>]>([
  ['another series', { series: 'demo/2' }],
  ['another board', { board: 'other' }],
  ['another metric', { metrics: [{ key: 'wins', label: 'Wins', unit: 'wins' }] }],
  ['no metric', { metrics: [] }],
  ['a part of the board', { warnings: [{ code: 'partial', message: 'Page 1 of 3.' }] }],
])('refuses %s, on either side', ([, other]) => {
  for (const [was, is] of [
    [board([row('a', 1)]), board([row('a', 1)], other)],
    [board([row('a', 1)], other), board([row('a', 1)])],
  ] as const) {
    const compare = () => compareSnapshots(was, is)
    expect(compare).toThrowError(SourceError)
    expect(compare).toThrowError(/incomparable/)
  }
})

const rows = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 30 }),
    score: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    openWeights: fc.constantFrom(true, false, undefined),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
)
const anyBoard = rows.map((list) =>
  board(
    list.map(({ id, score, ...rest }) => {
      const organization = ['Acme', 'Other', undefined][id % 3]
      return row(`m${id}`, score, { ...rest, organization })
    }),
  ),
)
const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) }

test('a board against itself is empty', () => {
  fc.assert(
    fc.property(anyBoard, (same) => {
      const movement = compareSnapshots(same, same)
      expect(movement).toMatchObject({ entered: [], left: [], unchanged: true, superlatives: [] })
      expect(movement.leaders.changed).toBe(false)
      const ranked = same.entries.filter(({ rank }) => rank !== undefined).length
      expect(movement.frozenPrefix).toBe(ranked)
      expect(movement.spread?.change ?? 0).toBe(0)
      for (const { rankChange, ownRankChange, scoreChange } of movement.moves) {
        expect([rankChange ?? 0, ownRankChange ?? 0, scoreChange ?? 0]).toEqual([0, 0, 0])
      }
      for (const { moved, largestMove, left, entered } of movement.tiers) {
        expect([moved, largestMove, left, entered]).toEqual([0, 0, 0, 0])
      }
    }),
    runs,
  )
})

test('there and back is the same with the sign turned', () => {
  const mirrored = { climb: 'drop', drop: 'climb', gain: 'loss', loss: 'gain' } as const
  fc.assert(
    fc.property(anyBoard, anyBoard, (was, is) => {
      const there = compareSnapshots(was, is)
      const back = compareSnapshots(is, was)
      expect(there.entered.length + there.moves.length).toBe(is.entries.length)
      expect(there.left.length + there.moves.length).toBe(was.entries.length)
      expect(there.entered).toEqual(back.left)
      expect(there.left).toEqual(back.entered)
      expect(there.frozenPrefix).toBe(back.frozenPrefix)
      expect(there.unchanged).toBe(back.unchanged)
      expect((there.spread?.change ?? 0) + (back.spread?.change ?? 0)).toBe(0)
      const returns = new Map(back.moves.map((move) => [move.id, move]))
      expect(returns.size).toBe(there.moves.length)
      for (const move of there.moves) {
        const home = returns.get(move.id)
        expect((move.rankChange ?? 0) + (home?.rankChange ?? 0)).toBe(0)
        expect((move.ownRankChange ?? 0) + (home?.ownRankChange ?? 0)).toBe(0)
        expect((move.scoreChange ?? 0) + (home?.scoreChange ?? 0)).toBe(0)
        expect(move.newcomersAbove).toBe(home?.leaversAbove)
        expect(move.leaversAbove).toBe(home?.newcomersAbove)
      }
      for (const { kind, value, ids } of there.superlatives) {
        const twin = back.superlatives.find((one) => one.kind === mirrored[kind])
        expect(twin?.value).toBe(value)
        expect(twin?.ids.toSorted()).toEqual(ids.toSorted())
      }
      for (const [index, trend] of there.groups.organization.groups.entries()) {
        expect(back.groups.organization.groups[index]?.left).toBe(trend.entered)
      }
      expect(JSON.parse(JSON.stringify(there))).toEqual(there)
    }),
    runs,
  )
})

test('no sum is lost: every row is in a tier once, and in a group or in none', () => {
  fc.assert(
    fc.property(anyBoard, anyBoard, (was, is) => {
      const { tiers, groups, moves, entered, left } = compareSnapshots(was, is)
      const compared = moves.filter(({ ownRankChange }) => ownRankChange !== undefined).length
      const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
      expect(sum(tiers.map((tier) => tier.compared))).toBe(compared)
      const all = moves.length + entered.length + left.length
      for (const { groups: some, unknown } of Object.values(groups)) {
        expect(sum(some.map((group) => group.entered))).toBeLessThanOrEqual(entered.length)
        expect(unknown).toBeLessThanOrEqual(all)
        expect(sum(some.map((group) => group.compared))).toBeLessThanOrEqual(compared)
      }
    }),
    runs,
  )
})

test('the order of the rows given changes nothing', () => {
  const shuffled = anyBoard.chain((whole) =>
    fc
      .shuffledSubarray(whole.entries, {
        minLength: whole.entries.length,
        maxLength: whole.entries.length,
      })
      .map((entries) => ({ whole, other: { ...whole, entries } })),
  )
  fc.assert(
    fc.property(shuffled, shuffled, (was, is) => {
      expect(compareSnapshots(was.other, is.other)).toEqual(compareSnapshots(was.whole, is.whole))
    }),
    runs,
  )
})

test('rows that tie are told by name', () => {
  const tied = [row('1', 5, { name: 'Zeta' }), row('2', 5, { name: 'Alpha' })]
  const movement = compareSnapshots(board([]), board(tied))
  expect(movement.entered).toEqual(['2', '1'])
  expect(movement.leaders.after).toEqual(['2', '1'])
})

test('of an id that is there twice one row stands for it, in whatever order', () => {
  const twice = [row('a', 5), row('a', 3), row('b', 4), row('b', 4, { organization: 'Acme' })]
  const once = compareSnapshots(board(twice), board(twice))
  const { entries } = board(twice)
  const turned = { ...board([]), entries: entries.toReversed() }
  expect(compareSnapshots(turned, turned)).toEqual(once)
  expect(once.moves.map(({ id, rankAfter }) => [id, rankAfter])).toEqual([
    ['a', 1],
    ['b', 2],
  ])
})
