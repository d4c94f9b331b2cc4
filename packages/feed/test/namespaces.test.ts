import { expect, test } from 'vitest'
import { parseFeed } from '../src/index.ts'
import { rss } from './rss.ts'

test.for([
  'http://purl.org/dc/elements/1.1/',
  'https://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/elements/1.1',
  'HTTP://PURL.ORG/DC/ELEMENTS/1.1/',
])('%s is Dublin Core under any prefix', (uri) => {
  const text = `<rss xmlns:q="${uri}"><channel><item><q:creator>Ada</q:creator></item></channel></rss>`
  expect(parseFeed(text).items[0]?.authors).toEqual([{ name: 'Ada' }])
})

test('a prefix means what it is bound to, not what it looks like', () => {
  const text =
    '<rss xmlns:content="http://search.yahoo.com/mrss/"><channel><item><content:title>no</content:title><title>yes</title></item></channel></rss>'
  expect(parseFeed(text).items[0]?.title).toBe('yes')
})

test.for([
  '<media:title>no</media:title>',
  '<itunes:title>no</itunes:title>',
  '<og><title>no</title><link>https://no.example/</link></og>',
  '<media:group><media:title>no</media:title><title>no</title></media:group>',
  '<title xmlns="https://foreign.example/">no</title>',
  '<x:title xmlns:x="https://foreign.example/">no</x:title>',
  '<image><title>no</title><link>https://no.example/</link></image>',
  '<source url="https://no.example/"><title>no</title><link>https://no.example/</link></source>',
  '<x:list><item><title>no</title><link>https://no.example/</link></item></x:list>',
])('%s leaks into no field of an item', (foreign) => {
  const [item] = parseFeed(rss(`<item>${foreign}<guid isPermaLink="false">1</guid></item>`)).items
  expect(item).not.toHaveProperty('title')
  expect(item).not.toHaveProperty('url')
})

test("the channel's image and text input leak into no field of the feed", () => {
  const head =
    '<image><title>no</title><link>https://no.example/</link><url>/i.png</url><description>no</description></image><textInput><title>no</title><description>no</description><link>https://no.example/</link></textInput><itunes:owner><itunes:name>no</itunes:name></itunes:owner><link>https://site.example/</link>'
  const feed = parseFeed(`<rss><channel>${head}</channel></rss>`)
  expect(feed).toMatchObject({
    url: 'https://site.example/',
    imageUrl: 'https://site.example/i.png',
  })
  expect(feed).not.toHaveProperty('title')
  expect(feed).not.toHaveProperty('description')
})

test('texts of other vocabularies are kept under their own names', () => {
  const text = rss(
    '<item><x:note>1</x:note><x:note>2</x:note><slash:comments>3</slash:comments><x:empty/></item>',
  )
  expect(parseFeed(text).items[0]?.extensions).toEqual({
    'x:note': ['1', '2'],
    'slash:comments': ['3'],
  })
})
