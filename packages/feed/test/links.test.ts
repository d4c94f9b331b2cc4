import { expect, test } from 'vitest'
import { parseFeed } from '../src/index.ts'
import { atom, rss } from './rss.ts'

const first = (text: string, url?: string) => parseFeed(text, { url }).items[0]

test.for<[string, string, string | undefined]>([
  [
    'the link',
    '<link> https://a.example/1?x=1&amp;y=2 </link><guid>https://b.example/</guid>',
    'https://a.example/1?x=1&y=2',
  ],
  [
    'the first link that is one',
    '<link/><link>javascript:alert(1)</link><link>/1</link>',
    'https://site.example/1',
  ],
  [
    'an Atom link',
    '<atom:link rel="self" href="/s"/><atom:link href="/a"/><guid>x</guid>',
    'https://site.example/a',
  ],
  ['a permalink', '<guid>https://a.example/g</guid>', 'https://a.example/g'],
  [
    'an id that is an address',
    '<guid isPermaLink="false">https://a.example/g</guid>',
    'https://a.example/g',
  ],
  ['the file', '<enclosure url="/f.mp3" type="audio/mpeg"/>', 'https://site.example/f.mp3'],
  ['nothing', '<guid isPermaLink="false">17</guid>', undefined],
  ['no relative id', '<guid>17</guid>', undefined],
  ["not the image's link", '<image><link>https://a.example/</link></image>', undefined],
])('RSS takes %s', ([, item, url]) => {
  expect(first(rss(`<item>${item}</item>`))?.url).toBe(url)
})

test.for<[string, string, string | undefined]>([
  [
    'the page',
    '<link rel="enclosure" href="/e"/><link type="application/json" href="/j"/><link type="text/html" href="/h"/>',
    'https://site.example/h',
  ],
  [
    'any alternate',
    '<link rel="related" href="/r"/><link type="application/json" href="/j"/>',
    'https://site.example/j',
  ],
  [
    'xml:base of the link',
    '<link xml:base="https://b.example/x/" href="y"/>',
    'https://b.example/x/y',
  ],
  ['an id that is an address', '<id>https://a.example/1</id>', 'https://a.example/1'],
  ['nothing of a tag', '<id>tag:a.example,2026:1</id>', undefined],
])('Atom takes %s', ([, entry, url]) => {
  expect(first(atom(`<entry>${entry}</entry>`))?.url).toBe(url)
})

test('relative links: xml:base, then self of the same host, the site, the request', () => {
  const item = '<item><link>p</link></item>'
  const self = (host: string) => `<atom:link rel="self" href="https://${host}/feeds/all.xml"/>`
  const site = '<link>https://site.example/</link>'
  expect(first(rss(item, `${site}${self('site.example')}`))?.url).toBe(
    'https://site.example/feeds/p',
  )
  expect(first(rss(item, `${site}${self('example.com')}`))?.url).toBe('https://site.example/p')
  expect(first(rss(item, ''), 'https://asked.example/x/feed')?.url).toBe(
    'https://asked.example/x/p',
  )
  expect(first(rss(item, '<link>/home/</link>'), 'https://asked.example/feed')?.url).toBe(
    'https://asked.example/home/p',
  )
  expect(first(rss(item, ''))?.url).toBeUndefined()
  const based = atom(
    '<entry xml:base="2026/"><link href="p"/></entry>',
    ' xml:base="https://base.example/"',
  )
  expect(first(based, 'https://asked.example/')?.url).toBe('https://base.example/2026/p')
})

test('a link that cannot be resolved is absent, and told', () => {
  const feed = parseFeed(rss('<item><link>/1</link><guid isPermaLink="false">1</guid></item>', ''))
  expect(feed.items[0]).not.toHaveProperty('url')
  expect(feed.warnings).toMatchObject([{ code: 'link-unresolvable', path: 'items[0].url' }])
})

test('items wait for a head that comes after them', () => {
  const feed = parseFeed(
    '<rss><channel><item><link>/1</link></item><link>https://late.example/</link></channel></rss>',
  )
  expect(feed.items[0]?.url).toBe('https://late.example/1')
})

test('ids: the own one, the link, a hash of what is said', () => {
  const ids = parseFeed(
    rss(
      '<item><guid>g</guid><link>/1</link></item><item><link>/2</link></item><item><title>t</title></item><item><title>u</title></item>',
    ),
  ).items
  expect(ids.map((item) => item.idCandidates)).toEqual([
    ['g', 'https://site.example/1'],
    ['https://site.example/2'],
    [],
    [],
  ])
  expect(ids[2]?.id).toMatch(/^hash:[\da-f]{16}$/)
  expect(ids[2]?.id).not.toBe(ids[3]?.id)
})

test('media: one per address, groups and thumbnails too, empty ones dropped', () => {
  const item = first(
    rss(
      '<item><enclosure url="/a.jpg" length="0" type="image/jpeg"/><media:group><media:content url="/a.jpg" fileSize="9" width="10"/><media:content url="/b.jpg" medium="image" width="900"/></media:group><media:content/><media:thumbnail url="/t.jpg"/></item>',
    ),
  )
  expect(item?.media).toEqual([
    {
      url: 'https://site.example/a.jpg',
      type: 'image/jpeg',
      length: 9,
      width: 10,
      role: 'enclosure',
    },
    { url: 'https://site.example/b.jpg', width: 900, role: 'content' },
    { url: 'https://site.example/t.jpg', role: 'thumbnail' },
  ])
  expect(item?.imageUrl).toBe('https://site.example/b.jpg')
})

test('the picture of a body, but no counter', () => {
  const body = '&lt;img width="1" src="/p.gif"&gt;&lt;img src="/real.png"&gt;'
  expect(first(rss(`<item><description>${body}</description></item>`))?.imageUrl).toBe(
    'https://site.example/real.png',
  )
})

test('a summary that is the body is resolved against its own base', () => {
  const summary =
    '<summary type="html" xml:base="https://b.example/x/">&lt;img src="a.png"></summary>'
  expect(first(atom(`<entry>${summary}</entry>`))).toMatchObject({
    contentHtml: '<img src="https://b.example/x/a.png">',
    imageUrl: 'https://b.example/x/a.png',
  })
})

test('items before the link of their channel wait for it, whatever other links there are', () => {
  const feed = parseFeed(
    rss(
      '<item><link>/a</link></item><link>https://s.example/</link>',
      '<atom:link rel="hub" href="https://hub.example/"/>',
    ),
  )
  expect(feed.items[0]?.url).toBe('https://s.example/a')
})
