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
])('a hostile sentence is read to its end', (text) => {
  expect(checkProse([{ text, supports: ['lead'] }], { facts, items })).toBeInstanceOf(Array)
})
