import { describe, expect, test } from 'vitest'
import { parseQueryFeed } from '../src/index.ts'
import { fixture } from './fixture.ts'
import { sourceError } from './source-error.ts'

const current = fixture('query-current.xml')
const before = fixture('query-before-2025.xml')

describe('the service since November 2025', () => {
  const feed = parseQueryFeed(current)

  test('the page', () => {
    expect(feed).toMatchObject({
      totalResults: 412,
      startIndex: 10,
      itemsPerPage: 2,
      query: 'search_query=all:mutants&id_list=&start=10&max_results=2',
      warnings: [],
    })
  })

  test('a title that repeats no query', () => {
    const blank = current.replace(/(<title[^>]*>)arXiv Query:[^<]*/, '$1arXiv Query: ')
    expect(blank).not.toBe(current)
    expect(parseQueryFeed(blank)).not.toHaveProperty('query')
  })

  test('a paper, whole', () => {
    expect(feed.papers[0]).toEqual({
      id: '2401.10000',
      version: 3,
      url: 'https://arxiv.org/abs/2401.10000',
      title: 'Hölder Bounds: λ/θ of All Mutants',
      abstract: 'First paragraph of ödd text. Second paragraph.',
      tex: {
        title: String.raw`Hölder Bounds: $\fracλθ$ of All Mutants`,
        abstract: 'First paragraph of {ö}dd text.\n  Second paragraph.',
      },
      authors: [
        { name: 'Alex Field', affiliations: ['Institute, of Fields', 'Second Home'] },
        { name: 'Example Collaboration', affiliations: [] },
      ],
      primaryCategory: 'math.CA',
      categories: ['math.CA', 'cs.SE'],
      mscClasses: [],
      acmClasses: [],
      reportNumbers: [],
      submittedAt: '2024-01-18T15:35:46Z',
      updatedAt: '2025-01-30T01:23:42Z',
      history: [],
      comment: '25 pages, 5 figures',
      journalRef: 'J. Invented Res. 73 (2024), 1–26',
      dois: ['10.5555/one', '10.5555/two'],
      surfaces: ['query-api'],
      from: {},
    })
  })

  test('a paper called "Error", withdrawn', () => {
    expect(feed.papers[1]).toMatchObject({ id: 'hep-th/9901001', title: 'Error', withdrawn: true })
  })
})

describe('the service before', () => {
  const feed = parseQueryFeed(before)

  test('raw TeX, wrapped lines, classes apart', () => {
    expect(feed.papers).toHaveLength(1)
    expect(feed.papers[0]).toMatchObject({
      id: '1401.0001',
      version: 2,
      title: 'Hölder Regularity of Invented Spectra',
      abstract: 'Let d∈ℕ and let φ:(0,1)→[0,d].',
      categories: ['math.CA'],
      mscClasses: ['28A80', '39B62', '35'],
      acmClasses: ['D.2.4', 'F.3.1'],
    })
  })

  test('an empty entry is an id arXiv does not have', () => {
    expect(feed.totalResults).toBe(2)
    expect(feed.warnings).toEqual([
      {
        code: 'id-not-found',
        message: 'An entry is empty: arXiv has no paper with an id asked for.',
        path: 'entries[0]',
      },
    ])
  })

  test('a single unknown id is counted, but has no entry', () => {
    const feed = parseQueryFeed(before.replace(/<entry>.*<\/entry>/s, ''))
    expect(feed.papers).toEqual([])
    expect(feed.warnings.map(({ code }) => code)).toEqual(['id-not-found'])
  })
})

describe('empty pages', () => {
  const emptied = current.replace(/<entry>.*<\/entry>/s, '')

  test('nothing found, and a page behind the end', () => {
    expect(parseQueryFeed(emptied.replace('>412<', '>0<')).papers).toEqual([])
    expect(parseQueryFeed(emptied.replace('>412<', '>10<')).papers).toEqual([])
  })

  test('an empty page in range throws', () => {
    expect(sourceError(() => parseQueryFeed(emptied))).toMatchObject({
      code: 'empty',
      retryable: true,
    })
  })
})

test.for([
  ['an error entry', fixture('query-error.xml'), 'upstream'],
  ['the throttle', 'Rate exceeded.', 'rate-limited'],
  ['nothing', '', 'unparseable'],
  ['a daily feed as RSS', fixture('rss-daily.xml'), 'not-a-feed'],
  ['a daily feed as Atom', fixture('atom-daily.xml'), 'drift'],
  [
    'entries that cannot be read',
    current.replaceAll('<id>http://arxiv.org/abs/', '<id>'.concat('http://else.example/')),
    'drift',
  ],
] as const)('%s', ([, xml, code]) => {
  expect(sourceError(() => parseQueryFeed(xml))).toMatchObject({ code, source: 'arxiv' })
})

test('defects of entries', () => {
  const warnings = (xml: string): unknown[] =>
    parseQueryFeed(xml).warnings.map(({ code, path }) => [code, path])
  expect(warnings(current.replace('<arxiv:primary_category term="math.CA"/>', ''))).toEqual([
    ['late-candidate', 'entries[0].primaryCategory'],
  ])
  expect(warnings(current.replace('2024-01-18T15:35:46Z', 'lately'))).toEqual([
    ['unreadable-date', 'entries[0].published'],
  ])
  expect(warnings(current.replace('term="cs.SE"', 'term="Various things"'))).toEqual([
    ['unknown-category', 'entries[0].categories'],
  ])
  expect(warnings(current.replace('<title>Error</title>', ''))).toEqual([
    ['item-skipped', 'entries[1]'],
  ])
})
