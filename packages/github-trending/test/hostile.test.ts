import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLanguages, parseTrending, parseTrendingDevelopers } from '../src/index.ts'
import { trendingDevelopersSchema, trendingSchema } from '../src/schema.ts'
import { fixture } from './fixture.ts'

const today = fixture('today')

test.for([
  ['a deep page', 'too-large', '<div>'.repeat(3000)],
  ['a very deep page', 'too-large', '<i>'.repeat(1_000_000)],
  ['a flat page', 'too-large', '<br>'.repeat(30_000)],
  ['a long page', 'too-large', 'x'.repeat(9_000_000)],
  ['many rows', 'drift', `<main>${'<article class="Box-row"></article>'.repeat(5000)}`],
  ['rows in rows', 'drift', `${'<article class="Box-row">'.repeat(80)}${'x'.repeat(100_000)}`],
  ['many attributes', 'drift', `<p ${'a=b '.repeat(100_000)}>`],
  ['a long title', 'drift', `<title>Trending ${'a '.repeat(1_000_000)}</title>`],
  ['a page of tags that close themselves', 'too-large', '<div/>'.repeat(30_000)],
] as const)('%s is refused as %s', ([, code, html]) => {
  expect(() => parseTrending(html)).toThrow(expect.objectContaining({ code }))
  expect(() => parseTrendingDevelopers(html)).toThrow(expect.objectContaining({ code }))
})

test('a row far larger than any of GitHub’s is not read', () => {
  const rowOf = (filler: string) =>
    `<article class="Box-row"><h2><a href="/a/b">b</a></h2>${filler}</article>`
  expect(parseTrending(title + rowOf('')).repositories).toHaveLength(1)
  for (const filler of ['<i></i>'.repeat(1000), 'x'.repeat(20_001)]) {
    expect(parseTrending(title + rowOf('') + rowOf(filler)).warnings).toContainEqual(
      expect.objectContaining({ code: 'row-unreadable', path: 'rows[rank=2]' }),
    )
  }
})

test('links that only look like repositories are none', () => {
  for (const href of [
    '//evil.example/a/b',
    'javascript:/a/b',
    '/a/..',
    '/a/b/c',
    '/a%20b/c',
    'http://[/a/b',
  ]) {
    const html = today.replace('href="/ada/bare" class="Link"', `href="${href}"`)
    const { repositories } = parseTrending(html.replace('/ada/bare/stargazers', '/'))
    expect(repositories.map(({ name }) => name)).toEqual(['serve.it'])
  }
})

const pages = [
  'today',
  'weekly-cpp-2020',
  'list-2017',
  'list-2015',
  'empty',
  'signed-in',
  'developers',
  'developers-2015',
].map(fixture)

const noise = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<',
    '">',
    '<p>',
    '</article>',
    '<title>',
    '<svg>',
    '<template>',
    '<h2><a href="/x/y">x / y</a></h2>',
    'alt="@',
    '9'.repeat(400),
    '<article class="Box-row">',
    '\0',
    '\ud800',
  ),
)

const slow = { timeout: 60_000 }

test(
  'a page with anything cut out, put in or swapped gives a valid record or a SourceError',
  slow,
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.nat(5000),
        fc.nat(400),
        noise,
        (page, at, length, text) => {
          const html = page.slice(0, at) + text + page.slice(at + length)
          for (const [parse, schema] of [
            [parseTrending, trendingSchema],
            [parseTrendingDevelopers, trendingDevelopersSchema],
          ] as const) {
            try {
              const record = parse(html)
              expect(schema.parse(record)).toEqual(record)
              expect(JSON.parse(JSON.stringify(record))).toEqual(record)
              expect(parse(html)).toEqual(record)
            } catch (error) {
              if (!SourceError.is(error)) throw error
            }
          }
        },
      ),
      { numRuns: 500 },
    )
  },
)

test('whatever the text, nothing but a SourceError is thrown', slow, () => {
  fc.assert(
    fc.property(
      fc.oneof(
        noise,
        fc.array(noise).map((parts) => parts.join('')),
      ),
      (text) => {
        for (const parse of [parseTrending, parseTrendingDevelopers, parseLanguages]) {
          try {
            parse(text)
          } catch (error) {
            if (!SourceError.is(error)) throw error
          }
        }
      },
    ),
  )
})

/** Milliseconds of processor time, the least of three: other programs' share of the machine is not ours. */
function cost(html: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage()
    for (const parse of [parseTrending, parseTrendingDevelopers, parseLanguages]) {
      try {
        parse(html)
      } catch (error) {
        if (!SourceError.is(error)) throw error
      }
    }
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

const title = '<title>Trending repositories on GitHub today</title>'
const row = '<article class="Box-row"><h2><a href="/a/b">a / b</a></h2>'

test.for([
  ['rows within rows', (count: number) => row.repeat(count), 20],
  [
    'deep markup in a row',
    (count: number) => `${row}${'<span class="float-right">'.repeat(count)}`,
    50,
  ],
  [
    'many candidates in a row',
    (count: number) => `${row}${'<span class="float-right">9 stars today</span>'.repeat(count)}`,
    200,
  ],
  [
    'pictures in a row',
    (count: number) => `${row}${'<a href="/x"><img alt="@x"></a>'.repeat(count)}`,
    100,
  ],
  [
    'headings outside of rows',
    (count: number) => '<h2><a href="/a/b">a / b</a></h2>'.repeat(count),
    1500,
  ],
  [
    'texts of an empty page',
    (count: number) => `<main>${'<p class="blankslate">don’t have</p>'.repeat(count)}`,
    1500,
  ],
  [
    'a menu',
    (count: number) =>
      `<main>${Array.from({ length: count }, (_, at) => `<a href="/trending/x${at}">x${at}</a>`).join('')}`,
    1500,
  ],
] as const)('four times %s take about four times the time', slow, ([, make, count]) => {
  const page = (size: number) => `<html>${title}<body>${make(size)}`
  // Where time grows with the square it would be sixteen times; the addition is for what no input changes.
  expect(cost(page(4 * count))).toBeLessThan(10 * cost(page(count)) + 40)
})
