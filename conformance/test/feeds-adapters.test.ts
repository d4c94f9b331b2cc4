import { describe, expect, test } from 'vitest'
import { adapters } from '../src/feeds/adapters/index.ts'
import { checksOfRecord } from '../src/feeds/checks-of-record.ts'
import { decodeText } from '../src/feeds/decode-text.ts'
import { judge } from '../src/feeds/judge.ts'
import type { FeedRecord } from '../src/feeds/record.ts'
import { ParserThread } from '../src/feeds/run-parser.ts'

// Nothing in it is in dispute between readers of feeds.
const source = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Daily Example</title><link>https://news.example/</link><description>All news</description>
<language>en</language><lastBuildDate>Fri, 20 Nov 2026 10:00:00 GMT</lastBuildDate>
<item><title>First</title><link>https://news.example/1</link><guid>https://news.example/1</guid>
<pubDate>Fri, 20 Nov 2026 09:30:00 GMT</pubDate><dc:creator>Ada Example</dc:creator>
<category>models</category><category>chips</category><description>In short</description>
<content:encoded><![CDATA[<p>At <b>length</b></p>]]></content:encoded>
<enclosure url="https://news.example/1.mp3" type="audio/mpeg" length="42"/></item>
<item><title>Second</title><link>https://news.example/2</link><guid>https://news.example/2</guid></item>
</channel></rss>`

const expected: FeedRecord = {
  title: 'Daily Example',
  url: 'https://news.example/',
  description: 'All news',
  language: 'en',
  updatedAt: '2026-11-20T10:00:00Z',
  items: [
    {
      id: 'https://news.example/1',
      url: 'https://news.example/1',
      title: 'First',
      summary: 'In short',
      contentHtml: '<p>At <b>length</b></p>',
      publishedAt: '2026-11-20T09:30:00Z',
      authors: [{ name: 'Ada Example' }],
      categories: [{ term: 'models' }, { term: 'chips' }],
      media: [{ url: 'https://news.example/1.mp3', type: 'audio/mpeg', length: 42 }],
    },
    { id: 'https://news.example/2', url: 'https://news.example/2', title: 'Second' },
  ],
}

const one = {
  file: 'daily.xml',
  input: { data: source, sanitize: false },
  checks: checksOfRecord(expected),
  outOfScope: [],
}

describe.for([...adapters])('$name', ({ markup, load }) => {
  test('reads a plain feed as all do', async () => {
    const parser = await load()
    const record = await parser.parseFeed(one.input)
    const { failures, total } = judge('own', one, { record }, markup, [])
    expect(failures.map(({ field }) => field)).toEqual([])
    expect(total).toBe(18)
  })

  test('reads a plain date as all do', async () => {
    const parser = await load()
    const read = parser.parseDate('Fri, 20 Nov 2026 09:30:00 GMT') ?? ''
    expect(Date.parse(read)).toBe(Date.UTC(2026, 10, 20, 9, 30))
    expect(parser.parseDate('no date')).toBeUndefined()
  })

  test('refuses what is no feed', async () => {
    const parser = await load()
    await expect(
      (async () => parser.parseFeed({ data: '<html><p>No feed</p></html>', sanitize: false }))(),
    ).rejects.toThrow()
  })
})

test('a wrong record fails', () => {
  const record = { ...expected, title: 'Weekly Example', items: expected.items.slice(0, 1) }
  const { failures } = judge('own', one, { record }, new Set(), [])
  expect(failures.map(({ field }) => field)).toEqual([
    'title',
    'items.length',
    'items.1.id',
    'items.1.url',
    'items.1.title',
  ])
})

test('who throws or hangs fails every check', () => {
  for (const outcome of [{ error: 'boom' }, { hang: true as const }]) {
    const verdict = judge('own', one, outcome, new Set(), [])
    expect(verdict).toMatchObject({ passed: 0, total: 18 })
    expect(verdict.trouble).toMatch(/^(throws: boom|hangs)$/)
  }
})

test('refusing is right where a corpus says so, and nobody’s failure where there is no feed', () => {
  const refused = judge('own', { ...one, mustThrow: true }, { error: 'boom' }, new Set(), [])
  expect(refused).toMatchObject({ passed: 1, total: 1, trouble: undefined })
  const read = judge('own', { ...one, mustThrow: true }, { record: expected }, new Set(), [])
  expect(read).toMatchObject({ passed: 0, total: 1 })
  const allowed = { ...one, checks: [], mayThrow: true }
  expect(judge('own', allowed, { error: 'boom' }, new Set(), []).trouble).toBeUndefined()
})

test('a listed difference counts apart', () => {
  const record = { ...expected, title: 'Weekly Example' }
  const listed = [{ corpus: 'own', file: 'daily.xml', field: 'title', reason: 'weekly is right' }]
  const verdict = judge('own', one, { record }, new Set(), listed)
  expect(verdict).toMatchObject({ passed: 17, total: 17, listed: 1, failures: [] })
})

test('bytes become text by their mark, HTTP, or what they declare', () => {
  const latin = new Uint8Array([0x3c, 0x61, 0x3e, 0xe9])
  expect(decodeText(latin, 'text/xml; charset=iso-8859-1')).toBe('<a>é')
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x61, 0]), undefined)).toBe('a')
  const declared = new TextEncoder().encode('<?xml version="1.0" encoding="windows-1251"?>')
  expect(decodeText(new Uint8Array([...declared, 0xe4]), undefined)).toMatch(/д$/)
  expect(decodeText(new TextEncoder().encode('é'), 'text/xml; charset=no-such')).toBe('é')
})

test('an input that takes too long is a hang, and costs only itself', async () => {
  const impatient = new ParserThread('feedsmith', 1)
  expect(await impatient.parse(one.input)).toEqual({ hang: true })
  await impatient.close()
  const patient = new ParserThread('feedsmith', 20_000)
  expect(await patient.parse({ data: 'no feed', sanitize: false })).toHaveProperty('error')
  expect(await patient.parse(one.input)).toMatchObject({ record: { title: 'Daily Example' } })
  await patient.close()
})
