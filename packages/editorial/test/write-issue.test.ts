import type { IssueSource, SectionItem } from '@inference-report/issue'
import { compareSnapshots } from '@inference-report/leaderboard'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Writer } from '../src/index.ts'
import {
  checkProse,
  factsFromMovement,
  factsFromSections,
  factsFromSnapshot,
  factsFromSources,
  writeIssue,
} from '../src/index.ts'
import { arbitraryIssue } from './arbitrary-issue.ts'
import { options, percent, snapshotOf } from './boards.ts'
import { headlines, papers, repositories } from './sections.ts'

async function prose(...input: Parameters<typeof writeIssue>): Promise<string[]> {
  const { paragraphs } = await writeIssue(...input)
  return paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join(' '))
}

const sections = [
  headlines(['Heron Lab', 'Ibis', 'Heron Lab', 'Jay']),
  headlines(['Marsh Post'], { id: 'wire', heading: 'From the Wire' }),
  papers([{}, {}]),
  repositories([10, 1234, 7]),
]
const items = sections.flatMap((section) => [...section.items])

test('a day of all kinds', async () => {
  const rows = [
    { name: 'Auk', score: 57.2 },
    { name: 'Coot', score: 54 },
    { name: 'Dunlin', score: 53 },
  ]
  const before = snapshotOf(rows.slice(1), {
    metric: percent,
    id: 'before',
    capturedAt: '2026-05-28',
  })
  const after = snapshotOf(rows, { metric: percent })
  const silent = snapshotOf(rows, { board: 'gull-board', id: 'gull-board@2026-08-01' })
  const gull = { name: 'Gull Board', sourceId: 'gull', stale: { since: '2026-07-01' } }
  const facts = [
    ...factsFromSections(sections),
    ...factsFromSnapshot(after, options),
    ...factsFromMovement(compareSnapshots(before, after), { before, after }, options),
    ...factsFromSnapshot(silent, gull),
    ...factsFromMovement(undefined, { after: silent }, gull),
    ...factsFromSources([
      {
        id: 'a',
        name: 'Heron Lab',
        url: 'https://a.example/',
        state: 'ok',
        items: 3,
        warnings: [],
      },
      {
        id: 'b',
        name: 'Kite Blog',
        url: 'https://b.example/',
        state: 'failed',
        reason: 'HTTP 503',
        items: 0,
        warnings: [],
      },
    ]),
  ]
  expect(await prose(facts, items)).toEqual([
    'This issue carries four headlines under AI Labs, from three outlets. Heron Lab has more headlines under AI Labs than any other outlet, two of four. Heron Lab published “Headline 0 of labs”, and Ibis “Headline 1 of labs”. Under From the Wire there is one headline from Marsh Post. It is titled “Headline 0 of wire”. The paper list has two arXiv papers, both new in cs.SE. Among the papers are “On birds, part 0” and “On birds, part 1”. There are three repositories on the trending list of the day. Of the repositories on the trending list, flock/tern-1 gained the most stars in the day, 1,234.',
    'Auk leads Tern Board with 57.2 percent, 3.2 percentage points ahead of Coot. It has taken the lead on Tern Board, which Coot held in the snapshot of May 28, 2026. There is one new entry on Tern Board since then: Auk. Newcomers account for every drop on Tern Board since then; Coot is now at rank 2 instead of 1, with one newcomer above it. There are three models ranked on Tern Board. Auk leads Gull Board with 57.2 points, 3.2 points ahead of Coot (figures of July 1, 2026). There are three models ranked on Gull Board. This is the first snapshot of Gull Board we hold, so nothing can be said yet about movement.',
    'Of the two sources of this issue, one was read. Kite Blog is missing from this issue: HTTP 503.',
  ])
})

test('two boards without a baseline say so once', async () => {
  const boards = ['tern', 'gull'].map((board) =>
    snapshotOf([{ name: 'Auk', score: 50 }], { board, id: board }),
  )
  const facts = boards.flatMap((after) => factsFromMovement(undefined, { after }, options))
  const { paragraphs } = await writeIssue(facts, [])
  expect(paragraphs).toEqual([
    {
      sentences: [
        {
          text: 'For neither board is there an earlier snapshot to compare with, so nothing can be said yet about movement.',
          supports: ['tern.no-baseline', 'gull.no-baseline'],
        },
      ],
    },
  ])
})

test('one board only, and it stood still', async () => {
  const before = snapshotOf([{ name: 'Auk', score: 50 }], {
    id: 'before',
    capturedAt: '2026-05-28',
  })
  const after = snapshotOf([{ name: 'Auk', score: 50 }])
  const facts = factsFromMovement(compareSnapshots(before, after), { before, after }, options)
  expect(await prose(facts, [])).toEqual([
    'On Tern Board the one entry has kept its place and score since the snapshot of May 28, 2026.',
  ])
})

test('many failures are summed up, a quiet section is no failure', async () => {
  const sources = ['A', 'B', 'C', 'D'].map((name) => ({
    id: name,
    name,
    url: 'https://a.example/',
    state: 'failed' as const,
    items: 0,
    warnings: [],
  }))
  const facts = [
    ...factsFromSections([headlines([], { state: 'quiet' })]),
    ...factsFromSources(sources),
  ]
  expect(await prose(facts, [])).toEqual([
    'There are no headlines under AI Labs in this issue.',
    'None of the four sources of this issue could be read. Four sources are missing from this issue: A, B, C and D.',
  ])
})

test('a section that could not be read tells of its source, which is not told twice', async () => {
  const source = {
    id: 'source',
    name: 'Tern',
    url: 'https://a.example/',
    state: 'failed' as const,
    items: 0,
    warnings: [],
  }
  const facts = [
    ...factsFromSections([headlines([], { state: 'failed', note: 'HTTP 503' })]),
    ...factsFromSources([source]),
  ]
  expect(await prose(facts, [])).toEqual([
    'The one source of this issue could not be read. AI Labs could not be had for this issue: HTTP 503.',
  ])
})

function sourcesOf(states: Record<string, 'ok' | 'failed' | 'drift' | 'stale'>): IssueSource[] {
  return Object.entries(states).map(([id, state]) => ({
    id,
    name: `${id.toUpperCase()} News`,
    url: 'https://a.example/',
    state,
    reason: state === 'ok' ? undefined : 'It answered with an error (503).',
    items: 0,
    warnings: [],
  }))
}

test('every section that could not be had is named, in one sentence', async () => {
  const down = { state: 'failed' as const, note: 'It answered with an error (503).' }
  const sources = sourcesOf({ a: 'failed', b: 'failed', c: 'ok', d: 'drift' })
  const facts = [
    ...factsFromSections(
      [
        headlines([], { ...down, sourceIds: ['a', 'b'] }),
        repositories([], { ...down, sourceIds: ['d'] }),
        ...['Tern', 'Gull', 'Auk'].map((name) =>
          papers([], { ...down, id: name, heading: `${name} Board`, sourceIds: ['d'] }),
        ),
        headlines([], { ...down, id: 'wire', heading: 'From the Wire', sourceIds: ['a', 'c'] }),
      ],
      sources,
    ),
    ...factsFromSources(sources),
  ]
  expect(await prose(facts, [])).toEqual([
    'Of the four sources of this issue, one was read. AI Labs, Trending, Tern Board, Gull Board and Auk Board could not be had for this issue. From the Wire could not be had in full for this issue. A News is missing from this issue: it answered with an error (503). B News is missing from this issue: it answered with an error (503). D News no longer has the shape we know: it answered with an error (503).',
  ])
})

test('the reasons of sections told in one sentence are told of their sources', async () => {
  const sources = sourcesOf({ a: 'failed', b: 'failed' })
  const facts = [
    ...factsFromSections(
      [
        headlines([], { state: 'failed', sourceIds: ['a'] }),
        repositories([], { state: 'failed', sourceIds: ['b'] }),
      ],
      sources,
    ),
    ...factsFromSources(sources),
  ]
  expect(await prose(facts, [])).toEqual([
    'Neither source of this issue could be read. AI Labs and Trending could not be had for this issue. A News is missing from this issue: it answered with an error (503). B News is missing from this issue: it answered with an error (503).',
  ])
})

test('sections of unknown makers are told as they are', async () => {
  const [fact] = factsFromSections([headlines([], { state: 'failed' })])
  if (fact === undefined) throw new Error('no fact')
  const other = { ...fact, id: 'x', sentence: 'The moon is down.' }
  expect(await prose([fact, other], [])).toEqual([
    'AI Labs could not be had for this issue. The moon is down.',
  ])
})

test('a second sum does not open with the words of the first', async () => {
  const states = { a: 'failed', b: 'failed', c: 'failed', d: 'stale', e: 'stale', f: 'stale' }
  const facts = factsFromSources(sourcesOf(states as Record<string, 'failed' | 'stale'>))
  expect(await prose(facts, [])).toEqual([
    'Of the six sources of this issue, three were read. Three sources are missing from this issue: A News, B News and C News. Three more sources are stale: D News, E News and F News.',
  ])
})

test('old lists are told as old, once each', async () => {
  const old = [
    headlines(['Heron Lab', 'Ibis', 'Heron Lab'], { state: 'stale' }),
    repositories([10, 1234, 7], { state: 'stale' }),
  ]
  const source = { ...sourcesOf({ source: 'stale' })[0], capturedAt: '2026-05-13' } as IssueSource
  expect(
    await prose(
      factsFromSections(old, [source]),
      old.flatMap((section): SectionItem[] => section.items),
    ),
  ).toEqual([
    'What stands under AI Labs was captured on May 13, 2026: three headlines from Heron Lab and Ibis. Most of the headlines under AI Labs come from Heron Lab, two of three. Heron Lab published “Headline 0 of labs”, and Ibis “Headline 1 of labs”. The trending list is of May 13, 2026: three repositories. Of the repositories on the trending list, flock/tern-1 gained the most stars that day, 1,234.',
  ])
})

test.for([
  ['Who pays?', 'It is titled “Who pays?”'],
  ['The "open" question\n of “birds”', 'It is titled “The ’open’ question of ’birds’”.'],
  ['See https://evil.example/', undefined],
  ['long '.repeat(40), undefined],
])('the title %s', async ([title = '', sentence]) => {
  const section = headlines(['Tern'])
  const titled = { ...section, items: section.items.map((item) => ({ ...item, title })) }
  const [paragraph] = await prose(factsFromSections([titled]), titled.items)
  expect(paragraph).toBe(
    ['This issue carries one headline under AI Labs, from Tern.', sentence]
      .filter(Boolean)
      .join(' '),
  )
})

test('items without facts are named, and nothing at all is said to be nothing', async () => {
  expect(await prose([], items)).toEqual([
    'This issue includes “Headline 0 of labs” and “Headline 1 of labs”.',
  ])
  expect(await writeIssue([], [])).toEqual({
    paragraphs: [{ sentences: [{ text: 'Nothing was collected for this issue.', supports: [] }] }],
    writer: 'templates',
    findings: [],
  })
  expect(await writeIssue([], [{ id: 'bare' }])).toMatchObject({
    paragraphs: [{ sentences: [{ supports: ['bare'] }] }],
  })
})

test('facts of an unknown kind stand as they are', async () => {
  const fact = {
    id: 'x',
    kind: 'weather',
    scope: 'x',
    value: true,
    inputs: [],
    sentence: 'It rained.',
  }
  expect(await prose([fact], [])).toEqual(['It rained.'])
})

const liar: Writer = {
  name: 'liar',
  write: ({ facts: [fact] }) => [
    {
      sentences: [
        { text: 'OpenAI leads with 99 percent.', supports: [fact?.id ?? ''] },
        { text: 'It did rain.', supports: [fact?.id ?? ''] },
        { text: ' ', supports: [fact?.id ?? ''] },
      ],
    },
  ],
}
const rain = {
  id: 'x',
  kind: 'weather',
  scope: 'x',
  value: true,
  inputs: [],
  sentence: 'It rained.',
}

test('what another writer says beyond its supports is left out and told', async () => {
  const written = await writeIssue([rain], [], liar)
  expect(written.writer).toBe('liar')
  expect(written.paragraphs).toEqual([{ sentences: [{ text: 'It did rain.', supports: ['x'] }] }])
  expect(written.findings.map(({ code }) => code)).toEqual([
    'unsupported-number',
    'unsupported-name',
  ])
})

test('where nothing of it is left, the templates write', async () => {
  const fabulist: Writer = {
    name: 'fabulist',
    write: () => [{ sentences: [{ text: 'Birds sing.', supports: [] }] }],
  }
  expect(await writeIssue([rain], [], fabulist)).toEqual({
    paragraphs: [{ sentences: [{ text: 'It rained.', supports: ['x'] }] }],
    writer: 'templates',
    findings: [{ code: 'no-support', sentence: 'Birds sing.', detail: 'it names no fact or item' }],
  })
})

test("a writer's error is the caller's", async () => {
  const broken: Writer = { name: 'broken', write: () => Promise.reject(new Error('down')) }
  await expect(writeIssue([], [], broken)).rejects.toThrow('down')
})

test('the prose of any issue is supported, and its sentences are whole', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryIssue, async ({ facts, items: all }) => {
      expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
      const { paragraphs, findings } = await writeIssue(facts, all)
      const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
      expect(sentences.length).toBeGreaterThan(0)
      expect(findings).toEqual([])
      expect(checkProse(sentences, { facts, items: all })).toEqual([])
      const texts = [...facts.map(({ sentence }) => sentence), ...sentences.map(({ text }) => text)]
      for (const text of texts) {
        expect(text).not.toMatch(/undefined|NaN|Infinity|\[object| {2}| [,.;:]|\.\.|^\s|\s$/)
        expect(text).toMatch(/^[\p{Lu}\p{Lt}\d].*(?:\.|[.?!…]”)$/u)
      }
      for (const { sentences: some } of paragraphs) {
        // Of boards, "Of these, Auk is …" may follow another.
        const openings = some
          .filter(({ supports }) => !supports.some((id) => id.startsWith('tern-board')))
          .map(({ text }) => text.split(' ').slice(0, 4).join(' '))
        for (const [at, opening] of openings.entries()) expect(opening).not.toBe(openings[at + 1])
      }
      if (facts.length + all.length > 0) {
        for (const { supports } of sentences) expect(supports.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
  )
})

test('any facts and items, however odd, give at least one sentence that passes the check', {
  timeout: 60_000,
}, async () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('A “b” 3', 'https://a.example/x', '"'),
  )
  const kind = fc.constantFrom(
    'count',
    'volume',
    'lead',
    'leader',
    'no-baseline',
    'unavailable',
    'source-failed',
    'other',
  )
  const fact = fc.record({
    id: text,
    kind,
    scope: fc.constantFrom('a', 'b'),
    unit: fc.constantFrom(undefined, 'headlines', 'papers'),
    value: fc.oneof(fc.integer(), text, fc.boolean()),
    inputs: fc.array(text, { maxLength: 3 }),
    sentence: text,
  })
  const item = fc.record({ id: text, title: text, outlet: text }, { requiredKeys: ['id'] })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fact, { maxLength: 8 }),
      fc.array(item, { maxLength: 5 }),
      async (facts, all) => {
        const { paragraphs } = await writeIssue(facts, all)
        const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
        expect(sentences.length).toBeGreaterThan(0)
        expect(checkProse(sentences, { facts, items: all })).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

test('scores in a sentence are those of the snapshot', () => {
  const score = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10)
  fc.assert(
    fc.property(fc.uniqueArray(score, { minLength: 2, maxLength: 8 }), (scores) => {
      const snapshot = snapshotOf(
        scores.map((value, index) => ({ name: `Bird ${index}`, score: value })),
      )
      const [top = 0, next = 0] = scores.toSorted((a, b) => b - a)
      const [leader, lead] = factsFromSnapshot(snapshot, options)
      expect(leader?.value).toBe(top)
      expect(leader?.sentence).toMatch(new RegExp(` with ${top} points?\\.$`))
      expect(lead?.value).toBeCloseTo(top - next, 6)
      expect(lead?.sentence).toContain(`, ${Number((top - next).toFixed(1))} point`)
    }),
  )
})
