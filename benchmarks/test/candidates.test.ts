import { expect, test } from 'vitest'
import { candidates } from '../src/feed/candidates/index.ts'
import { growingFeeds, growth, largeFeeds, smallFeeds } from '../src/feed/inputs/generated-feeds.ts'
import { hostileFeeds } from '../src/feed/inputs/hostile-feeds.ts'
import { decodeText } from '../src/measure/decode-text.ts'

const loaded = await Promise.all(
  candidates.map(async ({ name, load }) => ({ name, ...(await load()) })),
)

async function counts(text: string): Promise<Map<string, number | undefined>> {
  const input = { text, bytes: new TextEncoder().encode(text) }
  const entries = loaded
    .filter(({ name }) => name !== 'floor')
    .map(
      async ({ name, parse, items }): Promise<[string, number | undefined]> => [
        name,
        items(await parse(input))?.length,
      ],
    )
  return new Map(await Promise.all(entries))
}

// A comparison is fair only where everyone reads the same: the number of items, at least.
const fair = [
  ...smallFeeds().map((feed) => ({ ...feed, expected: 20 })),
  ...largeFeeds(0.02).map((feed) => ({ ...feed, expected: undefined })),
  ...growingFeeds()
    .slice(0, 2)
    .map((feed, index) => ({ ...feed, expected: growth[index] })),
]

test.for(fair)('everyone reads all items of "$name"', async ({ text, expected }) => {
  const written = text.match(/<(?:item|entry)>/g)?.length
  if (expected !== undefined) expect(written).toBe(expected)
  const read = await counts(text)
  expect([...read]).toEqual([...read.keys()].map((name) => [name, written]))
})

test('the floor counts tags and has no items', () => {
  const floor = loaded.find(({ name }) => name === 'floor')
  const text = '<a>b</a>'
  const result = floor?.parse({ text: '', bytes: new TextEncoder().encode(text) })
  expect(result).toBe(2)
  expect(floor?.items(result)).toBeUndefined()
})

test('generated feeds are large where they are said to be', () => {
  for (const { name, text } of largeFeeds()) {
    expect(Buffer.byteLength(text), name).toBeGreaterThan(1e6)
    expect(Buffer.byteLength(text), name).toBeLessThan(5e6)
  }
})

test.for(hostileFeeds(300))('ours reads the items around "$name"', ({ text }) => {
  const input = { text, bytes: new TextEncoder().encode(text) }
  for (const { parse, items } of loaded.slice(0, 2)) expect(items(parse(input))).toHaveLength(3)
})

test('text is decoded as its mark or its declaration says', () => {
  const utf16 = Buffer.from('\ufeff<a>é</a>', 'utf16le')
  expect(decodeText(utf16)).toBe('<a>é</a>')
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>', 'latin1')
  expect(decodeText(latin)).toContain('<a>é</a>')
  expect(decodeText(Buffer.from('<?xml encoding="none-such"?>é'))).toContain('é')
  expect(decodeText(Buffer.from('<a>é</a>'))).toBe('<a>é</a>')
})
