import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buildQuery,
  buildQueryUrl,
  parseQuery,
  parseQueryUrl,
  type Query,
  type QueryField,
} from '../src/index.ts'
import { queryOf } from '../src/query.ts'
import { sourceError } from './source-error.ts'

describe('buildQuery', () => {
  test.for<[string, Query, string]>([
    ['a word', { ti: 'mutants' }, 'ti:mutants'],
    ['a wildcard', { cat: 'cs.*' }, 'cat:cs.*'],
    ['a phrase', { abs: 'mutation testing' }, 'abs:"mutation testing"'],
    ['white space', { abs: '  mutation \n\ttesting ' }, 'abs:"mutation testing"'],
    ['letters of all scripts', { au: 'Mäntylä' }, 'au:Mäntylä'],
    ['a name as the manual writes it', { au: 'del_maestro' }, 'au:"del maestro"'],
    ['an operator', { all: 'AND' }, 'all:"AND"'],
    ['a field in a word', { ti: 'au:x' }, 'ti:"au:x"'],
    ['a parenthesis', { ti: 'f(x)' }, 'ti:"f(x)"'],
    ['quotation marks and backslashes', { ti: 'a "b" \\' }, 'ti:"a \\"b\\" \\\\"'],
    [
      'dates are minutes, and a day ends at the next midnight',
      { submittedDate: { from: '2026-01-01', to: '2026-01-31' } },
      'submittedDate:[202601010000 TO 202602010000]',
    ],
    [
      'seconds are rounded outwards',
      { submittedDate: { from: '2026-01-01T10:20:59Z', to: '2026-01-01T10:20:01Z' } },
      'submittedDate:[202601011020 TO 202601011021]',
    ],
    [
      'joined terms stand in parentheses',
      {
        and: [
          { cat: 'cs.SE' },
          { or: [{ ti: 'a' }, { ti: 'b' }] },
          { andnot: [{ au: 'c' }, { au: 'd' }] },
        ],
      },
      '(cat:cs.SE AND (ti:a OR ti:b) AND (au:c ANDNOT au:d))',
    ],
    ['one joined term needs none', { and: [{ or: [{ ti: 'a' }] }] }, 'ti:a'],
    [
      // With `raw=1`, which escaped quotation marks need, arXiv knows no brackets.
      'dates beside an escaped quotation mark',
      { and: [{ ti: 'a "b"' }, { submittedDate: { from: '2026-01-01', to: '2026-01-01' } }] },
      '(ti:"a \\"b\\"" AND submittedDate:"202601010000 TO 202601020000")',
    ],
  ])('%s', ([, query, text]) => {
    expect(buildQuery(query)).toBe(text)
  })

  test('nothing that arXiv would take for something else', () => {
    const deep = (levels: number): Query =>
      levels === 0 ? { ti: 'x' } : { and: [deep(levels - 1), { ti: 'y' }] }
    expect(parseQuery(buildQuery(deep(90)))).toEqual(deep(90))
    const bad: unknown[] = [
      {},
      null,
      'ti:x',
      [],
      { ti: '' },
      { ti: ' \n ' },
      { ti: 3 },
      { ti: 'a', au: 'b' },
      { xx: 'a' },
      { title: 'a' },
      { and: [] },
      { or: 'x' },
      { andnot: [{ ti: 'a' }] },
      { and: [{ ti: 'a' }, {}] },
      { submittedDate: '2026' },
      { submittedDate: { from: '2026-01-02', to: '2026-01-01T00:00:00Z' } },
      { submittedDate: { from: '2026-02-30', to: '2026-03-01' } },
      { submittedDate: { from: '2026-01-01', to: 'today' } },
      { submittedDate: { from: '2026-01-01', to: '9999-12-31' } },
      { submittedDate: { from: '2026-01-01T25:00:00Z', to: '2026-02-01' } },
      deep(200),
    ]
    for (const query of bad) {
      // @ts-expect-error: what a program without types may hand in
      expect(() => buildQuery(query), JSON.stringify(query).slice(0, 80)).toThrow(TypeError)
    }
  })
})

describe('parseQuery', () => {
  test.for<[string, Query]>([
    ['electron', { all: 'electron' }],
    ['"dark matter"', { all: 'dark matter' }],
    ['title:x', { ti: 'x' }],
    ['ti: x', { ti: 'x' }],
    [
      'au:del_maestro AND ti:checkerboard',
      { and: [{ au: 'del maestro' }, { ti: 'checkerboard' }] },
    ],
    ['a AND NOT b', { andnot: [{ all: 'a' }, { all: 'b' }] }],
    ['a NOT b', { andnot: [{ all: 'a' }, { all: 'b' }] }],
    ['((a))', { all: 'a' }],
    ['(a OR b) AND(c)', { and: [{ or: [{ all: 'a' }, { all: 'b' }] }, { all: 'c' }] }],
    ['ANDroid OR ORacle', { or: [{ all: 'ANDroid' }, { all: 'ORacle' }] }],
    ['all:x:y', { all: 'x:y' }],
    [
      'submittedDate:[2023 TO 202402]',
      { submittedDate: { from: '2023-01-01T00:00:00Z', to: '2024-02-29T23:59:00Z' } },
    ],
    [
      'lastUpdatedDate:"20260101 TO 20260101235959"',
      { submittedDate: { from: '2026-01-01T00:00:00Z', to: '2026-01-01T23:59:00Z' } },
    ],
  ])('%s', ([text, query]) => {
    expect(parseQuery(text)).toEqual(query)
  })

  test.for([
    '',
    ' ',
    '(',
    'a)',
    'a b',
    'ti:',
    'ti:""',
    'ti:" "',
    'ti:"open',
    'xx:a',
    'a AND',
    'AND a AND',
    'a AND b OR c',
    'a ANDNOT b ANDNOT c',
    'submittedDate:2007*',
    'submittedDate:[2024 TO 2023]',
    'submittedDate:[20230230 TO 2024]',
    'ti:(a b)',
    '('.repeat(5000),
  ])('refuses "%s"', (text) => {
    expect(sourceError(() => parseQuery(text))).toMatchObject({
      code: 'unparseable',
      source: 'arxiv',
    })
  })
})

const fields: QueryField[] = ['ti', 'au', 'abs', 'co', 'jr', 'cat', 'rn', 'id', 'doi', 'all']
const text = (field: QueryField): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: fc.constantFrom(...'ab"\\()[]: *?'), minLength: 1 }),
      fc.constantFrom(
        'AND',
        'a AND NOT b',
        'ti:x',
        'cs.SE',
        'submittedDate:[2024 TO 2025]',
        'a "b" c',
      ),
    )
    .map((value) =>
      (field === 'au' ? value.replaceAll('_', ' ') : value)
        .toWellFormed()
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((value) => value !== '')
const minute = fc
  .integer({ min: Date.UTC(1991, 0) / 60_000, max: Date.UTC(2100, 0) / 60_000 })
  .map((value) => `${new Date(value * 60_000).toISOString().slice(0, 19)}Z`)
const term = fc.oneof(
  fc.constantFrom(...fields).chain((field) => text(field).map((value) => queryOf(field, value))),
  fc
    .tuple(minute, minute)
    .map(([a, b]): Query => ({ submittedDate: a < b ? { from: a, to: b } : { from: b, to: a } })),
)
const queries = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4 },
    term,
    fc.array(tie('query'), { minLength: 2, maxLength: 4 }).map((and): Query => ({ and })),
    fc.array(tie('query'), { minLength: 2, maxLength: 4 }).map((or): Query => ({ or })),
    fc.tuple(tie('query'), tie('query')).map((andnot): Query => ({ andnot })),
  ),
})).query

test('what is built reads as what it was', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(queries, (query) => {
      const written = buildQuery(query)
      expect(parseQuery(written)).toEqual(query)
      expect(buildQuery(parseQuery(written))).toBe(written)
    }),
    { numRuns: 1000 },
  )
})

test('any text is read or refused', { timeout: 60_000 }, () => {
  const pieces = fc.constantFrom(
    'ti:',
    'au:',
    '(',
    ')',
    '"',
    '\\',
    ' AND ',
    'OR ',
    ' NOT ',
    'x',
    '[2023 TO 2024]',
    'submittedDate:',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((list) => list.join('')),
      ),
      (wild) => {
        try {
          const query = parseQuery(wild)
          expect(parseQuery(buildQuery(query))).toEqual(query)
        } catch (error) {
          expect(error).toMatchObject({ name: 'SourceError', code: 'unparseable' })
        }
      },
    ),
    { numRuns: 2000 },
  )
})

describe('addresses', () => {
  test('spaces are escaped, never written as plus', () => {
    expect(
      buildQueryUrl({
        query: {
          and: [{ ti: 'a+b c' }, { submittedDate: { from: '2026-01-01', to: '2026-01-01' } }],
        },
        start: 100,
        maxResults: 50,
        sortBy: 'submittedDate',
        sortOrder: 'descending',
      }),
    ).toBe(
      'https://export.arxiv.org/api/query?search_query=(ti%3A%22a%2Bb%20c%22%20AND%20submittedDate%3A%5B202601010000%20TO%20202601020000%5D)&start=100&max_results=50&sortBy=submittedDate&sortOrder=descending',
    )
  })

  test('identifiers are made canonical; quotation marks ask for raw', () => {
    expect(buildQueryUrl({ ids: ['arXiv:2403.01234v2', 'math.GT/0309136'], maxResults: 2 })).toBe(
      'https://export.arxiv.org/api/query?id_list=2403.01234v2,math/0309136&max_results=2',
    )
    expect(buildQueryUrl({ query: { ti: '"' } })).toMatch(/&raw=1$/)
    expect(buildQueryUrl({ query: 'ti:x' })).toBe(
      'https://export.arxiv.org/api/query?search_query=ti%3Ax',
    )
    expect(buildQueryUrl({ query: 'ti:\ud800' })).toContain('%EF%BF%BD')
  })

  test('what arXiv would refuse is refused before', () => {
    const bad: unknown[] = [
      {},
      { query: ' ' },
      { ids: [] },
      { ids: ['2403.1'] },
      { query: 'x', start: -1 },
      { query: 'x', start: 1.5 },
      { query: 'x', maxResults: 0 },
      { query: 'x', maxResults: 2001 },
      { query: 'x', sortBy: 'date' },
      { query: 'x', sortOrder: 'up' },
    ]
    for (const request of bad) {
      // @ts-expect-error: what a program without types may hand in
      expect(() => buildQueryUrl(request), JSON.stringify(request)).toThrow(TypeError)
    }
  })

  test('what is built reads as what it was', () => {
    const requests = fc.record(
      {
        query: queries,
        start: fc.nat(20_000),
        maxResults: fc.integer({ min: 1, max: 2000 }),
        sortBy: fc.constantFrom(
          'relevance' as const,
          'lastUpdatedDate' as const,
          'submittedDate' as const,
        ),
        sortOrder: fc.constantFrom('ascending' as const, 'descending' as const),
        ids: fc.array(fc.constantFrom('2403.01234', '2403.01234v2', 'math/0309136'), {
          minLength: 1,
        }),
      },
      { requiredKeys: ['query'] },
    )
    fc.assert(
      fc.property(requests, (request) => {
        expect(parseQueryUrl(buildQueryUrl(request))).toEqual(request)
      }),
    )
  })

  test.for([
    'nowhere',
    'https://arxiv.org/abs/2403.01234',
    'https://export.arxiv.org/api/query',
    'https://export.arxiv.org/api/query?search_query=(',
    'https://export.arxiv.org/api/query?search_query=x&start=two',
    'https://export.arxiv.org/api/query?search_query=x&sortBy=date',
    'https://export.arxiv.org/api/query?id_list=12',
  ])('refuses %s', (url) => {
    expect(sourceError(() => parseQueryUrl(url)).code).toBe('unparseable')
  })
})
