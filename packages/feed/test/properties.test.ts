import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Feed } from '../src/index.ts'
import { parseFeed } from '../src/index.ts'
import { readDocument } from '../src/read-document.ts'
import { sanitizeHtml } from '../src/sanitize-html.ts'
import { feedSchema } from '../src/schema.ts'
import { Tokenizer } from '../src/tokenizer.ts'
import { Warnings } from '../src/warnings.ts'

const pieces = [
  '<rss>',
  '<channel>',
  '<item>',
  '</item>',
  '</channel>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<entry>',
  '</entry>',
  '<title>',
  '</title>',
  '<link>',
  '</link>',
  '<link href="/x"/>',
  '<guid>',
  '<pubDate>',
  '</pubDate>',
  '<description>',
  '<content:encoded>',
  '<media:content url="y">',
  '<author>',
  '<category term="a"/>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<?php',
  '&amp;',
  '&',
  '&#150;',
  '&nbsp;',
  '<',
  '>',
  '"',
  "'",
  '<a href="',
  'xml:base="a/"',
  'xmlns="u"',
  '<__proto__>',
  '<p>',
  '</p>',
  '<script>',
  'javascript:x',
  'https://a.example/',
  'Fri, 20 Nov 2026',
  ' ',
  '\0',
  '\ud800',
]
const soup = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string()), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''))
const document = soup.map((text) => `<rss><channel>${text}`)

function tryParse(input: string | Uint8Array, sanitize = true): Feed | undefined {
  try {
    return parseFeed(input, { url: 'https://asked.example/feed', sanitize })
  } catch (error) {
    // Anything but a SourceError fails the property.
    if (!SourceError.is(error)) throw error
    return undefined
  }
}

test('any text, and any bytes, give a feed or a SourceError', () => {
  fc.assert(
    fc.property(fc.oneof(soup, fc.string()), (text) => void tryParse(text)),
    { numRuns: 500 },
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void tryParse(bytes)))
})

test('whatever comes out satisfies the schema, is plain JSON and the same every time', () => {
  fc.assert(
    fc.property(document, fc.boolean(), (text, sanitize) => {
      const feed = tryParse(text, sanitize)
      expect(feedSchema.parse(feed)).toEqual(feed)
      expect(JSON.parse(JSON.stringify(feed))).toEqual(feed)
      expect(tryParse(text, sanitize)).toEqual(feed)
    }),
    { numRuns: 500 },
  )
})

test('every address is absolute and of the web', () => {
  fc.assert(
    fc.property(document, (text) => {
      const feed = tryParse(text)
      const urls = [feed?.url, feed?.feedUrl, feed?.imageUrl].concat(
        (feed?.items ?? []).flatMap((item) => [
          item.url,
          item.imageUrl,
          item.commentsUrl,
          ...item.media.map(({ url }) => url),
        ]),
      )
      for (const url of urls) if (url !== undefined) expect(url).toMatch(/^https?:\/\/./)
    }),
    { numRuns: 300 },
  )
})

test('a neighbour survives whatever stands in one item, as long as it holds no tag of items', () => {
  const inside = soup.filter(
    (text) => !/<\/?(?:item|entry|channel|rss)|<!--|<!DOCTYPE|<!\[CDATA\[/i.test(text),
  )
  fc.assert(
    fc.property(inside, (text) => {
      const feed = tryParse(
        `<rss><channel><item>${text}</item><item><title>After</title></item></channel></rss>`,
      )
      expect(feed?.items.at(-1)?.title).toBe('After')
    }),
    { numRuns: 500 },
  )
})

test('sanitized HTML holds no element, attribute or scheme that is not allowed', () => {
  fc.assert(
    fc.property(soup, (html) => {
      const { html: clean } = sanitizeHtml(html, 'https://asked.example/')
      const tokens = new Tokenizer(clean)
      while (tokens.next() !== 'end') {
        expect(['text', 'open', 'close']).toContain(tokens.kind)
        if (tokens.kind !== 'open') continue
        expect(['a', 'p']).toContain(tokens.name)
        expect(clean.slice(tokens.innerStart, tokens.innerEnd)).toMatch(
          /^(?: href="https?:[^"]*")?$/,
        )
      }
      expect(sanitizeHtml(clean, undefined).html).toBe(clean)
    }),
    { numRuns: 500 },
  )
})

const bombs: Record<string, (n: number) => string> = {
  'titles not closed': (n) => '<title>'.repeat(n),
  'items not closed': (n) => '<item><title>a'.repeat(n),
  'sections opened': (n) => `<title>${'<![CDATA['.repeat(n)}`,
  'a section in each item': (n) => '<item><title><![CDATA[x</title></item>'.repeat(n),
  'comments opened': (n) => '<!-- '.repeat(n),
  brackets: (n) => '<'.repeat(n),
  'tags not ended': (n) => '<a '.repeat(n),
  'quotes not closed': (n) => `<a b="><c d='>`.repeat(n),
  nesting: (n) => `${'<x>'.repeat(n)}${'</y>'.repeat(n)}`,
  prefixes: (n) =>
    Array.from(
      { length: n },
      (_, i) => `<a${i}:title xmlns:a${i}="http://search.yahoo.com/mrss/">`,
    ).join(''),
  'foreign lists': (n) => Array.from({ length: n }, (_, i) => `<x:y${i}><item>`).join(''),
  'document types': (n) => '<!DOCTYPE x ['.repeat(n),
  instructions: (n) => '<?a '.repeat(n),
}

test.for(Object.entries(bombs))('twice the %s is at most about twice the work', ([, bomb]) => {
  const work = (n: number) =>
    readDocument(`<rss><channel><item>${bomb(n)}`, new Warnings(), () => true)?.work ?? 0
  expect(work(2000)).toBeGreaterThan(0)
  expect(work(4000) / work(2000)).toBeLessThan(2.5)
})

test('an id is told as repeated exactly where an item before it has the same', () => {
  const ids = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('/a-long-ending-of-ids', '/x', '')),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(ids, (parts) => {
      const texts = parts.map(([first, last]) => `${first}${last}`)
      const items = texts.map((id) => `<item><title>t</title><guid>${id}</guid></item>`).join('')
      const { warnings } = parseFeed(`<rss><channel><title>x</title>${items}</channel></rss>`)
      const told = warnings.filter(({ code }) => code === 'duplicate-id').map(({ path }) => path)
      const repeated = texts.flatMap((id, i) => (texts.indexOf(id) < i ? [`items[${i}].id`] : []))
      expect(told).toEqual(repeated)
    }),
  )
})
