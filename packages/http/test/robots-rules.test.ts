import fc from 'fast-check'
import { expect, test } from 'vitest'
import { productOf, readRobots } from '../src/robots-rules.ts'

const origin = 'https://a.example'

function allows(robots: string, path: string, product = 'example-news'): boolean {
  const rules = readRobots(origin, new TextEncoder().encode(robots), product)
  return rules.allows(new URL(`${origin}${path}`))
}

test.for([
  ['User-agent: *\nDisallow: /', '/', false],
  ['User-agent: *\nDisallow: /', '/robots.txt', true],
  ['User-agent: *\nDisallow:', '/', true],
  ['', '/', true],
  ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
  ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/c', false],
  ['User-agent: *\nDisallow: /*since=*', '/trending?since=weekly', false],
  ['User-agent: *\nDisallow: /*since=*', '/trending', true],
  ['User-agent: *\nDisallow: /*.atom$', '/a.atom', false],
  ['User-agent: *\nDisallow: /*.atom$', '/a.atom?b', true],
  ['User-agent: Example-News\nDisallow: /', '/', false],
  ['User-agent: example-news/9.9\nDisallow: /', '/', false],
  ['User-agent: other\nDisallow: /', '/', true],
  ['User-agent: example-news\nAllow: /\n\nUser-agent: *\nDisallow: /', '/', true],
  // A sitemap between them ends no group.
  [
    'User-agent: a\nSitemap: https://a.example/s\nUser-agent: example-news\nDisallow: /',
    '/',
    false,
  ],
  ['\ufeffUser-agent: *\nDisallow: /', '/', false],
  ['USER-AGENT : *\r\nDISALLOW : /a # everything', '/a', false],
  ['Disallow: /\nUser-agent: *\nDisallow: /b', '/a', true],
  ['<html>Disallow: /</html>', '/', true],
] as const)('%j, %s: %s', ([robots, path, expected]) => {
  expect(allows(robots, path)).toBe(expected)
})

test.for([
  ['/%7Efoo', '/~foo'],
  ['/~foo', '/%7efoo'],
  ['/caf%c3%a9', '/café'],
  ['/café', '/caf%C3%A9'],
  ['/a[b]|c', '/a[b]|c'],
  ['/%61b', '/ab'],
  ["/it's", "/it's"],
] as const)('%s is the same as %s, in whatever way it is written', ([rule, path]) => {
  expect(allows(`User-agent: *\nDisallow: ${rule}`, path)).toBe(false)
})

test('an encoded slash, star or percent sign is itself', () => {
  expect(allows('User-agent: *\nDisallow: /a/b', '/a%2Fb')).toBe(true)
  expect(allows('User-agent: *\nDisallow: /a%2fb', '/a%2Fb')).toBe(false)
  expect(allows('User-agent: *\nDisallow: /a%2Ab', '/axxb')).toBe(true)
  expect(allows('User-agent: *\nDisallow: /a%2541', '/aA')).toBe(true)
})

// The examples of https://www.rfc-editor.org/rfc/rfc9309#section-2.2.3
test.for([
  ['/path/file-with-a-%2A.html', '/path/file-with-a-*.html', false],
  ['/path/file-with-a-%2A.html', '/path/file-with-a-b.html', true],
  ['/path/foo-%24', '/path/foo-$', false],
  ['/path/foo-%24', '/path/foo-$x', false],
  ['/path/foo-%24', '/path/foo-', true],
  ['/a$b', '/a$b', false],
  ['/a*$', '/a$', false],
] as const)('Disallow: %s, %s: %s', ([rule, path, expected]) => {
  expect(allows(`User-agent: *\nDisallow: ${rule}`, path)).toBe(expected)
})

test('a path is forbidden by itself, whatever is in it and however it is escaped', () => {
  const escaped = (path: string) =>
    path.replace(/[\w.~-]/g, (letter, at: number) =>
      at % 2 === 0 ? `%${letter.charCodeAt(0).toString(16)}` : letter,
    )
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      if (/[*$]/.test(path) || path === '' || path === '/robots.txt') return
      const { pathname } = new URL(`${origin}${path}`)
      expect(allows(`User-agent: *\nDisallow: ${escaped(pathname)}`, pathname)).toBe(false)
      // An escaped dot segment is resolved by `URL`, and is then another path.
      if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(pathname)) return
      expect(allows(`User-agent: *\nDisallow: ${pathname}`, escaped(pathname))).toBe(false)
    }),
  )
})

test('only the first 500 KiB are read', () => {
  const filler = '# filler\n'.repeat(60_000)
  expect(allows(`User-agent: *\nDisallow: /a\n${filler}Disallow: /b`, '/a')).toBe(false)
  expect(allows(`User-agent: *\nDisallow: /a\n${filler}Disallow: /b`, '/b')).toBe(true)
})

test('rules that would take for ever forbid instead', () => {
  const bomb = `User-agent: *\n${`Disallow: /${'*a'.repeat(500)}b\n`.repeat(400)}`
  expect(allows(bomb, `/${'a'.repeat(8000)}`)).toBe(false)
  expect(allows(bomb, '/c')).toBe(true)
})

test.for([
  ['Crawl-delay: 10', 10_000],
  ['Crawl-delay: 0.5', 500],
  ['Crawl-delay: 99999', 3_600_000],
  ['Crawl-delay: -1', undefined],
  ['Crawl-delay: soon', undefined],
  ['', undefined],
] as const)('%s', ([line, expected]) => {
  const robots = new TextEncoder().encode(`User-agent: *\n${line}\nDisallow: /x`)
  expect(readRobots(origin, robots, 'example-news').crawlDelayMs).toBe(expected)
})

test.for([
  ['example-news/1.2 (+https://news.example/)', 'example-news'],
  ['Example News', 'Example'],
  ['(only a comment)', '*'],
] as const)('%s goes by the name of %s', ([userAgent, product]) => {
  expect(productOf(userAgent)).toBe(product)
})
