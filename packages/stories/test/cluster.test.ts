import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Story } from '../src/index.ts'
import { clusterStories } from '../src/index.ts'

const title = 'Example Lab releases Tern 2 with a longer context'

function story(fields: Partial<Story>): Story {
  return {
    id: 'a',
    url: 'https://one.example/a',
    title: 'Untitled',
    publishedAt: '2026-08-19T10:00:00Z',
    outlet: 'One',
    sourceId: 'one',
    ...fields,
  }
}

function ids(stories: readonly Story[]): string[][] {
  return clusterStories(stories).map(({ primary, also }) =>
    [primary, ...also].map(({ id = '' }) => id),
  )
}

test('one address is one story, the earliest telling first', () => {
  const later = story({ id: 'b', sourceId: 'two', url: 'http://www.one.example/a/?utm_source=two' })
  const earlier = story({ id: 'a', publishedAt: '2026-08-19T09:00:00Z' })
  expect(clusterStories([later, earlier])).toEqual([
    { primary: earlier, also: [later], matchedBy: ['url'] },
  ])
})

test('an undated telling is never the primary of a dated one', () => {
  const undated = story({ id: 'b', sourceId: 'aaa', publishedAt: undefined })
  const unreadable = story({ id: 'c', sourceId: 'aab', publishedAt: 'soon' })
  expect(ids([undated, unreadable, story({})])).toEqual([['a', 'b', 'c']])
})

test('one id in one source is one story, in two sources it is not', () => {
  const moved = story({ url: 'https://one.example/moved' })
  expect(clusterStories([story({}), moved]).map(({ matchedBy }) => matchedBy)).toEqual([['id']])
  expect(ids([story({}), { ...moved, sourceId: 'two' }])).toHaveLength(2)
  const blank = { id: ' ', url: 'https://one.example/other' }
  expect(ids([story({ id: ' ' }), story(blank)])).toHaveLength(2)
})

const elsewhere = { id: 'b', url: 'https://two.example/b', outlet: 'Two', sourceId: 'two' }

test('one title from two outlets within three days is one story', () => {
  const other = story({
    ...elsewhere,
    title: `  ${title.toUpperCase()}! `,
    publishedAt: '2026-08-22T10:00:00Z',
  })
  expect(clusterStories([other, story({ title })])).toEqual([
    { primary: story({ title }), also: [other], matchedBy: ['title'] },
  ])
})

test.for<[string, Partial<Story>, Partial<Story>]>([
  ['three days and a second apart', { title }, { title, publishedAt: '2026-08-22T10:00:01Z' }],
  ['of one outlet', { title }, { title, outlet: 'one ' }],
  ['undated', { title }, { title, publishedAt: undefined }],
  ['of a general title', { title: 'This Week in AI' }, { title: 'This Week in AI' }],
  [
    'of a monthly column',
    { title: 'The latest AI news, August 2026' },
    { title: 'The latest AI news, August 2026' },
  ],
  ['of three words', { title: 'Tern 2 released' }, { title: 'Tern 2 released' }],
  [
    'of other versions',
    { title: 'Example Lab releases Tern 2.1 today' },
    { title: 'Example Lab releases Tern 21 today' },
  ],
  ['without words', { title: '!!! ??? ... ---' }, { title: '!!! ??? ... ---' }],
])('two stories %s stay two', ([, first, second]) => {
  expect(ids([story(first), story({ ...elsewhere, ...second })])).toHaveLength(2)
})

test.for([
  [title, `${title} - Two`],
  [title.replace('Lab', 'Lab’s'), title.replace('Lab', "Lab's")],
  ['例の研究所が新しい言語モデルを公開', '例の研究所が新しい言語モデルを公開'],
])('%s and %s are one title', ([first, second]) => {
  expect(
    ids([story({ title: first ?? '' }), story({ ...elsewhere, title: second ?? '' })]),
  ).toHaveLength(1)
})

test('a recurring title of one outlet does not chain the others', () => {
  const stories = [
    story({ id: '1', url: 'https://one.example/1', title }),
    story({
      ...elsewhere,
      id: '2',
      url: 'https://two.example/2',
      title,
      publishedAt: '2026-08-19T11:00:00Z',
    }),
    story({ id: '3', url: 'https://one.example/3', title, publishedAt: '2026-08-19T12:00:00Z' }),
    story({
      ...elsewhere,
      id: '4',
      url: 'https://two.example/4',
      title,
      publishedAt: '2026-08-19T13:00:00Z',
    }),
  ]
  expect(ids(stories)).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
})

test('stories that only link to a front page stay apart', () => {
  const home = { url: 'https://one.example/#latest' }
  expect(ids([story({ ...home, id: '1' }), story({ ...home, id: '2' })])).toHaveLength(2)
  const numbered = { url: 'https://one.example/?p=7' }
  expect(ids([story({ ...numbered, id: '1' }), story({ ...numbered, id: '2' })])).toHaveLength(1)
})

test('a page that one source links to under three titles is no story, under two it is', () => {
  const notes = ['Tern 1', 'Tern 2', 'Tern 3'].map((name) => story({ id: name, title: name }))
  expect(ids(notes)).toHaveLength(3)
  expect(ids(notes.slice(1))).toHaveLength(1)
  expect(ids(notes.map((one) => ({ ...one, id: 'same' })))).toHaveLength(3)
  expect(ids(notes.map((one) => ({ ...one, sourceId: one.id })))).toHaveLength(1)
})

test('rules join across each other, and no field of a record is lost', () => {
  const records = [
    { ...story({ id: '1', title }), score: 1 },
    { ...story({ ...elsewhere, title, publishedAt: '2026-08-20T10:00:00Z' }), score: 2 },
    {
      ...story({
        id: '3',
        outlet: 'Three',
        sourceId: 'three',
        url: 'https://two.example/b?ref=x',
        publishedAt: '2026-08-30T00:00:00Z',
      }),
      score: 3,
    },
  ]
  const [cluster, ...others] = clusterStories(records)
  expect(others).toEqual([])
  expect([cluster?.primary.score, cluster?.also.map(({ score }) => score)]).toEqual([1, [2, 3]])
  expect(cluster?.matchedBy).toEqual(['url', 'title'])
})

const arbitraryStory: fc.Arbitrary<Story> = fc.record({
  id: fc.constantFrom('1', '2', '3', ''),
  url: fc.constantFrom(
    'https://a.example/1',
    'http://www.a.example/1/',
    'https://a.example/',
    'x',
    '',
  ),
  title: fc.constantFrom(title, `${title} | Two`, 'AI news', ''),
  publishedAt: fc.constantFrom(
    undefined,
    '2026-08-19T10:00:00Z',
    '2026-08-21T10:00:00Z',
    '2026-08-24T00:00:00Z',
  ),
  outlet: fc.constantFrom('One', 'Two', 'Three'),
  sourceId: fc.constantFrom('one', 'two'),
})

test('any order of the input gives the same clusters, each record in one', () => {
  const shuffled = fc
    .array(arbitraryStory, { maxLength: 25 })
    .chain((stories) =>
      fc.tuple(
        fc.constant(stories),
        fc.shuffledSubarray(stories, { minLength: stories.length, maxLength: stories.length }),
      ),
    )
  fc.assert(
    fc.property(shuffled, ([stories, mixed]) => {
      const clusters = clusterStories(stories)
      expect(clusterStories(mixed)).toEqual(clusters)
      expect(clusters.flatMap(({ primary, also }) => [primary, ...also])).toHaveLength(
        stories.length,
      )
      for (const { primary, also, matchedBy } of clusters) {
        expect(matchedBy.length > 0).toBe(also.length > 0)
        for (const other of also)
          expect((primary.publishedAt ?? '~') <= (other.publishedAt ?? '~')).toBe(true)
      }
    }),
  )
})

test('twenty thousand tellings of one story are one cluster', () => {
  const stories = Array.from({ length: 20_000 }, (_, index) =>
    story({ id: `${index % 7000}`, sourceId: `${index % 3}`, title, outlet: `${index}` }),
  )
  expect(clusterStories(stories)).toHaveLength(1)
})

test('what is absent tells nothing: items of a feed may come as they are', () => {
  const told = (host: string) => ({
    id: '1',
    title,
    url: `https://www.${host}/story`,
    publishedAt: '2026-08-19T10:00:00Z',
  })
  const bare = { publishedAt: '2026-08-19T10:00:00Z' }
  const clusters = clusterStories([told('one.example'), told('two.example'), bare, { id: '1' }, {}])
  expect(clusters).toHaveLength(4)
  expect(clusters.flatMap(({ matchedBy }) => matchedBy)).toEqual(['title'])
})
