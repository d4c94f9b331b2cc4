import { compareSnapshots } from '@inference-report/leaderboard'
import { expect, test } from 'vitest'
import { factsFromMovement } from '../src/index.ts'
import { options, percent, type Row, snapshotOf } from './boards.ts'

const names = (text: string): Row[] =>
  text.split(' ').map((name, index) => ({ name, score: 60 - index }))

function factsOf(was: Row[], is: Row[], metric = percent) {
  const before = snapshotOf(was, { metric, id: 'tern-board@2026-05-28', capturedAt: '2026-05-28' })
  const after = snapshotOf(is, { metric })
  return factsFromMovement(compareSnapshots(before, after), { before, after }, options)
}

function sentences(was: Row[], is: Row[]): Record<string, string> {
  return Object.fromEntries(factsOf(was, is).map(({ kind, sentence }) => [kind, sentence]))
}

test('no baseline is a fact of its own', () => {
  expect(factsFromMovement(undefined, { after: snapshotOf(names('A B')) }, options)).toEqual([
    {
      id: 'tern-board.no-baseline',
      kind: 'no-baseline',
      scope: 'tern-board',
      value: true,
      inputs: ['tern-board@2026-08-19'],
      sentence:
        'This is the first snapshot of Tern Board we hold, so nothing can be said yet about movement.',
    },
  ])
})

test('another series is said, not compared', () => {
  const before = snapshotOf(names('A'), {
    id: 'old',
    series: 'tern-board/4.0',
    version: '4.0',
    capturedAt: '2026-05-28',
  })
  const after = snapshotOf(names('A'), { version: '4.1' })
  const incomparable = { ...options, incomparable: true }
  const [fact, ...others] = factsFromMovement(undefined, { before, after }, incomparable)
  expect(others).toEqual([])
  expect(fact).toMatchObject({ id: 'tern-board.incomparable', value: 'old' })
  expect(fact?.sentence).toBe(
    'What Tern Board measures has changed since the snapshot of May 28, 2026, from version 4.0 to version 4.1, so the two are not compared.',
  )
  const [bare] = factsFromMovement(undefined, { after }, incomparable)
  expect(bare?.sentence).toBe(
    'No movement can be told on Tern Board: it is not comparable with the previous snapshot, of unknown date.',
  )
  const partial = [{ code: 'partial', message: 'One page of four.' }]
  const [part] = factsFromMovement(
    undefined,
    { before: { ...before, series: after.series, warnings: partial }, after },
    incomparable,
  )
  expect(part?.sentence).toBe(
    'Only a part of Tern Board was read, now or for the snapshot of May 28, 2026, so the two are not compared.',
  )
  const rolled = { from: '2026-05-15', to: '2026-07-01' }
  const [moved] = factsFromMovement(
    undefined,
    {
      before: { ...before, version: undefined, window: { from: '2026-03-01', to: '2026-05-15' } },
      after: { ...after, window: rolled },
    },
    incomparable,
  )
  expect(moved?.sentence).toContain(
    ', its tasks now reaching to July 1, 2026 instead of May 15, 2026,',
  )
})

test('nothing moved', () => {
  const [fact, ...others] = factsOf(names('A B C'), names('A B C'))
  expect(others).toEqual([])
  expect(fact).toMatchObject({
    kind: 'unchanged',
    value: 3,
    inputs: ['tern-board@2026-05-28', 'tern-board@2026-08-19'],
    sentence:
      'On Tern Board all three entries have kept their place and score since the snapshot of May 28, 2026.',
  })
})

const lost = (name: string): Row => ({ name })

test.for<[Row[], string]>([
  [[], 'There are no entries on Tern Board, as in the snapshot of May 28, 2026.'],
  [
    names('A'),
    'On Tern Board the one entry has kept its place and score since the snapshot of May 28, 2026.',
  ],
  [
    names('A B'),
    'On Tern Board both entries have kept their place and score since the snapshot of May 28, 2026.',
  ],
  [
    [...names('A B C'), lost('D')],
    'On Tern Board all three ranked entries have kept their place and score since the snapshot of May 28, 2026, and one other is still unranked.',
  ],
  [
    [...names('A'), lost('D'), lost('E')],
    'On Tern Board the one ranked entry has kept its place and score since the snapshot of May 28, 2026, and two others are still unranked.',
  ],
  [[lost('A')], 'The one entry on Tern Board is unranked, as in the snapshot of May 28, 2026.'],
  [
    [lost('A'), lost('B')],
    'Both entries on Tern Board are unranked, as in the snapshot of May 28, 2026.',
  ],
  [
    [lost('A'), lost('B'), lost('C')],
    'All three entries on Tern Board are unranked, as in the snapshot of May 28, 2026.',
  ],
])('what did not move has places and scores: $1', ([rows, sentence]) => {
  expect(sentences(rows, rows)).toEqual({ unchanged: sentence })
})

test('entries that kept their place and score may differ in all else', () => {
  const priced = names('A B').map((row) => ({ ...row, values: { costUsdPerTask: 4 } }))
  expect(sentences(names('A B'), priced)['unchanged']).not.toMatch(/nothing|changed/i)
})

test.for<[string, Row[], Row[], string]>([
  [
    'another row lost its score',
    names('A B C'),
    [{ name: 'A', score: 65 }, ...names('_ B').slice(1), lost('C')],
    'A has gained 5 percentage points on Tern Board since the snapshot of May 28, 2026, to 65 percent, the only change of a score known then and now.',
  ],
  [
    'another row gained its score',
    [...names('A B'), lost('C')],
    [{ name: 'A', score: 65 }, ...names('_ B C').slice(1)],
    'A has gained 5 percentage points on Tern Board since the snapshot of May 28, 2026, to 65 percent, the only change of a score known then and now.',
  ],
  [
    'another row came',
    names('A B'),
    [{ name: 'A', score: 65 }, ...names('_ B C').slice(1)],
    'A has gained 5 percentage points on Tern Board since the snapshot of May 28, 2026, to 65 percent, the only change of a score known then and now.',
  ],
  [
    'another row left',
    names('A B C'),
    [{ name: 'A', score: 65 }, ...names('_ B').slice(1)],
    'A has gained 5 percentage points on Tern Board since the snapshot of May 28, 2026, to 65 percent, the only change of a score known then and now.',
  ],
  [
    'another row has no score, then as now',
    [...names('A B'), lost('C')],
    [{ name: 'A', score: 65 }, ...names('_ B').slice(1), lost('C')],
    'A has gained 5 percentage points on Tern Board since the snapshot of May 28, 2026, to 65 percent, while no other score has changed.',
  ],
  [
    'the largest of two, while a third lost its score',
    names('A B C'),
    [{ name: 'A', score: 65 }, { name: 'B', score: 60 }, lost('C')],
    'A has gained 5 percentage points on Tern Board since the snapshot of May 28, 2026, to 65 percent, the largest change of any score known then and now.',
  ],
  [
    'a tie, while a third lost its score',
    names('A B C'),
    [{ name: 'A', score: 62 }, { name: 'B', score: 61 }, lost('C')],
    'No score known then and now on Tern Board has changed by more than 2 percentage points since the snapshot of May 28, 2026; two have by that much.',
  ],
])('one score changed, and %s', ([, was, is, sentence]) => {
  expect(sentences(was, is)['score-change']).toBe(sentence)
})

test('without the earlier rows nobody knows what no other score did', () => {
  const before = snapshotOf([...names('A B'), lost('C')], { id: 'before' })
  const after = snapshotOf([{ name: 'A', score: 65 }, ...names('_ B').slice(1), lost('C')])
  const facts = factsFromMovement(compareSnapshots(before, after), { after }, options)
  const change = facts.find(({ kind }) => kind === 'score-change')
  expect(change?.sentence).toMatch(/, the only change of a score known then and now\.$/)
})

test.for<[string, Row[], Row[], Record<string, string | undefined>]>([
  [
    'a new leader',
    names('A B C'),
    names('B A C'),
    {
      'leader-changed':
        'B has taken the lead on Tern Board, which A held in the snapshot of May 28, 2026.',
      'leader-kept': undefined,
      frozen: undefined,
      climb:
        'B made the only climb on Tern Board since the snapshot of May 28, 2026, from rank 2 to rank 1 of the full table.',
      drop: 'A made the only drop on Tern Board since the snapshot of May 28, 2026, from rank 1 to rank 2 of the full table.',
      'score-change':
        'No score on Tern Board has changed by more than 1 percentage point since the snapshot of May 28, 2026; two have by that much.',
    },
  ],
  [
    'the old leader, tied now',
    names('A B'),
    [
      { name: 'A', score: 60 },
      { name: 'B', score: 60 },
    ],
    {
      'leader-changed':
        'The lead on Tern Board is now with A and B; in the snapshot of May 28, 2026 it was with A.',
    },
  ],
  [
    'another effort of the same leader',
    [{ name: 'A (low)', effort: 'low', score: 50 }],
    [
      { name: 'A (high)', effort: 'high', score: 55 },
      { name: 'A (low)', effort: 'low', score: 50 },
    ],
    {
      'leader-kept':
        'A already led Tern Board in the snapshot of May 28, 2026, then with 50 percent.',
      entered: 'There is one new entry on Tern Board since the snapshot of May 28, 2026: A (high).',
    },
  ],
  [
    'a drop that newcomers explain is not said to be its own',
    names('A B C'),
    [
      { name: 'A', score: 60 },
      { name: 'X', score: 59.8 },
      { name: 'Y', score: 59.5 },
      { name: 'B', score: 59 },
      { name: 'C', score: 58 },
    ],
    {
      entered:
        'There are two new entries on Tern Board since the snapshot of May 28, 2026: X and Y.',
      drop: 'Newcomers account for every drop on Tern Board since the snapshot of May 28, 2026; B is now at rank 4 instead of 2, with two newcomers above it.',
      climb: undefined,
      'score-change': undefined,
    },
  ],
  [
    'a climb that departures explain',
    names('A B C D E F'),
    names('A B C D E F').filter(({ name }) => name !== 'B'),
    {
      left: 'Since the snapshot of May 28, 2026, one entry has left Tern Board: B.',
      climb:
        'Departures account for every climb on Tern Board since the snapshot of May 28, 2026; C is now at rank 2 instead of 3.',
      drop: undefined,
    },
  ],
  [
    'more leave than are named',
    names('A B C D E F G'),
    names('A B'),
    {
      left: 'Since the snapshot of May 28, 2026, five entries have left Tern Board: C, D and three others.',
    },
  ],
  [
    'its own drop beside one that newcomers explain',
    names('A B C D E F'),
    [...names('A').map((row) => ({ ...row, score: 50 })), ...names('_ B C D E F').slice(1)],
    {
      drop: 'A made the only drop on Tern Board since the snapshot of May 28, 2026, from rank 1 to rank 6 of the full table.',
      'score-change':
        'A has lost 10 percentage points on Tern Board since the snapshot of May 28, 2026, to 50 percent, while no other score has changed.',
    },
  ],
  [
    'the largest of several',
    names('A B C D E'),
    [
      { name: 'E', score: 70 },
      { name: 'D', score: 58.5 },
      { name: 'A', score: 58 },
      { name: 'B', score: 57.5 },
      { name: 'C', score: 50 },
    ],
    {
      climb:
        'E made the largest climb on Tern Board since the snapshot of May 28, 2026, from rank 5 to rank 1 of the full table.',
      drop: 'The largest drop on Tern Board since the snapshot of May 28, 2026 is of two places, by A, B and C.',
      'score-change':
        'E has gained 14 percentage points on Tern Board since the snapshot of May 28, 2026, to 70 percent, the largest change of any score.',
    },
  ],
  [
    'its own drop, smaller than one that newcomers explain',
    names('A B C D'),
    [
      { name: 'B', score: 59 },
      { name: 'A', score: 58.5 },
      { name: 'X', score: 58.4 },
      { name: 'Y', score: 58.3 },
      { name: 'C', score: 58 },
      { name: 'D', score: 57 },
    ],
    {
      drop: 'A made the largest drop among the entries ranked then and now on Tern Board since the snapshot of May 28, 2026, from rank 1 to rank 2 of the full table.',
    },
  ],
  [
    'drops of one place of their own beside many newcomers',
    names('A B C D'),
    [
      { name: 'X', score: 70 },
      { name: 'Y', score: 69 },
      { name: 'D', score: 60.5 },
      ...names('A B C'),
    ],
    {
      climb:
        'D made the only climb on Tern Board since the snapshot of May 28, 2026, from rank 4 to rank 3 of the full table.',
      drop: 'The largest drop among the entries ranked then and now on Tern Board since the snapshot of May 28, 2026 is of one place, by A, B and C.',
    },
  ],
  [
    'a drop that rows with a new score make',
    [...names('A B'), lost('Z')],
    [{ name: 'Z', score: 70 }, ...names('A B')],
    {
      drop: 'No entry made a drop of its own on Tern Board since the snapshot of May 28, 2026; A is now at rank 2 instead of 1.',
      climb: undefined,
    },
  ],
  [
    'a tie of drops',
    names('A B C'),
    [{ name: 'C', score: 70 }, ...names('A B')],
    {
      drop: 'The largest drop on Tern Board since the snapshot of May 28, 2026 is of one place, by A and B.',
      'score-change':
        'C has gained 12 percentage points on Tern Board since the snapshot of May 28, 2026, to 70 percent, while no other score has changed.',
    },
  ],
  [
    'the same order with other scores',
    names('A B'),
    [
      { name: 'A', score: 61 },
      { name: 'B', score: 59 },
    ],
    {
      frozen:
        'The first two entries on Tern Board stand in the same order as in the snapshot of May 28, 2026.',
    },
  ],
])('%s', ([, was, is, expected]) => {
  const found = sentences(was, is)
  for (const [kind, sentence] of Object.entries(expected)) expect(found[kind]).toBe(sentence)
})

test('every sentence names the baseline, and old figures their own date too', () => {
  const facts = factsOf(names('A B C D'), names('C A X B'))
  expect(facts.length).toBeGreaterThan(4)
  for (const { sentence } of facts) expect(sentence).toContain('the snapshot of May 28, 2026')
  const after = snapshotOf(names('A'))
  const stale = { ...options, stale: { since: '2026-08-01T00:00:00Z' } }
  const movement = compareSnapshots({ ...after, id: 'x', capturedAt: undefined }, after)
  const [fact] = factsFromMovement(movement, { after }, stale)
  expect(fact?.sentence).toBe(
    'On Tern Board the one entry has kept its place and score since the previous snapshot, of unknown date (figures of August 1, 2026).',
  )
})
