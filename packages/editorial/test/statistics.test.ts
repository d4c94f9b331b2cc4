import type { Fact } from '@inference-report/issue'
import type { Movement, Snapshot } from '@inference-report/leaderboard'
import {
  agreement,
  compareSnapshots,
  groupTrends,
  pareto,
  scorePerDollar,
  spreadTrend,
  superlatives,
  tierMovements,
} from '@inference-report/leaderboard'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkProse,
  factsFromAgreement,
  factsFromFrontier,
  factsFromGroups,
  factsFromMovement,
  factsFromMoves,
  factsFromSnapshot,
  factsFromSpread,
  factsFromSuperlatives,
  factsFromTiers,
  factsFromValues,
  writeIssue,
} from '../src/index.ts'
import { arbitraryIssue } from './arbitrary-issue.ts'
import { options, percent, points, type Row, snapshotOf } from './boards.ts'

// Figures of the editions that the statistics are named after; models and sentences are our own.

const price = 'priceBlendedUsdPerMillionTokens'

function then(rows: readonly Row[], fields: Parameters<typeof snapshotOf>[1] = {}): Snapshot {
  const earlier = { metric: percent, id: 'tern-board@2026-05-28', capturedAt: '2026-05-28' }
  return snapshotOf(rows, { ...earlier, ...fields })
}

const now = (rows: readonly Row[], fields: Parameters<typeof snapshotOf>[1] = {}): Snapshot =>
  snapshotOf(rows, { metric: percent, ...fields })

/** Rows `M1`, `M2` … best first. */
const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ name: `M${index + 1}`, score: 65.3 - index }))

/** The rows of these names, in this order. */
const inOrder = (names: readonly string[]): Row[] =>
  names.map((name, index) => ({ name, score: 90 - index }))

function told(before: Snapshot, after: Snapshot, tell: (movement: Movement) => Fact[]): Fact[] {
  return tell(compareSnapshots(before, after))
}

interface Case {
  /** Number in the notes' table, and the edition its figures are of. */
  statistic: string
  facts: () => Fact[]
  /** The fact told, and its sentence. */
  id: string
  value: Fact['value']
  sentence: string
  /** What the fact does not bear out: by what finding it is left out. */
  wrong: [text: string, code: string][]
}

const moved = () => {
  const names = rows(30).map(({ name }) => name)
  const order = names.filter((name) => name !== 'M17' && name !== 'M29')
  order.splice(2, 0, 'M17')
  order.splice(15, 0, 'M29')
  return [then(inOrder(names)), now(inOrder(order))] as const
}

const gained = () => {
  const tail = rows(4).map(({ name, score = 0 }) => ({ name, score: score - 20 }))
  return [
    then([{ name: 'Auk', score: 52.9 }, ...tail]),
    now([
      { name: 'Auk', score: 65.3 },
      ...tail.map((row, index) => ({ ...row, score: row.score + index })),
    ]),
  ] as const
}

const makers = (names: readonly string[], fields: Parameters<typeof snapshotOf>[1] = {}) =>
  snapshotOf(
    inOrder(names).map((row) => ({
      ...row,
      organization: row.name.startsWith('H') ? 'Heron Lab' : 'Pier Works',
      openWeights: row.name.startsWith('H'),
    })),
    { metric: percent, ...fields },
  )

const priced = () =>
  snapshotOf(
    [
      { name: 'Auk', score: 57.2, values: { [price]: 4.5 } },
      { name: 'Coot', score: 54, values: { [price]: 4.81 } },
      { name: 'Dunlin', score: 53, values: { [price]: 10 } },
      { name: 'Eider', score: 51.7, values: { [price]: 6 } },
      { name: 'Gull', score: 40, values: { [price]: 1 } },
      { name: 'Ibis', score: 39 },
    ],
    {
      metrics: [
        points,
        { key: price, label: 'Blended price', unit: 'USD per million tokens', better: 'lower' },
      ],
    },
  )

const cases: Case[] = [
  {
    statistic: '1, nothing moved (2 March)',
    facts: () => {
      const [before, after] = [then(rows(36)), now([...rows(35), { name: 'New', score: 30.5 }])]
      return told(before, after, (movement) =>
        factsFromMovement(movement, { before, after }, options),
      )
    },
    id: 'tern-board.frozen',
    value: 35,
    sentence:
      'The first 35 entries on Tern Board stand in the same order as in the snapshot of May 28, 2026.',
    wrong: [
      ['The first 36 entries on Tern Board stand in the same order.', 'unsupported-number'],
      ['The first 35 entries on Gull Board stand in the same order.', 'unsupported-name'],
    ],
  },
  {
    statistic: '1, nothing moved at all',
    facts: () => {
      const [before, after] = [then(rows(35)), now(rows(35))]
      return told(before, after, (movement) =>
        factsFromMovement(movement, { before, after }, options),
      )
    },
    id: 'tern-board.unchanged',
    value: 35,
    sentence:
      'On Tern Board all 35 entries have kept their place and score since the snapshot of May 28, 2026.',
    wrong: [
      ['On Tern Board all 35 entries climbed.', 'unsupported-direction'],
      ['On Tern Board one of 35 scores fell.', 'unsupported-direction'],
      ['On Tern Board all 34 entries have kept their place and score.', 'unsupported-number'],
    ],
  },
  {
    statistic: '2, a climb from 17 to 3 (2 May)',
    facts: () => {
      const [before, after] = moved()
      return told(before, after, (movement) => factsFromMoves(movement, { before, after }, options))
    },
    id: 'tern-board.rank-move.M17',
    value: 14,
    sentence:
      'M17 has climbed from rank 17 to rank 3 on Tern Board since the snapshot of May 28, 2026.',
    wrong: [
      ['M17 has dropped from rank 17 to rank 3.', 'unsupported-direction'],
      ['M17 has climbed from rank 17 to rank 4.', 'unsupported-number'],
      ['M17 fell 14 places.', 'unsupported-direction'],
    ],
  },
  {
    statistic: '2, a climb from 29 to 16 (2 May)',
    facts: () => {
      const [before, after] = moved()
      const chosen = { ...options, rows: ['M29', 'nobody'] }
      return told(before, after, (movement) => factsFromMoves(movement, { before, after }, chosen))
    },
    id: 'tern-board.rank-move.M29',
    value: 13,
    sentence:
      'M29 has climbed from rank 29 to rank 16 on Tern Board since the snapshot of May 28, 2026.',
    wrong: [['M29 has climbed 14 places.', 'unsupported-number']],
  },
  {
    statistic: '3, a gain of 12.4 to 65.3 (21 May)',
    facts: () => {
      const [before, after] = gained()
      return told(before, after, (movement) => factsFromMoves(movement, { before, after }, options))
    },
    id: 'tern-board.score-move.Auk',
    value: 12.4,
    sentence:
      'Auk has gained 12.4 percentage points on Tern Board since the snapshot of May 28, 2026, to 65.3 percent.',
    wrong: [
      ['Auk has gained 12.5 percentage points.', 'unsupported-number'],
      ['Auk has gained 12.4 percent.', 'unsupported-number'],
      ['Auk has lost 12.4 percentage points.', 'unsupported-direction'],
      ['Auk has made the largest gain.', 'unsupported-superlative'],
    ],
  },
  {
    statistic: '4, the largest of a scope (21 May)',
    facts: () => {
      const [before, after] = gained()
      return told(before, after, (movement) =>
        factsFromSuperlatives(superlatives(movement), movement, { before, after }, options),
      )
    },
    id: 'tern-board.superlative.gain',
    value: 12.4,
    sentence:
      'Among the five entries with a score then and now on Tern Board, the largest gain since the snapshot of May 28, 2026 is of 12.4 percentage points, by Auk.',
    wrong: [
      ['Auk made the largest gain on Tern Board.', 'unsupported-scope'],
      ['Among the five entries, Auk made the largest gain ever.', 'unsupported-superlative'],
      ['Among the five entries, Auk made the largest gain anywhere.', 'unsupported-scope'],
      ['Among the six entries, Auk made the largest gain.', 'unsupported-number'],
      ['Among the five entries, Auk made the largest loss.', 'unsupported-direction'],
    ],
  },
  {
    statistic: '4, the largest at some ranks only',
    facts: () => {
      const [before, after] = moved()
      return told(before, after, (movement) =>
        factsFromSuperlatives(
          superlatives(movement, { from: 4, to: 30 }),
          movement,
          { before, after },
          options,
        ),
      )
    },
    id: 'tern-board.superlative.drop.4-30',
    value: -2,
    sentence:
      'Among the 27 entries now at ranks 4 to 30 and ranked then and now on Tern Board, the largest drop since the snapshot of May 28, 2026 is of two places, by M15 and M16.',
    wrong: [['The largest drop is of two places.', 'unsupported-scope']],
  },
  {
    statistic: '5, a lead kept at 65.3 (7 April)',
    facts: () => {
      const [before, after] = [then(rows(3)), now(rows(4))]
      return told(before, after, (movement) =>
        factsFromMovement(movement, { before, after }, options),
      )
    },
    id: 'tern-board.leader-kept',
    value: 'M1',
    sentence: 'M1 already led Tern Board in the snapshot of May 28, 2026, then with 65.3 percent.',
    wrong: [
      ['M1 has taken the lead on Tern Board.', 'unsupported-direction'],
      ['M1 keeps the lead with 66 percent.', 'unsupported-number'],
    ],
  },
  {
    statistic: '5, a lead that changed',
    facts: () => {
      const [before, after] = [then(inOrder(['Coot', 'Auk'])), now(inOrder(['Auk', 'Coot']))]
      return told(before, after, (movement) =>
        factsFromMovement(movement, { before, after }, options),
      )
    },
    id: 'tern-board.leader-changed',
    value: 'Auk',
    sentence:
      'Auk has taken the lead on Tern Board, which Coot held in the snapshot of May 28, 2026.',
    wrong: [
      ['Coot overtook Auk.', 'unsupported-direction'],
      ['Auk was overtaken by Coot.', 'unsupported-direction'],
      ['Coot has taken the lead on Tern Board.', 'unsupported-direction'],
      ['Auk keeps the lead on Tern Board.', 'unsupported-direction'],
    ],
  },
  {
    statistic: '6, first and fifth within 2.8 points (7 April)',
    facts: () => {
      const scores = [65.3, 64.9, 63.1, 62.8, 62.5]
      return factsFromSnapshot(now(scores.map((score, at) => ({ name: `M${at}`, score }))), options)
    },
    id: 'tern-board.spread',
    value: 2.8,
    sentence: 'On Tern Board, 2.8 percentage points separate the first model from the fifth.',
    wrong: [
      [
        'On Tern Board, 2.9 percentage points separate the first model from the fifth.',
        'unsupported-number',
      ],
      [
        'On Tern Board, 2.8 percentage points separate the first model from the tenth.',
        'unsupported-number',
      ],
    ],
  },
  {
    statistic: '6, a band that narrowed (7 April)',
    facts: () => {
      const of = (fifth: number) =>
        [65.3, 64.9, 63.1, 62.8, fifth].map((score, at) => ({ name: `M${at}`, score }))
      const after = now(of(62.5))
      return factsFromSpread(spreadTrend([then(of(60.1)), after]), after, options)
    },
    id: 'tern-board.spread-trend.1-5',
    value: -2.4,
    sentence:
      'The distance between the first and the fifth entry on Tern Board has narrowed from 5.2 percentage points to 2.8 percentage points since the snapshot of May 28, 2026.',
    wrong: [
      [
        'The distance between the first and the fifth entry has widened to 5.2 points.',
        'unsupported-direction',
      ],
      ['The distance between the first and the fourth entry has narrowed.', 'unsupported-number'],
    ],
  },
  {
    statistic: '7, a quiet top (22 June)',
    facts: () => {
      const names = rows(12).map(({ name }) => name)
      const [before, after] = [
        then(inOrder(names)),
        now(inOrder([...names.slice(0, 5), 'M10', 'M6', 'M7', 'M8', 'M9', 'M11', 'M12'])),
      ]
      return told(before, after, (movement) => factsFromTiers(movement, { before, after }, options))
    },
    id: 'tern-board.tier.1-5',
    value: 0,
    sentence:
      'Of the five entries that stood at ranks 1 to 5 on Tern Board in the snapshot of May 28, 2026 and are still ranked, none has moved among those ranked then and now.',
    wrong: [
      ['Of the entries at ranks 1 to 10, none has moved.', 'unsupported-number'],
      ['No entry on Tern Board has moved.', 'unsupported-scope'],
      ['On Tern Board nothing moved at ranks 6 to 10.', 'unsupported-number'],
    ],
  },
  {
    statistic: '7, a restless middle (22 June)',
    facts: () => {
      const names = rows(12).map(({ name }) => name)
      const [before, after] = [
        then(inOrder([...names, 'Gone'])),
        now(inOrder([...names.slice(0, 5), 'M10', 'M6', 'M7', 'M8', 'M9', 'M12', 'M11'])),
      ]
      return told(before, after, (movement) =>
        factsFromTiers(movement, { before, after }, options, tierMovements(before, after, [5])),
      )
    },
    id: 'tern-board.tier.6-',
    value: 1.428571,
    sentence:
      'Of the seven entries that stood at rank 6 or further down on Tern Board in the snapshot of May 28, 2026 and are still ranked, seven have moved among those ranked then and now, by 1.4 places on average over the seven and 4 places at most; one other is no longer ranked.',
    wrong: [
      ['Seven entries have moved by 1.5 places on average.', 'unsupported-number'],
      ['Eight entries have moved.', 'unsupported-number'],
    ],
  },
  {
    statistic: '8, a group that gained (2 May)',
    facts: () => {
      const before = makers(['P1', 'P2', 'H1', 'H2', 'H3'], { id: 'b', capturedAt: '2026-05-28' })
      const after = makers(['H1', 'H2', 'P1', 'P2', 'H3'])
      return told(before, after, (movement) =>
        factsFromGroups(movement.groups.organization, movement, { before, after }, options),
      )
    },
    id: 'tern-board.group-trend.Heron Lab',
    value: 1.333333,
    sentence:
      'On Tern Board, the three entries of Heron Lab ranked then and now have climbed 1.3 places on average among all such entries since the snapshot of May 28, 2026, and gained 1.3 percentage points on average.',
    wrong: [
      [
        'The three entries of Heron Lab have dropped 1.3 places on average.',
        'unsupported-direction',
      ],
      ['The three entries of Pier Works have climbed.', 'unsupported-name'],
      ['The four entries of Heron Lab have climbed.', 'unsupported-number'],
    ],
  },
  {
    statistic: '8, open weights, and a grouping of the caller',
    facts: () => {
      const before = makers(['P1', 'P2', 'H1', 'H2'], { id: 'b', capturedAt: '2026-05-28' })
      const after = makers(['P1', 'H1', 'H2', 'P2'])
      return told(before, after, (movement) => [
        ...factsFromGroups(
          groupTrends(before, after, () => 'all'),
          movement,
          { before, after },
          { ...options, by: (group) => `of ${group} makers` },
        ),
        ...factsFromGroups(
          movement.groups.openWeights,
          movement,
          { before, after },
          {
            ...options,
            by: 'openWeights',
          },
        ),
      ])
    },
    id: 'tern-board.group-trend.open',
    value: 1,
    sentence:
      'On Tern Board, both entries with open weights ranked then and now have climbed 1 place on average among all such entries since the snapshot of May 28, 2026, and gained 1 percentage point on average.',
    wrong: [
      ['Both entries with open weights have lost 1 percentage point.', 'unsupported-direction'],
    ],
  },
  {
    statistic: '9, two boards that agree little (2 March)',
    facts: () => {
      const first = now(inOrder(['Auk', 'Coot', 'Dunlin', 'Eider', 'Gull']))
      const second = now(inOrder(['Gull', 'Auk', 'Other', 'Coot', 'Dunlin', 'Eider']), {
        board: 'gull-board',
        id: 'gull-board@1',
      })
      return factsFromAgreement(agreement(first, second), {
        a: options,
        b: { name: 'Gull Board', sourceId: 'gull' },
      })
    },
    id: 'tern-board.agreement.gull-board',
    value: 0.2,
    sentence:
      'Tern Board and Gull Board rank five models in common; Kendall’s tau-b of their two orders is 0.2.',
    wrong: [
      ['Kendall’s tau-b of Tern Board and Gull Board is 0.3.', 'unsupported-number'],
      ['Tern Board and Gull Board rank six models in common.', 'unsupported-number'],
    ],
  },
  {
    statistic: '9, where they differ',
    facts: () => {
      const first = now(inOrder(['Auk', 'Coot', 'Dunlin', 'Eider', 'Gull']))
      const second = now(inOrder(['Gull', 'Auk', 'Coot', 'Dunlin', 'Eider']), {
        board: 'gull-board',
      })
      return factsFromAgreement(agreement(first, second, { depth: 2 }), {
        a: options,
        b: { name: 'Gull Board', sourceId: 'gull' },
      })
    },
    id: 'tern-board.disagreement.gull-board',
    value: 4,
    sentence:
      'Among the five models that both rank, Tern Board and Gull Board differ most about Gull: its place is 5 on the one and 1 on the other.',
    wrong: [
      ['Tern Board and Gull Board differ most about Gull.', 'unsupported-scope'],
      ['Among the five models that both rank, they differ most about Auk.', 'unsupported-name'],
    ],
  },
  {
    statistic: '9, two orders that run against each other',
    facts: () => {
      const names = ['Auk', 'Coot', 'Dunlin', 'Eider']
      const second = now(inOrder(names.toReversed()), { board: 'gull-board' })
      return factsFromAgreement(agreement(now(inOrder(names)), second), {
        a: options,
        b: { name: 'Gull Board', sourceId: 'gull' },
      })
    },
    id: 'tern-board.agreement.gull-board',
    value: -1,
    sentence:
      'Tern Board and Gull Board rank four models in common; Kendall’s tau-b of their two orders is -1.',
    wrong: [['Kendall’s tau-b of Tern Board and Gull Board is 1.', 'unsupported-number']],
  },
  {
    statistic: '10, another method (22 June)',
    facts: () => {
      const before = then(rows(3), { series: 'tern-board/4.0', version: '4.0' })
      const after = now(rows(3), { series: 'tern-board/4.1', version: '4.1' })
      expect(() => compareSnapshots(before, after)).toThrowError(/incomparable/)
      return factsFromMovement(undefined, { before, after }, { ...options, incomparable: true })
    },
    id: 'tern-board.incomparable',
    value: 'tern-board@2026-05-28',
    sentence:
      'What Tern Board measures has changed since the snapshot of May 28, 2026, from version 4.0 to version 4.1, so the two are not compared.',
    wrong: [['What Tern Board measures has changed to version 4.2.', 'unsupported-number']],
  },
  {
    statistic: '11, newcomers (2 March)',
    facts: () => {
      const [before, after] = [then(rows(3)), now([...rows(3), { name: 'Owl', score: 20 }])]
      return told(before, after, (movement) =>
        factsFromMovement(movement, { before, after }, options),
      )
    },
    id: 'tern-board.entered',
    value: 1,
    sentence: 'There is one new entry on Tern Board since the snapshot of May 28, 2026: Owl.',
    wrong: [
      ['Owl has left Tern Board.', 'unsupported-direction'],
      ['There are two new entries on Tern Board.', 'unsupported-number'],
    ],
  },
  {
    statistic: '11, leavers',
    facts: () => {
      const [before, after] = [then(rows(4)), now(rows(3))]
      return told(before, after, (movement) =>
        factsFromMovement(movement, { before, after }, options),
      )
    },
    id: 'tern-board.left',
    value: 1,
    sentence: 'Since the snapshot of May 28, 2026, one entry has left Tern Board: M4.',
    wrong: [['M4 has joined Tern Board.', 'unsupported-direction']],
  },
  {
    statistic: '11, a first snapshot',
    facts: () => factsFromMovement(undefined, { after: now(rows(3)) }, options),
    id: 'tern-board.no-baseline',
    value: true,
    sentence:
      'This is the first snapshot of Tern Board we hold, so nothing can be said yet about movement.',
    wrong: [['This is the second snapshot of Gull Board.', 'unsupported-name']],
  },
  {
    statistic: '18, score and price (2 March)',
    facts: () => factsFromFrontier(pareto(priced(), 'index', price), priced(), options),
    id: `tern-board.frontier.index-${price}`,
    value: 2,
    sentence:
      'Of the five entries on Tern Board whose “Index” and “Blended price” are known, two are outdone by no other on the two together: Auk and Gull; one more lacks one or both.',
    wrong: [
      [
        'On Tern Board three entries are outdone by no other on the two together.',
        'unsupported-number',
      ],
      ['On the two together Coot is outdone by no other.', 'unsupported-name'],
    ],
  },
  {
    statistic: '18, score for the price',
    facts: () => factsFromValues(scorePerDollar(priced(), price), priced(), options),
    id: `tern-board.value.${price}`,
    value: 40,
    sentence:
      'Of the five entries on Tern Board with a score and a price, Gull has the highest score for its price: 40 points for each dollar per million tokens; one more lacks one or both.',
    wrong: [
      ['Gull has the highest score for its price.', 'unsupported-scope'],
      ['Of the five, Auk has the highest score for its price.', 'unsupported-name'],
      ['Of the five, Gull has the lowest score for its price.', 'unsupported-superlative'],
    ],
  },
]

test.for(cases)('$statistic', async ({ facts, id, value, sentence, wrong }) => {
  const all = facts()
  const fact = all.find((one) => one.id === id)
  expect([fact?.sentence, fact?.value]).toEqual([sentence, value])
  const supports = [id]
  const checked = (text: string) => checkProse([{ text, supports }], { facts: all, items: [] })
  expect(checked(sentence)).toEqual([])
  for (const [text, code] of wrong) {
    expect([text, checked(text).map((finding) => finding.code)]).toEqual([
      text,
      expect.arrayContaining([code]),
    ])
  }
  const { findings } = await writeIssue(all, [])
  expect(findings).toEqual([])
})

test('the statistics are told in the paragraph of their board', async () => {
  const facts = cases
    .filter(({ statistic }) => /^(?:2|7|9|18)/.test(statistic))
    .flatMap((one) => one.facts())
  const unique = [...new Map(facts.map((fact) => [fact.id, fact])).values()]
  const { paragraphs } = await writeIssue(unique, [])
  expect(paragraphs).toHaveLength(1)
  expect(paragraphs[0]?.sentences[0]?.supports).toEqual(['tern-board.rank-move.M17'])
})

test('nothing is told of what cannot be', () => {
  const [before, after] = [then(rows(2)), now(rows(2))]
  const movement = compareSnapshots(before, after)
  const pair = { before, after }
  expect(factsFromMoves(movement, pair, options)).toEqual([])
  expect(factsFromSuperlatives(movement.superlatives, movement, pair, options)).toEqual([])
  expect(factsFromGroups(movement.groups.organization, movement, pair, options)).toEqual([])
  expect(factsFromSpread(spreadTrend([before, after]), after, options)).toEqual([])
  const boards = { a: options, b: { name: 'Gull Board', sourceId: 'gull' } }
  expect(factsFromAgreement(agreement(before, after), boards)).toEqual([])
  const few = snapshotOf([{ name: 'Auk', score: 1, values: { [price]: 1 } }], priced())
  expect(
    factsFromValues(scorePerDollar({ ...few, metrics: priced().metrics }, price), few, options),
  ).toEqual([])
  // Superlatives of another movement are not this one's.
  const other = { ...movement, before: 'x' }
  expect(
    factsFromSuperlatives(compareSnapshots(...gained()).superlatives, other, pair, options),
  ).toEqual([])
})

test('what only printed decimals make is not told, unless it is asked for', () => {
  const [before, after] = [
    then([{ name: 'Auk', score: 60.24 }]),
    now([{ name: 'Auk', score: 60.2435 }]),
  ]
  const movement = compareSnapshots(before, after)
  const tell = (rows?: string[]) =>
    factsFromMoves(movement, { before, after }, { ...options, rows }).map(({ value }) => value)
  expect([tell(), tell(['Auk'])]).toEqual([[], [0.0035]])
  const small = (score: number) => [
    { name: 'Auk', score, organization: 'Heron Lab' },
    { name: 'Coot', score: score - 10, organization: 'Heron Lab' },
  ]
  const pair = { before: then(small(60)), after: now(small(60.01)) }
  const still = compareSnapshots(pair.before, pair.after)
  const [group] = factsFromGroups(still.groups.organization, still, pair, options)
  expect(group?.sentence).toBe(
    'On Tern Board, both entries of Heron Lab ranked then and now have kept their places on average since the snapshot of May 28, 2026.',
  )
  const groups = still.groups.organization.groups.map((trend) => ({
    ...trend,
    meanRankChange: -0.038,
  }))
  const [hardly] = factsFromGroups({ groups, unknown: 0 }, still, pair, options)
  expect(hardly?.sentence).toContain(' have hardly moved on average ')
})

test('an order that is not quite the same is not printed as the same', () => {
  const names = Array.from({ length: 60 }, (_, index) => `M${index}`)
  const [last = '', other = '', ...rest] = names.toReversed()
  const nearly = now(inOrder([...rest.toReversed(), last, other]), { board: 'gull-board' })
  const facts = factsFromAgreement(agreement(now(inOrder(names)), nearly), {
    a: options,
    b: { name: 'Gull Board', sourceId: 'gull' },
  })
  expect(facts[0]?.sentence).toMatch(/ is 0\.999\.$/)
  expect(facts.map(({ kind }) => kind)).toEqual(['agreement', 'overlap', 'disagreement'])
  expect(facts[1]?.sentence).toBe(
    'Of the 60 models that both Tern Board and Gull Board rank, ten are among the first ten on the one and on the other.',
  )
  // Of ten models in common, all are among the first ten.
  const few = inOrder(names.slice(0, 10))
  const all = agreement(now(few), now(few, { board: 'gull-board' }))
  const told = factsFromAgreement(all, { a: options, b: { name: 'Gull Board', sourceId: 'gull' } })
  expect(told.map(({ kind }) => kind)).toEqual(['agreement'])
})

test('a row pushed down by newcomers alone has not dropped', () => {
  const [before, after] = [then(inOrder(['A', 'B'])), now(inOrder(['X', 'A', 'B']))]
  const movement = compareSnapshots(before, after)
  const [fact] = factsFromMoves(movement, { before, after }, { ...options, rows: ['A'] })
  expect(fact).toMatchObject({
    value: -1,
    sentence:
      'A is at rank 2 on Tern Board, and was at rank 1 in the snapshot of May 28, 2026, with one newcomer above it.',
  })
})

test('old figures say so, of either board', () => {
  const stale = { ...options, stale: { since: '2026-05-01' } }
  const first = now(inOrder(['Auk', 'Coot', 'Dunlin']))
  const [fact] = factsFromAgreement(agreement(first, { ...first, board: 'gull-board' }), {
    a: stale,
    b: { name: 'Gull Board', sourceId: 'gull' },
  })
  expect(fact?.sentence).toMatch(/ is 1 \(figures of Tern Board: May 1, 2026\)\.$/)
  expect(fact?.inputs).toEqual([first.id, 'tern', 'gull'])
})

test('every fact bears out its own sentence, alone and among all others', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(arbitraryIssue, ({ facts, items }) => {
      const ids = facts.map(({ id }) => id)
      const alone = facts.map(({ id, sentence }) => ({ text: sentence, supports: [id] }))
      const among = facts.map(({ sentence }) => ({ text: sentence, supports: ids }))
      expect(checkProse(alone, { facts, items })).toEqual([])
      expect(checkProse(among, { facts, items })).toEqual([])
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 80) },
  )
})
