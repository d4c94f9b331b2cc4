import { expect, test } from 'vitest'
import { parseFeed } from '../src/index.ts'
import { feedSchema } from '../src/schema.ts'

test('the Channel Definition Format: addresses and dates are attributes', () => {
  const feed = parseFeed(
    `<CHANNEL BASE="https://site.example/news/" HREF="https://site.example/" LASTMOD="1997-11-20T09:30:00Z">
      <TITLE>Channel</TITLE><ABSTRACT>About</ABSTRACT>
      <ITEM HREF="one.html" LASTMOD="1997-11-19T10:00:00Z"><TITLE>One</TITLE><ABSTRACT>First</ABSTRACT></ITEM>
      <ITEM><A HREF="two.html"/><TITLE>Two</TITLE></ITEM></CHANNEL>`,
  )
  expect(feed).toMatchObject({
    format: 'cdf',
    title: 'Channel',
    description: 'About',
    url: 'https://site.example/',
    updatedAt: '1997-11-20T09:30:00Z',
    warnings: [],
  })
  expect(feed.items).toMatchObject([
    {
      title: 'One',
      summary: 'First',
      url: 'https://site.example/news/one.html',
      updatedAt: '1997-11-19T10:00:00Z',
    },
    { title: 'Two', url: 'https://site.example/news/two.html' },
  ])
  expect(feedSchema.parse(feed)).toEqual(feed)
})

test('an Atom entry alone is a feed of one', () => {
  const entry = (rest: string) =>
    `<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:1</id><title>t</title>${rest}`
  expect(parseFeed(entry('</entry>'))).toMatchObject({
    format: 'atom',
    items: [{ id: 'urn:1', title: 't' }],
    warnings: [],
  })
  expect(parseFeed(entry('')).warnings.map(({ code }) => code)).toEqual(['truncated'])
  expect(() => parseFeed('<entry><title>t</title></entry>')).toThrow('not-a-feed')
})

test('Atom content of other media types is base64; files are no body', () => {
  const item = (attributes: string, text: string) =>
    parseFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content ${attributes}>${text}</content></entry></feed>`,
    ).items[0]?.contentHtml
  expect(item('type="application/octet-stream"', btoa('<p>a &amp; b</p>'))).toBe('<p>a &amp; b</p>')
  expect(item('mode="base64" type="text/html"', btoa('<p>a</p>'))).toBe('<p>a</p>')
  expect(item('mode="base64" type="text/plain"', btoa('1 < 2'))).toBe('1 &lt; 2')
  expect(item('type="application/octet-stream"', btoa('\xff\xfe\x00'))).toBeUndefined()
  expect(item('type="image/png"', btoa('<p>a</p>'))).toBeUndefined()
})

test('a JSON Feed may say its version as a number alone, and name one author', () => {
  const feed = parseFeed(
    JSON.stringify({ version: '1.1', items: [{ id: '1', authors: { name: 'Ada Example' } }] }),
  )
  expect(feed).toMatchObject({ format: 'json', version: '1.1' })
  expect(feed.items[0]?.authors).toEqual([{ name: 'Ada Example' }])
  expect(() => parseFeed('{"version":"2.0","items":[]}')).toThrow('not-a-feed')
})
