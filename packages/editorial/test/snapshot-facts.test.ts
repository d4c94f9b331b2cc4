import { expect, test } from 'vitest'
import { factsFromSnapshot } from '../src/index.ts'
import { options, percent, points, type Row, snapshotOf } from './boards.ts'

function sentences(...input: Parameters<typeof snapshotOf>): Record<string, string> {
  const facts = factsFromSnapshot(snapshotOf(...input), options)
  return Object.fromEntries(facts.map(({ kind, sentence }) => [kind, sentence]))
}

const five: Row[] = [
  { name: 'Auk', score: 57.2 },
  { name: 'Bee-eater', score: 54 },
  { name: 'Coot', score: 53 },
  { name: 'Dunlin', score: 51.7 },
  { name: 'Eider', score: 51.3 },
]

test('leader, lead, spread and how many are ranked', () => {
  expect(factsFromSnapshot(snapshotOf(five), options)).toEqual([
    {
      id: 'tern-board.leader',
      kind: 'leader',
      scope: 'tern-board',
      unit: 'points',
      value: 57.2,
      inputs: ['tern-board@2026-08-19', 'tern'],
      sentence: 'Auk leads Tern Board with 57.2 points.',
    },
    expect.objectContaining({
      id: 'tern-board.lead',
      unit: 'points',
      value: 3.2,
      sentence: 'Auk leads Tern Board with 57.2 points, 3.2 points ahead of Bee-eater.',
    }),
    expect.objectContaining({
      id: 'tern-board.spread',
      value: 5.9,
      sentence: 'On Tern Board, 5.9 points separate the first model from the fifth.',
    }),
    expect.objectContaining({
      id: 'tern-board.ranked',
      unit: 'models',
      value: 5,
      sentence: 'There are five models ranked on Tern Board.',
    }),
  ])
})

test('percentages differ in percentage points', () => {
  const { leader, lead } = sentences(five, { metric: percent })
  expect(leader).toBe('Auk leads Tern Board with 57.2 percent.')
  expect(lead).toBe(
    'Auk leads Tern Board with 57.2 percent, 3.2 percentage points ahead of Bee-eater.',
  )
})

test.for<[string, Row[], Record<string, string | undefined>]>([
  [
    'a tie of two has no lead',
    [
      { name: 'Auk', score: 54 },
      { name: 'Coot', score: 54 },
      { name: 'Eider', score: 50 },
    ],
    { leader: 'Auk and Coot share the lead on Tern Board with 54 points.', lead: undefined },
  ],
  [
    'a tie of five is summed up',
    five.map(({ name }) => ({ name, score: 54 })),
    {
      leader: 'Auk, Bee-eater and three others share the lead on Tern Board with 54 points.',
      spread: 'The first five models on Tern Board all have 54 points.',
    },
  ],
  [
    'a tie for the second place',
    [
      { name: 'Auk', score: 55 },
      { name: 'Coot', score: 54 },
      { name: 'Eider', score: 54 },
    ],
    {
      lead: 'Auk leads Tern Board with 55 points, 1 point ahead of Coot and Eider.',
      spread: undefined,
    },
  ],
  [
    'efforts of one model are one model',
    [
      { name: 'Auk (high)', effort: 'high', score: 57 },
      { name: 'Auk (low)', effort: 'low', score: 56.5 },
      { name: 'Coot', score: 50 },
    ],
    {
      lead: 'Auk leads Tern Board with 57 points, 7 points ahead of Coot.',
      ranked: 'There are three configurations of two models ranked on Tern Board.',
    },
  ],
  [
    'two efforts that tie do not share the lead with each other',
    [
      { name: 'Auk (high)', effort: 'high', score: 57 },
      { name: 'Auk (low)', effort: 'low', score: 57 },
    ],
    { leader: 'Auk leads Tern Board with 57 points.', lead: undefined },
  ],
  [
    'a model alone',
    [{ name: 'Auk', score: 1 }],
    {
      leader: 'Auk leads Tern Board with 1 point.',
      lead: undefined,
      ranked: 'There is one model ranked on Tern Board.',
    },
  ],
  [
    'a lead too small for one decimal is not nothing',
    [
      { name: 'Auk', score: 57.24 },
      { name: 'Coot', score: 57.2 },
    ],
    { lead: 'Auk leads Tern Board with 57.2 points, 0.04 points ahead of Coot.' },
  ],
  [
    'an estimate is called one',
    [
      { name: 'Auk', score: 57, flags: ['estimated'] },
      { name: 'Coot', score: 54 },
    ],
    {
      leader: 'Auk leads Tern Board with 57 points, a score the board marks as estimated.',
      lead: 'Auk leads Tern Board with 57 points, a score the board marks as estimated; the next model, Coot, is 3 points behind.',
    },
  ],
  [
    'unscored rows are not ranked',
    [{ name: 'Auk', score: 57 }, { name: 'Coot' }],
    { lead: undefined, ranked: 'There is one model ranked on Tern Board.' },
  ],
  [
    'agents and models are systems',
    [
      { name: 'Auk', score: 57, kind: 'agent' },
      { name: 'Coot', score: 50 },
    ],
    { ranked: 'There are two systems ranked on Tern Board.' },
  ],
])('%s', ([, rows, expected]) => {
  expect(sentences(rows)).toMatchObject(
    Object.fromEntries(Object.entries(expected).filter(([, sentence]) => sentence !== undefined)),
  )
  for (const [kind, sentence] of Object.entries(expected)) {
    if (sentence === undefined) expect(sentences(rows)).not.toHaveProperty(kind)
  }
})

test('where lower is better the lead is still positive', () => {
  const metric = { key: 'cost', label: 'Cost', unit: 'USD', better: 'lower' as const }
  const { lead } = sentences(
    [
      { name: 'Auk', score: 0.5 },
      { name: 'Coot', score: 2.25 },
    ],
    { metric },
  )
  expect(lead).toBe('Auk leads Tern Board with $0.50, $1.75 ahead of Coot.')
})

test('a snapshot without ranks makes no fact', () => {
  expect(factsFromSnapshot(snapshotOf([{ name: 'Auk' }]), options)).toEqual([])
  expect(factsFromSnapshot(snapshotOf([]), options)).toEqual([])
  const { metrics: _, ...rest } = snapshotOf(five)
  expect(factsFromSnapshot({ ...rest, metrics: [] }, options)).toEqual([])
})

test('stale figures say their date in every sentence', () => {
  const facts = factsFromSnapshot(snapshotOf(five), { ...options, stale: { since: '2026-05-28' } })
  expect(facts.map(({ sentence }) => sentence.endsWith(' (figures of May 28, 2026).'))).toEqual(
    facts.map(() => true),
  )
  const [leader] = factsFromSnapshot(snapshotOf(five), { ...options, stale: { since: 'spring' } })
  expect(leader?.sentence).toBe('Auk leads Tern Board with 57.2 points (old figures).')
})

test('ids, subject and scope can be chosen', () => {
  const facts = factsFromSnapshot(snapshotOf(five), {
    ...options,
    scope: 'tern-python',
    subject: { one: 'bird', many: 'birds' },
  })
  expect(facts.map(({ id }) => id)).toEqual(
    ['leader', 'lead', 'spread', 'ranked'].map((kind) => `tern-python.${kind}`),
  )
  expect(facts.at(-1)?.sentence).toBe('There are five birds ranked on Tern Board.')
})

const priced = {
  metrics: [
    points,
    { key: 'priceBlendedUsdPerMillionTokens', label: 'Price', unit: 'USD' },
    { key: 'outputTokensPerSecond', label: 'Speed', unit: 'tokens/s' },
    { key: 'costUsdPerTask', label: 'Cost', unit: 'USD' },
  ],
}

function withPrices(
  prices: readonly (number | undefined)[],
  speeds: readonly number[] = [],
): Row[] {
  return prices.map((price, index) => ({
    name: `Auk ${index + 1}`,
    score: 60 - index,
    values: {
      ...(price === undefined ? {} : { priceBlendedUsdPerMillionTokens: price }),
      ...(speeds[index] === undefined ? {} : { outputTokensPerSecond: speeds[index] }),
    },
  }))
}

test.for<[string, Row[], string | undefined, string | undefined]>([
  [
    'all five known, a sixth does not count',
    withPrices([4.5, 10, 3, 6, 4.81, 0.1], [82, 74.4, 48, 29, 63, 900]),
    'Among the first five models on Tern Board, Auk 3 is the cheapest, at a blended price of $3.00 per million tokens.',
    'Among the first five models on Tern Board, Auk 1 is the fastest, at 82 tokens per second.',
  ],
  [
    'some unknown',
    withPrices([undefined, 10, 3, 6, undefined]),
    'Among the three of the first five models on Tern Board whose price is known, Auk 3 is the cheapest, at a blended price of $3.00 per million tokens.',
    undefined,
  ],
  [
    'a tie, and a free model',
    withPrices([0, 10, 0, 6]),
    'Among the first four models on Tern Board, Auk 1 and Auk 3 are the cheapest, at a blended price of $0.00 per million tokens.',
    undefined,
  ],
  ['all alike', withPrices([3, 3, 3], [1, 1, 1]), undefined, undefined],
  ['too few', withPrices([3, 4, undefined]), undefined, undefined],
])('cheapest and fastest: %s', ([, rows, cheapest, fastest]) => {
  const found = sentences(rows, priced)
  expect([found['cheapest'], found['fastest']]).toEqual([cheapest, fastest])
})
