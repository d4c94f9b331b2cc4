import { expect, test } from 'vitest'
import { publishedIn } from '../src/published.ts'
import { collectFeed } from '../src/sources/feed.ts'

const window = { from: '2026-02-24T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' }
const config = {
  id: 'lab',
  kind: 'feed',
  section: 'labs',
  name: 'The Lab',
  url: 'https://lab.example/feed',
} as const

function harvest(items: string, extra: { titleCut?: string } = {}) {
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Lab</title><link>https://lab.example/</link>${items}</channel></rss>`
  return collectFeed(
    { ...config, ...extra },
    {
      date: '2026-03-02',
      window,
      published: publishedIn([]),
      fetch: async () => new Response(body),
    },
  )
}

function item(title: string, date: string, rest = ''): string {
  return `<item><title>${title}</title><link>https://lab.example/${encodeURIComponent(title)}</link><pubDate>${date}</pubDate>${rest}</item>`
}

test('holds the window only, newest first, and counts what it leaves out', async () => {
  const { items, warnings } = await harvest(
    [
      item('Old', 'Mon, 23 Feb 2026 23:59:59 GMT'),
      item('First', 'Tue, 24 Feb 2026 00:00:00 GMT'),
      item('Last', 'Mon, 02 Mar 2026 23:59:59 GMT'),
      item('Late', 'Tue, 03 Mar 2026 00:00:00 GMT'),
      '<item><title>Undated</title><link>https://lab.example/u</link></item>',
      '<item><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><title>Unlinked</title></item>',
    ].join(''),
  )
  expect(items.map(({ title }) => title)).toEqual(['Last', 'First'])
  const codes = warnings.map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['undated', 'after-issue', 'unlinked']))
  expect(warnings.find(({ code }) => code === 'after-issue')?.message).toBe(
    '1 item dated after the issue left out.',
  )
})

test('takes ten at most, and says how many more there were', async () => {
  const many = Array.from({ length: 13 }, (_, n) =>
    item(`Story ${n}`, `Mon, 02 Mar 2026 ${String(n).padStart(2, '0')}:00:00 GMT`),
  )
  const { items, warnings } = await harvest(many.join(''))
  expect(items).toHaveLength(10)
  expect(items[0]?.title).toBe('Story 12')
  expect(warnings).toContainEqual({
    code: 'beyond-limit',
    message: '3 items beyond the newest 10 left out.',
  })
})

test('knows a note without a title by its first words', async () => {
  const note = `<item><link>https://lab.example/n</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>${'Words '.repeat(40)}</description></item>`
  const { items } = await harvest(note)
  expect(items[0]?.title).toMatch(/^(Words )+Words…$/)
  expect(items[0]?.title.length).toBeLessThanOrEqual(100)
})

// The community feed of Anthropic's research page: "Aug 18, 2026ScienceHow …", in the summary too.
test('cuts what the configuration says is glued before a title, and no word of another', async () => {
  const titleCut = '(?:[A-Z][a-z]{2} \\d{1,2}, \\d{4})?(?:Science)?(?=[A-Z])'
  const at = 'Mon, 02 Mar 2026 10:00:00 GMT'
  const glued = 'Mar 2, 2026ScienceHow lamps work'
  const { items } = await harvest(
    item(glued, at, `<description>${glued}</description>`) + item('Science is hard', at),
    { titleCut },
  )
  expect(items.map(({ title, summary }) => [title, summary])).toEqual([
    ['How lamps work', undefined],
    ['Science is hard', undefined],
  ])
})
