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
  expect(compareSnapshots(before, after)).toEqual({
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
        scoreChange: 0,
        newcomersAbove: 0,
      },
      {
        id: 'c',
        name: 'c',
        rankBefore: 3,
        rankAfter: 3,
        rankChange: 0,
        scoreChange: 11.1,
        newcomersAbove: 1,
      },
      {
        id: 'b',
        name: 'b',
        rankBefore: 2,
        rankAfter: 4,
        rankChange: -2,
        scoreChange: 0,
        newcomersAbove: 1,
      },
      { id: 'dark', name: 'dark', rankAfter: 5, newcomersAbove: 1 },
      { id: 'd', name: 'd', rankBefore: 4, newcomersAbove: 0 },
    ],
    leaders: { before: ['a'], after: ['a'], changed: false },
    frozenPrefix: 1,
    unchanged: false,
  })
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

test('names all who share the lead, in whatever order', () => {
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
    after: ['b', 'a'],
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

test('keeps its promises for any two boards', () => {
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 12 }),
      score: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    }),
    { selector: ({ id }) => id },
  )
  const toBoard = (list: readonly { id: number; score: number | undefined }[]) =>
    board(list.map(({ id, score }) => row(String(id), score)))
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const [was, is] = [toBoard(first), toBoard(second)]
      const there = compareSnapshots(was, is)
      const back = compareSnapshots(is, was)
      expect(there.entered.length + there.moves.length).toBe(is.entries.length)
      expect(there.left.length + there.moves.length).toBe(was.entries.length)
      expect(there.entered).toEqual(back.left)
      expect(there.frozenPrefix).toBe(back.frozenPrefix)
      expect(there.unchanged).toBe(back.unchanged)
      expect(compareSnapshots(was, was).unchanged).toBe(true)
      expect(JSON.parse(JSON.stringify(there))).toEqual(there)
    }),
  )
})
