import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTrending } from '../src/index.ts'
import { trendingSchema } from '../src/schema.ts'
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
] as const)('%s is refused as %s', ([, code, html]) => {
  expect(() => parseTrending(html)).toThrow(expect.objectContaining({ code }))
})

test('a row far larger than any of GitHub’s is not read', () => {
  const title = '<title>Trending repositories on GitHub today</title>'
  const row = (filler: string) =>
    `<article class="Box-row"><h2><a href="/a/b">b</a></h2>${filler}</article>`
  expect(parseTrending(title + row('')).repositories).toHaveLength(1)
  for (const filler of ['<i></i>'.repeat(1000), 'x'.repeat(20_001)]) {
    expect(parseTrending(title + row('') + row(filler)).warnings).toContainEqual(
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

test('a page with anything cut out, put in or swapped gives a valid record or a SourceError', () => {
  const pages = ['today', 'weekly-cpp-2020', 'list-2017', 'list-2015', 'empty'].map(fixture)
  const noise = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<',
      '">',
      '<p>',
      '</article>',
      '<title>',
      '9'.repeat(400),
      '<article class="Box-row">',
      '\0',
    ),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...pages),
      fc.nat(5000),
      fc.nat(400),
      noise,
      (page, at, length, text) => {
        const html = page.slice(0, at) + text + page.slice(at + length)
        try {
          const trending = parseTrending(html)
          expect(trendingSchema.parse(trending)).toEqual(trending)
          expect(JSON.parse(JSON.stringify(trending))).toEqual(trending)
        } catch (error) {
          if (!SourceError.is(error)) throw error
        }
      },
    ),
    { numRuns: 500 },
  )
})
