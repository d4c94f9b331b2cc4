import type { Fact } from '@inference-report/issue'
import {
  compareSnapshots,
  pareto,
  type Snapshot,
  spreadTrend,
  superlatives,
} from '@inference-report/leaderboard'
import { expect, test } from 'vitest'
import {
  factsFromFrontier,
  factsFromMovement,
  factsFromMoves,
  factsFromSnapshot,
  factsFromSpread,
  factsFromSuperlatives,
  writeIssue,
} from '../src/index.ts'
import { options, points, type Row, snapshotOf } from './boards.ts'

const then = (scores: Record<string, number>): Snapshot =>
  snapshotOf(rowsOf(scores), { id: 'tern-board@2026-05-28', capturedAt: '2026-05-28' })
const now = (scores: Record<string, number>): Snapshot => snapshotOf(rowsOf(scores))

function rowsOf(scores: Record<string, number>): Row[] {
  return Object.entries(scores).map(([name, score]) => ({ name, score }))
}

function factsOf(before: Snapshot, after: Snapshot): Fact[] {
  const movement = compareSnapshots(before, after)
  const snapshots = { before, after }
  return [
    ...factsFromMovement(movement, snapshots, options),
    ...factsFromMoves(movement, snapshots, options),
    ...factsFromSuperlatives(movement.superlatives, movement, snapshots, options),
  ]
}

async function idsTold(facts: readonly Fact[]): Promise<string[]> {
  const { paragraphs } = await writeIssue(facts, [])
  return paragraphs
    .flatMap(({ sentences }) => sentences.flatMap(({ supports }) => supports))
    .map((id) => id.replace('tern-board.', ''))
}

test('what the largest move says, no other sentence says again', async () => {
  const facts = factsOf(
    then({ Auk: 90, Coot: 80, Dunlin: 70, Eider: 60 }),
    now({ Auk: 90, Coot: 80, Dunlin: 70, Eider: 95 }),
  )
  expect(facts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rank-move', 'score-move']))
  const told = await idsTold(facts)
  expect(told).toEqual(['leader-changed', 'score-change', 'climb', 'drop'])
})

test('of several rows that moved the paragraph tells one, and not five alike', async () => {
  const facts = factsOf(
    then({ Auk: 90, Coot: 80, Dunlin: 70, Eider: 60, Fulmar: 50, Gull: 40 }),
    now({ Auk: 90, Coot: 40, Dunlin: 72, Eider: 63, Fulmar: 54, Gull: 55 }),
  ).filter(({ kind }) => !/^(?:climb|drop|score-change)$/.test(kind))
  const told = await idsTold(facts)
  expect(told).toContain('rank-move.Coot')
  expect(told.filter((id) => id.startsWith('rank-move'))).toHaveLength(1)
  expect(told.filter((id) => id.startsWith('score-move'))).toHaveLength(1)
})

test('a loss that is not the largest change is told beside the largest', async () => {
  const facts = factsOf(
    then({ Auk: 90, Coot: 80, Dunlin: 70, Eider: 60 }),
    now({ Auk: 90, Coot: 77, Dunlin: 75, Eider: 58 }),
  )
  const told = await idsTold(facts)
  expect(told).toContain('score-change')
  expect(told).toContain('superlative.loss')
  expect(told).not.toContain('superlative.gain')
})

test('the largest climb of some ranks is told beside that of the whole board', async () => {
  const [before, after] = [
    then({ Auk: 90, Coot: 80, Dunlin: 70, Eider: 60, Fulmar: 50, Gull: 40, Ibis: 30 }),
    now({ Auk: 90, Coot: 80, Dunlin: 70, Fulmar: 62, Eider: 61, Ibis: 50, Gull: 40 }),
  ]
  const movement = compareSnapshots(before, after)
  const snapshots = { before, after }
  const some = superlatives(movement, { from: 1, to: 7 })
  const facts = [
    ...factsFromMovement(movement, snapshots, options),
    ...factsFromSuperlatives(some, movement, snapshots, options),
  ]
  const scoped = facts.filter(({ kind }) => kind === 'superlative')
  expect(scoped.length).toBeGreaterThan(0)
  expect(await idsTold(facts)).toContain(scoped[0]?.id.replace('tern-board.', ''))
})

test('the distance of two rows is told with how it changed, not beside that of two models', async () => {
  const [before, after] = [
    then({ Auk: 90, Coot: 88, Dunlin: 86, Eider: 84, Fulmar: 82 }),
    now({ Auk: 90, Coot: 88, Dunlin: 86, Eider: 84, Fulmar: 83 }),
  ]
  const alone = factsFromSnapshot(after, options)
  expect(await idsTold(alone)).toContain('spread')
  const both = [...alone, ...factsFromSpread(spreadTrend([before, after]), after, options)]
  const told = await idsTold(both)
  expect(told).toContain('spread-trend.1-5')
  expect(told).not.toContain('spread')
})

const price = {
  key: 'priceBlendedUsdPerMillionTokens',
  label: 'Price',
  unit: 'USD',
  better: 'lower',
} as const

test.for([
  [3, false],
  [6, true],
] as const)(
  'a leader at %i dollars, where the next best costs 4: a frontier is told %s',
  async ([dollars, isTold]) => {
    const board = snapshotOf(
      [
        { name: 'Auk', score: 50, values: { [price.key]: dollars } },
        { name: 'Coot', score: 48, values: { [price.key]: 4 } },
        { name: 'Dunlin', score: 40, values: { [price.key]: 5 } },
      ],
      { metrics: [points, price] },
    )
    const frontier = factsFromFrontier(pareto(board, points.key, price.key), board, options)
    expect(frontier).toHaveLength(1)
    const told = await idsTold([...factsFromSnapshot(board, options), ...frontier])
    expect(told).toContain('cheapest')
    expect(told.some((id) => id.startsWith('frontier'))).toBe(isTold)
  },
)

// Artificial Analysis, 7 May 2026: 13 of 338 rows were on the frontier, and 20 were beaten on both at once
// by none, for several had the price or the score of a member.
test('a row with a member’s score and a higher price is outdone, though not beaten on both', () => {
  const board = snapshotOf(
    [
      { name: 'Auk', score: 50, values: { [price.key]: 2 } },
      { name: 'Coot', score: 50, values: { [price.key]: 3 } },
      { name: 'Dunlin', score: 40, values: { [price.key]: 2 } },
      { name: 'Eider', score: 30, values: { [price.key]: 1 } },
    ],
    { metrics: [{ ...points, label: 'Tern Board Index' }, price] },
  )
  const [fact] = factsFromFrontier(pareto(board, points.key, price.key), board, options)
  expect(fact?.sentence).toBe(
    'Of the four entries on Tern Board whose “Index” and “Price” are known, two are outdone by no other on the two together: Auk and Eider.',
  )
})
