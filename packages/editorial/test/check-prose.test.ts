import type { Fact } from '@inference-report/issue'
import { expect, test } from 'vitest'
import { checkProse } from '../src/index.ts'
import { headlines, papers, repositories } from './sections.ts'

const facts: Fact[] = [
  {
    id: 'lead',
    kind: 'lead',
    scope: 'tern-board',
    unit: 'percentage points',
    value: 3.2,
    inputs: [],
    sentence: 'Auk-2 leads Tern Board with 57.2 percent, 3.2 percentage points ahead of Coot.',
  },
  {
    id: 'climb',
    kind: 'climb',
    scope: 'tern-board',
    unit: 'places',
    value: 14,
    inputs: [],
    sentence:
      'Dunlin made the largest climb on Tern Board since the snapshot of May 28, 2026, from rank 17 to rank 3 of the full table.',
  },
  {
    id: 'price',
    kind: 'cheapest',
    scope: 'tern-board',
    unit: 'USD per million tokens',
    value: 4.5,
    inputs: [],
    sentence: 'Eider is the cheapest, at $4.50 per million tokens, for 1,234,567 tokens.',
  },
  {
    id: 'count',
    kind: 'count',
    scope: 'labs',
    value: 12,
    inputs: [],
    sentence: 'There are twelve headlines.',
  },
]

const labs = headlines(['Heron Lab', 'First Post']).items.map((item) => ({
  ...item,
  title:
    item.id === 'labs-0' ? 'Heron Lab raises “$1.3 billion”, its largest round' : 'Who’s next?',
  summary: 'It has 128k users in 7 countries. Its founder’s name is Ibis.',
}))
const items = [...labs, ...papers([{}]).items, ...repositories([512]).items]

function codes(text: string, ...supports: string[]): string[] {
  return checkProse([{ text, supports }], { facts, items }).map(({ code }) => code)
}

test.for<[string, ...string[]]>([
  ['Auk-2 leads Tern Board with 57.2 percent.', 'lead'],
  ['Auk-2 leads Tern Board with 57.2%, and Coot is 3.2 points behind.', 'lead'],
  ['Dunlin made the largest climb, of fourteen places.', 'climb'],
  ['Dunlin climbed 14 places to third, from 17th.', 'climb'],
  ['In May 2026 Dunlin stood at rank seventeen.', 'climb'],
  ['Eider, the cheapest, costs $4.5 for 1234567 tokens.', 'price'],
  ['There are 12 headlines; a dozen is enough.', 'count'],
  ['Heron Lab raised $1.3 billion and has 128,000 users in seven countries.', 'labs-0'],
  ['Heron Lab speaks of "its largest round," no one less.', 'labs-0'],
  ["First Post asks “Who's next?” at https://news.example/labs/1.", 'labs-1'],
  ['The founder of Heron Lab is Ibis.', 'labs-0'],
  ['A Dunlin-like climb.', 'climb'],
  ['It is dated August 19, 2026.', 'labs-0'],
  ['flock/tern-0 gained 512 stars, 1st by rank.', 'repository-0'],
  ['“On birds, part 0” is one of the new papers.', 'paper-0'],
])('passes: %s', ([text, ...supports]) => {
  expect(codes(text, ...supports)).toEqual([])
})

test.for<[code: string, text: string, ...supports: string[]]>([
  ['no-support', 'Birds sing.'],
  ['unknown-support', 'Birds sing.', 'lead', 'gone'],
  ['unsupported-number', 'Auk-2 leads with 57.3 percent.', 'lead'],
  ['unsupported-number', 'Auk-2 leads with 57 percent.', 'lead'],
  ['unsupported-number', 'Auk-2 leads by 3.2 percent.', 'lead'],
  ['unsupported-number', 'Auk-2 costs $57.2.', 'lead'],
  ['unsupported-number', 'Dunlin climbed thirteen places.', 'climb'],
  ['unsupported-number', 'Dunlin climbed to fifth.', 'climb'],
  ['unsupported-number', 'Two boards agree.', 'climb'],
  ['unsupported-number', 'It took 1,234,568 tokens.', 'price'],
  ['unsupported-number', 'Eider costs $4.50 million.', 'price'],
  ['unsupported-number', 'Heron Lab raised $1.3 million.', 'labs-0'],
  ['unsupported-number', 'There are 12 headlines and 10 more.', 'count', 'labs-0'],
  ['unsupported-number', 'There are ٣ headlines.', 'count'],
  ['unsupported-number', 'There are 13 headlines.', 'count'],
  ['unsupported-quotation', 'Heron Lab calls it “a very large round”.', 'labs-0'],
  ['unsupported-quotation', 'Heron Lab calls it "Who\'s next?".', 'labs-0'],
  ['unsupported-quotation', "Heron Lab calls it 'a good round'.", 'labs-0'],
  ['unsupported-quotation', 'Heron Lab calls it «a good round».', 'labs-0'],
  ['unsupported-link', 'See https://evil.example/labs/0.', 'labs-0'],
  ['unsupported-link', 'See https://news.example/labs/1.', 'labs-0'],
  ['unsupported-link', 'See evil.example/labs.', 'labs-0'],
  ['unsupported-link', 'See www.evil.example.', 'labs-0'],
  ['unsupported-link', 'See .https://evil.example.', 'labs-0'],
  ['unsupported-superlative', 'Auk-2 has the highest score.', 'lead'],
  ['unsupported-superlative', 'Auk-2 sets a record.', 'lead'],
  ['unsupported-superlative', 'Heron Lab is the largest.', 'labs-0'],
  ['unsupported-superlative', 'Heron Lab is first.', 'labs-0', 'labs-1'],
  ['unsupported-superlative', 'Auk-2 is the cleverest.', 'lead'],
  ['unsupported-name', 'OpenAI leads.', 'lead'],
  ['unsupported-name', 'An OpenAI-like lead.', 'lead'],
  ['unsupported-name', 'The lead is with Dunlin.', 'lead'],
])('%s: %s', ([code, text, ...supports]) => {
  expect(codes(text, ...supports)).toEqual([code])
})

const moved: Fact[] = [
  ['fell', 'score-change', 'Auk has lost 4 points on Tern Board since then, to 50 points.'],
  ['rose', 'score-change', 'Coot has gained 3 points on Tern Board since then, to 53 points.'],
  ['drop', 'drop', 'Auk made the only drop on Tern Board since then, from rank 1 to rank 2.'],
  ['took', 'leader-changed', 'Coot has taken the lead on Tern Board, which Auk held in May.'],
  ['kept', 'leader-kept', 'Coot already led Tern Board in May.'],
  ['ahead', 'lead', 'Coot leads Tern Board with 53 points, 3 points ahead of Auk and Gull.'],
  [
    'marked',
    'lead',
    'Coot leads Tern Board with 53 points, a score the board marks as estimated; the next model, Auk, is 3 points behind.',
  ],
  ['band', 'spread-trend', 'The distance has narrowed from 5 to 3 points.'],
  ['still', 'unchanged', 'On Tern Board all three entries have kept their place and score.'],
  ['new', 'entered', 'There is one new entry on Tern Board: Gull.'],
  ['gone', 'left', 'One entry has left Tern Board: Gull.'],
  [
    'among',
    'cheapest',
    'Among the first five models on Tern Board, Eider is the cheapest, at $3.00 per million tokens.',
  ],
  ['tau', 'agreement', 'Tern Board and Gull Board rank nine models in common; their tau is -0.5.'],
].map(([id = '', kind = '', sentence = '']) => {
  return { id, kind, scope: 'tern-board', value: true, inputs: [], sentence }
})

const inMotion = (text: string, ...supports: string[]) =>
  checkProse([{ text, supports }], { facts: moved, items }).map(({ code }) => code)

test.for<[string, ...string[]]>([
  ['Auk fell by 4 points, to 50.', 'fell'],
  ['Auk slipped, and its score declined.', 'fell', 'drop'],
  ['Coot rose by 3 points while Auk fell by 4.', 'fell', 'rose'],
  ['While Auk lost 4 points, Coot gained 3.', 'fell', 'rose'],
  ['Coot, climbing, is at 53 points.', 'rose'],
  ['Auk did not gain; it lost 4 points.', 'fell'],
  ['No score rose on Tern Board.', 'fell'],
  ['Coot overtook Auk.', 'took'],
  ['Auk was overtaken by Coot.', 'took'],
  ['Auk lost the lead to Coot.', 'took'],
  ['The lead passed from Auk to Coot.', 'took'],
  ['Auk, which led in May, is behind Coot.', 'took'],
  ['Coot keeps the lead.', 'kept'],
  ['Coot is ahead of Auk and Gull.', 'ahead'],
  ['Coot, ahead of Auk and Gull, leads.', 'ahead'],
  ['Auk and Gull trail Coot by 3 points.', 'ahead'],
  ['Auk is 3 points below Coot.', 'ahead'],
  ['Coot leads, and Auk is 3 points behind.', 'marked'],
  ['With Auk behind, Coot leads.', 'ahead'],
  ['The distance shrank to 3 points.', 'band'],
  ['The distance fell to 3 points.', 'band'],
  ['The board is frozen: all three entries kept their place.', 'still'],
  ['Gull joined Tern Board.', 'new'],
  ['Gull has left Tern Board.', 'gone'],
  ['Among the first five, Eider is the cheapest.', 'among'],
  ['Of these, Eider is the cheapest.', 'among'],
  ['Eider is the cheapest of the first five models.', 'among'],
  ['In the top five, no model is cheaper than Eider.', 'among'],
  ['Eider is, after all, no longer dear.', 'among'],
  ['The tau is -0.5.', 'tau'],
  ['The tau is minus 0.5.', 'tau'],
  // What an item says of itself may be told beside a fact.
  ['Auk lost 4 points as Heron Lab raises $1.3 billion, its own gains.', 'fell', 'labs-0', 'rose'],
])('passes: %s (%s)', ([text, ...supports]) => {
  expect(inMotion(text, ...supports)).toEqual([])
})

test.for<[code: string, text: string, ...supports: string[]]>([
  ['unsupported-direction', 'Auk rose by 4 points.', 'fell'],
  ['unsupported-direction', 'Auk has gained 4 points.', 'fell'],
  ['unsupported-direction', 'Rising to 50 points, Auk is second.', 'fell'],
  ['unsupported-direction', 'Coot fell by 3 points.', 'rose'],
  ['unsupported-direction', 'Auk climbed from rank 1 to rank 2.', 'drop'],
  ['unsupported-direction', 'Auk rose while Coot gained 3 points.', 'fell', 'rose'],
  ['unsupported-direction', 'Coot dropped by 3 points.', 'fell', 'rose'],
  ['unsupported-direction', 'Auk overtook Coot.', 'took'],
  ['unsupported-direction', 'Coot was overtaken by Auk.', 'took'],
  ['unsupported-direction', 'Coot lost the lead to Auk.', 'took'],
  ['unsupported-direction', 'Auk has taken the lead on Tern Board.', 'took'],
  ['unsupported-direction', 'Coot keeps the lead.', 'took'],
  ['unsupported-direction', 'Coot has lost the lead.', 'kept'],
  ['unsupported-direction', 'Auk leads Tern Board with 53 points.', 'ahead'],
  ['unsupported-direction', 'Auk is 3 points ahead of Coot.', 'ahead'],
  ['unsupported-direction', 'Coot is 3 points below Gull.', 'ahead'],
  ['unsupported-direction', 'Coot is 3 points behind.', 'ahead'],
  ['unsupported-direction', 'Coot trails Auk by 3 points.', 'marked'],
  ['unsupported-direction', 'The distance has widened to 5 points.', 'band'],
  ['unsupported-direction', 'One of three entries climbed.', 'still'],
  ['unsupported-direction', 'Tern Board is unchanged.', 'fell'],
  ['unsupported-direction', 'Gull has left Tern Board.', 'new'],
  ['unsupported-direction', 'Gull joined Tern Board.', 'gone'],
  ['unsupported-scope', 'Eider is the cheapest model on Tern Board.', 'among'],
  ['unsupported-scope', 'Among the first five, Eider is the cheapest overall.', 'among'],
  ['unsupported-scope', 'On Tern Board no model is cheaper than Eider.', 'among'],
  ['unsupported-scope', 'Every other model is dearer than Eider.', 'among'],
  ['unsupported-number', 'The tau is 0.5.', 'tau'],
])('%s: %s (%s)', ([code, text, ...supports]) => {
  expect(inMotion(text, ...supports)).toEqual([code])
})

test('two models of one name, or a shared lead, are above nobody', () => {
  const sentence =
    'The lead on Tern Board is now with Auk and Coot; in the snapshot of May 28, 2026 it was with Auk.'
  const twins = [
    { id: 'lead', kind: 'leader-changed', scope: 't', value: 'x', inputs: [], sentence },
  ]
  const text = 'Auk is behind nobody, and Coot is ahead of Auk.'
  expect(checkProse([{ text, supports: ['lead'] }], { facts: twins, items: [] })).toEqual([])
  expect(
    checkProse([{ text: 'Auk is ahead of Coot.', supports: ['lead'] }], {
      facts: twins,
      items: [],
    }),
  ).toEqual([])
})

test('a row of the issue is named only where a support names it, at the beginning too', () => {
  const board = ['Coot 4.6', 'Coot Mini', 'Gull (high)'].map((name, index) => ({
    id: `row-${index}`,
    name,
    model: name.replace(' (high)', ''),
  }))
  const found = (text: string, ...supports: string[]) =>
    checkProse([{ text, supports }], { facts: moved, items: board }).map(({ code, detail }) => [
      code,
      detail.split(' ').slice(3).join(' '),
    ])
  expect(found('Auk is told of.', 'rose')).toEqual([['unsupported-name', 'Auk']])
  expect(found('Gull is told of.', 'row-0')).toEqual([['unsupported-name', 'Gull']])
  expect(found('Gull (high) is told of.', 'row-2')).toEqual([])
  expect(found('Gull is told of.', 'row-2')).toEqual([])
  expect(found('Here is Coot Mini 4.6.', 'row-0', 'row-1')).toEqual([])
  // "A" is a word of every text.
  const short = { id: 'short', name: 'A', model: 'A' }
  const text = 'A gap remains.'
  expect(checkProse([{ text, supports: ['rose'] }], { facts: moved, items: [short] })).toEqual([])
  // Each of its words is in a support, and the row is not.
  expect(found('The row is Coot Mini.', 'row-0', 'labs-0')).toContainEqual([
    'unsupported-name',
    'Coot Mini',
  ])
})

test('a name is whole, and the longest of those that begin alike', () => {
  const longer = moved.map((fact) => ({
    ...fact,
    sentence: fact.sentence.replaceAll('Coot', 'Auk 2'),
  }))
  const found = (text: string, ...supports: string[]) =>
    checkProse([{ text, supports }], { facts: longer, items: [] }).map(({ code }) => code)
  expect(found('Auk 2 leads, 3 points ahead of Auk.', 'ahead')).toEqual([])
  expect(found('Auk 2 rose, Auk fell.', 'rose', 'fell')).toEqual([])
  expect(found('Auk 2 fell, Auk rose.', 'rose', 'fell')).toHaveLength(2)
  expect(found('Auk is ahead of Auk 2.', 'ahead')).toEqual(['unsupported-direction'])
})

test.for([
  'The interest of the forest guest is honest; no one suggests a protest.',
  'Marsh birds: some sing. Others don’t, it’s said (Most of the time they do).',
])('ordinary words are no claims: %s', (text) => {
  expect(codes(text.replace('Most', 'much'), 'lead')).toEqual([])
})

test('a finding says which sentence and what', () => {
  const text = 'Auk-2 leads with 99 percent.'
  expect(checkProse([{ text, supports: ['lead'] }], { facts, items })).toEqual([
    { code: 'unsupported-number', sentence: text, detail: 'no support has the percent 99' },
  ])
})

test('only an issue without anything may say so without support', () => {
  const sentence = { text: 'Nothing was collected for this issue.', supports: [] }
  expect(checkProse([sentence], { facts: [], items: [] })).toEqual([])
  expect(checkProse([sentence], { facts, items: [] })).toHaveLength(1)
  expect(checkProse([{ ...sentence, text: 'Birds sing.' }], { facts: [], items: [] })).toHaveLength(
    1,
  )
})

test.for([
  "' a".repeat(20_000),
  'a.'.repeat(30_000),
  '9,'.repeat(30_000),
  '. '.repeat(30_000),
  '“'.repeat(30_000),
  'Auk-2 leads, ahead of Coot '.repeat(3_000),
  'Dunlin rose and fell, '.repeat(3_000),
])('a hostile sentence is read to its end', (text) => {
  expect(checkProse([{ text, supports: ['lead', 'climb'] }], { facts, items })).toBeInstanceOf(
    Array,
  )
})
