import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalUrl } from '../src/index.ts'

const links: { groups: Record<string, string[]> } = JSON.parse(
  readFileSync(new URL('fixtures/links.json', import.meta.url), 'utf8'),
)
const cases = Object.entries(links.groups).flatMap(([canonical, urls]) =>
  urls.map((url) => [url, canonical] as const),
)

test.for(cases)('%s is %s', ([url, canonical]) => {
  expect(canonicalUrl(url)).toBe(canonical)
})

const urlish = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .array(
      fc.constantFrom(
        'https://',
        'http:',
        '//',
        '/',
        'news.example',
        'www.google.com/amp/s/',
        '%',
        '%25',
        '..',
        '1.2',
        '34',
        '%41',
        'a.cdn.ampproject.org/c/s/',
        '?',
        '&',
        '=',
        '#',
        '!',
        'utm_source',
        'ref',
        'changelog',
        '1.2',
        'a-b-c',
        '/amp',
        '.',
        '..',
        ':80',
        ':8080',
        '@',
        'm.youtube.com',
        ' ',
        '\t',
        'é',
        '\u{1f600}',
      ),
      { maxLength: 14 },
    )
    .map((parts) => `https://${parts.join('')}`),
)

test('is idempotent and never throws', () => {
  fc.assert(
    fc.property(urlish, (url) => {
      const once = canonicalUrl(url)
      expect(canonicalUrl(once)).toBe(once)
    }),
    { numRuns: 3000 },
  )
})

test('a host that would turn into another one keeps its dots', () => {
  expect(canonicalUrl('https://1.2..')).toBe('https://1.2../')
})

test('keeps what is no http address, and what is too long to be one', () => {
  expect(canonicalUrl(' ftp://files.example/A ')).toBe('ftp://files.example/A')
  const long = `HTTPS://news.example/${'a'.repeat(9000)}`
  expect(canonicalUrl(long)).toBe(long)
})

test('two entries of one page differ', () => {
  const page = 'https://docs.example/release-notes.html'
  expect(canonicalUrl(`${page}#a`)).not.toBe(canonicalUrl(`${page}#b`))
  expect(canonicalUrl('https://news.example/a-story#part-two')).toBe('https://news.example/a-story')
})
