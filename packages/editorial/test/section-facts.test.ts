import type { Section, SourceState } from '@inference-report/issue'
import { expect, test } from 'vitest'
import { factsFromSections } from '../src/index.ts'
import { headlines, papers, repositories } from './sections.ts'

function sentences(...sections: Section[]): string[] {
  return factsFromSections(sections).map(({ sentence }) => sentence)
}

test.for<[string, Section, string[]]>([
  [
    'one headline',
    headlines(['Tern']),
    ['This issue carries one headline under AI Labs, from Tern.'],
  ],
  [
    'a clear leader without a majority',
    headlines(['Tern', 'Gull', 'Tern', 'Auk']),
    [
      'This issue carries four headlines under AI Labs, from three outlets.',
      'Tern has more headlines under AI Labs than any other outlet, two of four.',
    ],
  ],
  [
    'a majority',
    headlines([...Array(13).fill('Tern'), 'Gull']),
    [
      'This issue carries 14 headlines under AI Labs, from Tern and Gull.',
      'Most of the headlines under AI Labs come from Tern, 13 of 14.',
    ],
  ],
  [
    'a tie has no leader',
    headlines(['Tern', 'Gull', 'Tern', 'Gull']),
    ['This issue carries four headlines under AI Labs, from Tern and Gull.'],
  ],
  [
    'papers of one kind',
    papers([{ announcedOn: '2026-08-19' }, { announcedOn: '2026-08-19' }]),
    ['The paper list has two arXiv papers announced on August 19, 2026, all new in cs.SE.'],
  ],
  ['one paper', papers([{}]), ['The paper list has one arXiv paper, new in cs.SE.']],
  [
    'new, cross-listed and replaced',
    papers([
      {},
      {},
      { announceType: 'cross', primaryCategory: 'cs.LG', categories: ['cs.LG', 'cs.SE'] },
      { announceType: 'replace-cross', primaryCategory: 'cs.AI', categories: ['cs.AI', 'cs.SE'] },
    ]),
    [
      'The paper list has four arXiv papers: two new in cs.SE, one cross-listed to cs.SE and one replaced.',
    ],
  ],
  [
    'no category that all share',
    papers([{}, { primaryCategory: 'cs.IR', categories: ['cs.IR'] }]),
    ['The paper list has two arXiv papers, all new.'],
  ],
  [
    'an unknown kind',
    papers([{}, { announceType: undefined }]),
    ['The paper list has two arXiv papers.'],
  ],
  [
    'repositories',
    repositories([10, 1234, 7]),
    [
      'There are three repositories on the trending list of the day.',
      'Of the repositories on the trending list, flock/tern-1 gained the most stars in the day, 1,234.',
    ],
  ],
  [
    'repositories that tie, one unknown, in a week',
    repositories([10, 10, 7, undefined], { period: 'weekly' }),
    [
      'There are four repositories on the trending list of the week.',
      'Of the three repositories on the trending list whose gain is known, flock/tern-0 and flock/tern-1 gained the most stars in the week, ten each.',
    ],
  ],
  [
    'one repository',
    repositories([1], { period: 'monthly' }),
    [
      'There is one repository on the trending list of the month.',
      'The repository flock/tern-0 gained one star in the month.',
    ],
  ],
  [
    'unknown gains',
    repositories([undefined, undefined]),
    ['There are two repositories on the trending list of the day.'],
  ],
])('%s', ([, section, expected]) => {
  expect(sentences(section)).toEqual(expected)
})

test('a second section of a kind is told apart by its heading', () => {
  const wire = headlines(['Tern', 'Gull'], { id: 'wire', heading: 'From the Wire' })
  const [, second] = sentences(headlines(['Tern']), wire)
  expect(second).toBe('Under From the Wire there are two headlines from Tern and Gull.')
  const [, more] = sentences(papers([{}]), papers([{}], { id: 'more', heading: 'More Papers' }))
  expect(more).toBe('The list under More Papers has one arXiv paper, new in cs.SE.')
})

test.for<[SourceState, string | undefined, string | undefined]>([
  ['ok', undefined, 'There are no headlines under AI Labs in this issue.'],
  ['quiet', undefined, 'There are no headlines under AI Labs in this issue.'],
  [
    'failed',
    'HTTP 503 from https://www.news.example/feed?x=1.',
    'AI Labs could not be had for this issue: HTTP 503 from news.example.',
  ],
  ['drift', undefined, 'AI Labs could not be had for this issue.'],
  ['stale', 'captured long ago', undefined],
])('an empty section that is %s', ([state, note, sentence]) => {
  const facts = factsFromSections([headlines([], { state, note })])
  expect(facts.map((fact) => fact.sentence)).toEqual(sentence === undefined ? [] : [sentence])
  for (const { inputs } of facts) expect(inputs).toEqual(['source'])
})

test('of several sources some may have been read', () => {
  const facts = factsFromSections([headlines([], { state: 'failed', sourceIds: ['a', 'b'] })])
  expect(facts[0]?.sentence).toBe('AI Labs could not be had in full for this issue.')
})

test('counts are computed from their items', () => {
  const [count, volume] = factsFromSections([headlines(['Tern', 'Gull', 'Tern'])])
  expect(count).toMatchObject({
    id: 'labs.count',
    scope: 'labs',
    unit: 'headlines',
    value: 3,
    inputs: ['labs-0', 'labs-1', 'labs-2'],
  })
  expect(volume).toMatchObject({ id: 'labs.volume', value: 2, inputs: ['labs-0', 'labs-2'] })
})

test('models are counted, a full board is left to its snapshot', () => {
  const { items: _, ...rest } = papers([])
  const model = {
    id: 'm',
    sourceId: 's',
    url: 'https://m.example/',
    name: 'Tern',
    inputModalities: [],
  }
  expect(sentences({ ...rest, kind: 'models', items: [model] })).toEqual([
    'The model reference lists one model.',
  ])
  const row = {
    id: 'r',
    sourceId: 's',
    url: 'https://b.example/',
    name: 'Tern',
    model: 'Tern',
    values: {},
    flags: [],
  }
  expect(sentences({ ...rest, kind: 'leaderboard', columns: [], items: [row] })).toEqual([])
})
