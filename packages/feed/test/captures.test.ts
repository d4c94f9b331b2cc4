import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { discoverFeeds, type Feed, parseDate, parseFeed } from '../src/index.ts'
import { feedSchema } from '../src/schema.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))
const folder = `${captures}/feeds`
const present = existsSync(`${folder}/real/INDEX.tsv`)
const on = test.skipIf(!present)
const note = present ? '' : ' (skipped: no captures here)'

const rows = present
  ? readFileSync(`${folder}/real/INDEX.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
  : []

// Where the index counts otherwise, and why. Keys are beginnings of names.
const counts: Record<string, number> = {
  // The JSON holds 10 items; the index counted every id twice.
  'feeder/cowboy_feed': 10,
  // Of these the index counts an `<entry>` or `<item>` that stands in a comment.
  'sample-feeds/examples--Microsoft-Start-Example-Atom': 2,
  'sample-feeds/examples--Microsoft-Start-Example-RSS': 1,
  'sample-feeds/examples--Microsoft-Start-Example-Slideshow': 1,
}

const read = (name: string): Feed => parseFeed(readFileSync(`${folder}/real/${name}`))

// Titles and summaries that speak about markup: the tags are words there.
const aboutMarkup = /FYI-Center/

on(`every real feed has the items of the index, clean texts and absolute addresses${note}`, () => {
  expect(rows.length).toBeGreaterThan(100)
  for (const [name = '', , , , items] of rows) {
    const feed = read(name)
    const other = Object.entries(counts).find(([beginning]) => name.startsWith(beginning))
    expect([name, feed.items.length]).toEqual([name, other?.[1] ?? Number(items)])
    expect(feedSchema.safeParse(feed).error).toBeUndefined()
    for (const item of feed.items) {
      for (const text of [item.title, item.summary]) {
        if (!aboutMarkup.test(name))
          expect(text ?? '').not.toMatch(/&#|&amp;|&quot;|&nbsp;|<\/?(?:p|a|br|div|img)\b/)
        expect(text ?? '').not.toMatch(/^\s|\s$|\s\s|\n/)
      }
      for (const url of [
        item.url,
        item.imageUrl,
        item.commentsUrl,
        ...item.media.map((one) => one.url),
      ]) {
        if (url !== undefined) expect(url).toMatch(/^https?:\/\//)
      }
    }
  }
})

on(`all but the marked dates of the vectors are read or refused as they say${note}`, () => {
  const vectors: { input: string; utc: string | null; dubious?: boolean }[] = JSON.parse(
    readFileSync(`${folder}/vectors/dates.json`, 'utf8'),
  )
  const clear = vectors.filter((vector) => vector.dubious !== true)
  expect(clear.length).toBeGreaterThan(100)
  for (const { input, utc } of clear) {
    const at = parseDate(input)
    if (utc === '*') expect([input, at]).not.toEqual([input, undefined])
    else expect([input, at?.slice(0, 19)]).toEqual([input, utc?.slice(0, 19)])
  }
})

on(`the damaged documents of the vectors give their items and first titles${note}`, () => {
  const vectors: {
    case: string
    input: string
    expectItems: number | number[]
    expectTitle0: string | string[] | null
  }[] = JSON.parse(readFileSync(`${folder}/vectors/malformed.json`, 'utf8'))
  for (const { case: name, input, expectItems, expectTitle0 } of vectors) {
    const { items } = parseFeed(input)
    expect([name, [expectItems].flat().includes(items.length)]).toEqual([name, true])
    if (expectTitle0 !== null) expect([expectTitle0].flat()).toContain(items[0]?.title)
  }
})

on(`the sources of the newsletter, by hand${note}`, () => {
  expect(read('ai-news-eienmosu/verge.xml').items).toHaveLength(10)
  expect(read('arxiv/arxiv-rss-cs.AI-atom-2025-08-20.xml').items[0]?.authors).toHaveLength(3)
  expect(read('misc/arstechnica-ai--trim.xml').items[0]?.authors).toHaveLength(1)
  expect(read('misc/nvidia-newsroom-releases--trim.xml').items[0]).toMatchObject({
    authors: [{ name: 'Kanika Atri' }],
    categories: [{ term: 'Blogs' }],
    publishedAt: '2026-10-06T13:00:19Z',
    updatedAt: '2026-10-06T13:01:27Z',
  })
  const deepmind = read('listening-post/deepmind.xml')
  expect(deepmind.warnings.map(({ code }) => code)).toContain('self-link-elsewhere')
  expect(deepmind.feedUrl).toBeUndefined()
  const clean = [
    'ai-news-eienmosu/verge.xml',
    'ai-news-eienmosu/techcrunch.xml',
    'misc/arstechnica-ai--trim.xml',
    'listening-post/huggingface.xml',
  ]
  for (const name of clean) expect([name, read(name).warnings]).toEqual([name, []])
})

on(`each page of the autodiscovery tests announces exactly its own feed${note}`, () => {
  const pages = `${folder}/feedvalidator/feedfinder-tests`
  const names = readdirSync(pages).filter((name) => /^html4.*\.html$/.test(name))
  expect(names).toHaveLength(57)
  const missed = names.filter((name) => {
    const url = `http://pages.example/tests/client/autodiscovery/${name}`
    const feed = name.replace('.html', '.xml')
    return [readFileSync(`${pages}/${name}`), readFileSync(`${pages}/${name}`, 'latin1')].some(
      (page) => {
        const found = discoverFeeds(page, url)
        return found.length !== 1 || found[0]?.url.endsWith(`/${feed}`) !== true
      },
    )
  })
  expect(missed).toEqual([])
})
