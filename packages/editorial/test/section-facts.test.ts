import type { IssueSource, Section, SourceState } from '@inference-report/issue'
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
    ['The paper list has two arXiv papers announced on August 19, 2026, both new in cs.SE.'],
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
    ['The paper list has two arXiv papers, both new.'],
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
  expect(more).toBe('Under More Papers there is one arXiv paper, new in cs.SE.')
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

test('of several sources each tells its own reason', () => {
  const note =
    'Anthropic Research: It answered with an error (503). NVIDIA Newsroom: It was not there.'
  const both = headlines([], { state: 'failed', note, sourceIds: ['a', 'b'] })
  const source = (id: string, state: SourceState): IssueSource => ({ ...stale(), id, state })
  const sentence = (...sources: IssueSource[]) => factsFromSections([both], sources)[0]?.sentence
  expect(sentence()).toBe('AI Labs could not be had in full for this issue.')
  expect(sentence(source('a', 'failed'), source('b', 'drift'))).toBe(
    'AI Labs could not be had for this issue.',
  )
  expect(sentence(source('a', 'failed'), source('b', 'quiet'))).toBe(
    'AI Labs could not be had in full for this issue.',
  )
})

function stale(capturedAt: string | undefined = '2026-05-13T04:00:00Z'): IssueSource {
  return {
    id: 'source',
    name: 'Source',
    url: 'https://s.example/',
    state: 'stale',
    capturedAt,
    items: 1,
    warnings: [],
  }
}
const old = { state: 'stale' as const }

test.for<[string, Section[], string[]]>([
  [
    'repositories',
    [repositories([10, 3867, 7], old)],
    [
      'The trending list is of May 13, 2026: three repositories.',
      'Of the repositories on the trending list, flock/tern-1 gained the most stars that day, 3,867 (captured on May 13, 2026).',
    ],
  ],
  [
    'one repository of a week',
    [repositories([10], { ...old, period: 'weekly' })],
    [
      'The trending list of the week is of May 13, 2026: one repository.',
      'The repository flock/tern-0 gained ten stars that week (captured on May 13, 2026).',
    ],
  ],
  [
    'headlines',
    [
      headlines(['Tern', 'Gull', 'Tern'], old),
      headlines(['Tern', 'Gull', 'Auk', 'Tern'], { ...old, id: 'wire', heading: 'From the Wire' }),
    ],
    [
      'What stands under AI Labs was captured on May 13, 2026: three headlines from Tern and Gull.',
      'Most of the headlines under AI Labs come from Tern, two of three (captured on May 13, 2026).',
      'From the Wire was captured on May 13, 2026: four headlines from three outlets.',
      'No outlet has more headlines under From the Wire than Tern, two of four (captured on May 13, 2026).',
    ],
  ],
  [
    'papers of unknown dates',
    [papers([{}], old), papers([{}, {}, {}], { ...old, id: 'more', heading: 'More Papers' })],
    [
      'The list under Research Papers, captured on May 13, 2026, has one arXiv paper, new in cs.SE.',
      'Under More Papers, captured on May 13, 2026, there are three arXiv papers, all new in cs.SE.',
    ],
  ],
  [
    'papers of one day',
    [papers([{ announcedOn: '2026-05-12' }], old)],
    ['The paper list has one arXiv paper announced on May 12, 2026, new in cs.SE.'],
  ],
])('a stale list is told with its date: %s', ([, sections, expected]) => {
  const facts = factsFromSections(sections, [stale()])
  expect(facts.map(({ sentence }) => sentence)).toEqual(expected)
  for (const { inputs } of facts) expect(inputs).toContain('source')
})

test.for<[string, IssueSource[] | undefined]>([
  ['sources', undefined],
  ['a date', [{ ...stale(), capturedAt: undefined }]],
  ['a date that can be read', [stale('last week')]],
])('a stale list without %s is an older list', ([, sources]) => {
  const sections = [
    repositories([1, 2], old),
    headlines(['Tern', 'Gull', 'Tern'], old),
    papers([{}], old),
  ]
  expect(factsFromSections(sections, sources).map(({ sentence }) => sentence)).toEqual([
    'What stands under Trending is an older list: two repositories.',
    'Of the repositories on the trending list, flock/tern-1 gained the most stars that day, two (an older list).',
    'What stands under AI Labs is an older list: three headlines from Tern and Gull.',
    'Most of the headlines under AI Labs come from Tern, two of three (an older list).',
    'The paper list, which is an older list, has one arXiv paper, new in cs.SE.',
  ])
})

test('stale sources of several dates give the span, and a fresh one is not called old', () => {
  const section = headlines(['Tern', 'Gull', 'Tern'], { sourceIds: ['source', 'b', 'c'] })
  const items = section.items.map((item, index) => ({
    ...item,
    sourceId: ['source', 'b', 'c'][index] ?? '',
  }))
  const sources = (c: SourceState): IssueSource[] => [
    stale(),
    { ...stale('2026-05-10'), id: 'b' },
    { ...stale('2026-08-19'), id: 'c', state: c },
  ]
  const told = (fields: object, c: SourceState) =>
    factsFromSections([{ ...section, items, ...fields }], sources(c)).map(
      ({ sentence }) => sentence,
    )
  expect(told(old, 'stale')[0]).toBe(
    'What stands under AI Labs was captured from May 10, 2026 to August 19, 2026: three headlines from Tern and Gull.',
  )
  expect(told({}, 'ok')).toEqual([
    'This issue carries three headlines under AI Labs, from Tern and Gull, of which two were captured from May 10, 2026 to May 13, 2026.',
    'Most of the headlines under AI Labs come from Tern, two of three (in part captured from May 10, 2026 to May 13, 2026).',
  ])
  expect(told({ items: items.slice(1) }, 'ok')[0]).toBe(
    'This issue carries two headlines under AI Labs, from Gull and Tern, of which one was captured on May 10, 2026.',
  )
  expect(told({ items: items.slice(2) }, 'ok')).toEqual([
    'This issue carries one headline under AI Labs, from Tern.',
  ])
  const list = repositories([5, 4], { sourceIds: ['source', 'b'] })
  const [first, ...others] = list.items.map((item) => ({ ...item, sourceId: 'b' }))
  const mixed = { ...list, items: [...list.items.slice(0, 1), ...others] }
  expect(
    factsFromSections(
      [mixed],
      [
        { ...stale(), state: 'ok' },
        { ...stale('2026-05-10'), id: 'b' },
      ],
    )[0],
  ).toMatchObject({
    sentence:
      'There are two repositories on the trending list of the day, of which one was captured on May 10, 2026.',
  })
  const whole = { ...list, items: first === undefined ? [] : [first, ...others] }
  expect(factsFromSections([whole], [{ ...stale('2026-05-10'), id: 'b' }])[0]?.sentence).toBe(
    'The trending list is of May 10, 2026: two repositories.',
  )
})

test('no two sections in a row open with the same words', () => {
  const again = { id: 'again', heading: 'Again' }
  const opening = (...sections: Section[]) =>
    sentences(...sections).map((sentence) => sentence.split(' ').slice(0, 2).join(' '))
  for (const [one, two] of [
    [headlines(['A', 'B', 'B']), headlines(['A', 'B', 'B'], again)],
    [headlines(['A', 'B', 'C', 'B']), headlines(['A', 'B', 'C', 'B'], again)],
    [headlines([]), papers([])],
    [papers([{}]), papers([{}], again)],
    [repositories([undefined]), repositories([undefined], again)],
  ] as const) {
    const found = opening(one, two)
    expect(new Set(found).size).toBe(found.length)
  }
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
