import { expect, test } from 'vitest'
import { parseFeed } from '../src/index.ts'
import { atom, rss } from './rss.ts'

const namespaces =
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
const item = (inside: string, options = {}) =>
  parseFeed(
    `<rss ${namespaces} xmlns:s="http://shop.example/ns#"><channel><item>${inside}</item></channel></rss>`,
    options,
  ).items[0]

test('a caller gets the elements of vocabularies asked for by their address', () => {
  const inside =
    '<s:price>3</s:price><s:Size>a</s:Size><s:Size>b</s:Size><itunes:author>Ada</itunes:author>'
  expect(item(inside)?.extensions).toEqual({ 's:price': ['3'], 's:size': ['a', 'b'] })
  const asked = item(inside, { extensions: ['https://shop.example/ns'] })
  expect(asked?.extensions).toEqual({
    'https://shop.example/ns': { price: ['3'], size: ['a', 'b'] },
  })
  const known = item(inside, { extensions: ['http://www.itunes.com/dtds/podcast-1.0.dtd'] })
  expect(known?.authors).toEqual([{ name: 'Ada' }])
  expect(known?.extensions).toMatchObject({
    'http://www.itunes.com/dtds/podcast-1.0.dtd': { author: ['Ada'] },
  })
})

test('topics: of Media RSS, nested ones of podcasts, and a list in `tags`', () => {
  const topics = item(
    '<tags>a, b</tags><media:category>c</media:category>' +
      '<itunes:category text="d"><itunes:category text="e"/></itunes:category>',
  )?.categories
  expect(topics?.map(({ term }) => term)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a topic of Media RSS has a scheme even where none is written', () => {
  const scheme = (attributes: string) =>
    item(`<media:category ${attributes}>a</media:category>`)?.categories[0]?.scheme
  expect(scheme('')).toBe('http://search.yahoo.com/mrss/category_schema')
  expect(scheme('label="b"')).toBe('http://search.yahoo.com/mrss/category_schema')
  expect(scheme('scheme="urn:x"')).toBe('urn:x')
})

test('the file behind a counter of downloads is the file', () => {
  const urls = item(
    '<enclosure url="https://counter.example/1" type="audio/mpeg"/>' +
      '<f:origEnclosureLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://site.example/1.mp3</f:origEnclosureLink>',
  )?.media
  expect(urls).toEqual([
    { url: 'https://site.example/1.mp3', type: 'audio/mpeg', role: 'enclosure' },
  ])
})

test('a torrent of Media RSS is content, and no link', () => {
  const entry = item(
    '<media:peerLink type="application/x-bittorrent" href="https://site.example/a.torrent"/>',
  )
  expect(entry?.media).toEqual([
    { url: 'https://site.example/a.torrent', type: 'application/x-bittorrent', role: 'content' },
  ])
  expect(entry?.url).toBeUndefined()
})

test('a picture may be an old link of podcasts', () => {
  const link = '<itunes:link rel="image" href="https://site.example/a.jpg"/>'
  expect(item(link)?.imageUrl).toBe('https://site.example/a.jpg')
  expect(item(link.replace('image', 'other'))?.media).toEqual([])
  expect(parseFeed(`<rss ${namespaces}><channel>${link}</channel></rss>`).imageUrl).toBe(
    'https://site.example/a.jpg',
  )
})

test('a summary may stand in a group of Media RSS, and a `summary` beside a description', () => {
  expect(item('<media:group><media:description>d</media:description></media:group>')?.summary).toBe(
    'd',
  )
  expect(item('<description>long</description><summary>short</summary>')?.summary).toBe('short')
})

test('the page of an Atom entry’s comments, not their feed', () => {
  const comments = (type: string) =>
    parseFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="replies" ${type} href="https://site.example/c"/></entry></feed>`,
    ).items[0]?.commentsUrl
  expect(comments('type="text/html"')).toBe('https://site.example/c')
  expect(comments('type="application/atom+xml"')).toBeUndefined()
  expect(comments('')).toBeUndefined()
})

test('an Atom link may have its address as text, an Atom author a home page', () => {
  const entry = parseFeed(
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate">https://site.example/a</link>
     <author><name>Ada</name><homepage>https://ada.example/</homepage></author></entry></feed>`,
  ).items[0]
  expect(entry?.url).toBe('https://site.example/a')
  expect(entry?.authors).toEqual([{ name: 'Ada', url: 'https://ada.example/' }])
})

test.for<[string, string, string]>([
  [
    '<img srcset="/a.png 1x, /b.png 2x" src="/a.png">',
    '',
    '<img srcset="https://site.example/a.png 1x, https://site.example/b.png 2x" src="https://site.example/a.png">',
  ],
  ['<img srcset="data:x 1x" src="/a.png">', '', '<img src="https://site.example/a.png">'],
  [
    '<p style="color: red; position: fixed; background: url(x)">a</p>',
    '',
    '<p style="color: red;">a</p>',
  ],
  ['<p style="width: expression(x); color: r\\65d">a</p>', '', '<p>a</p>'],
  ['<td align="left" id="x" onclick="y">a</td><p>b</p>', '', '<td align="left">a</td><p>b</p>'],
  ['a<script>x</Script><p>b</p>', '', 'a<p>b</p>'],
  ['a<STYLE>x</style><p>b</p>', '', 'a<p>b</p>'],
  ['<p>a<!-- x -->b</p>', '', '<p>ab</p>'],
  ['<p>1 > 2</p>', '', '<p>1 &gt; 2</p>'],
])('%s is sanitized', ([html, , clean]) => {
  const feed = parseFeed(
    rss(`<item><content:encoded><![CDATA[${html}]]></content:encoded></item>`),
    {
      url: 'https://site.example/feed',
    },
  )
  expect(feed.items[0]?.contentHtml).toBe(clean)
})

test('among alternates, the one that says it is a page comes first (Wikipedia’s sample of Atom)', () => {
  const entry = (links: string) =>
    parseFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${links}</entry></feed>`).items[0]
  const untyped = '<link href="https://site.example/1"/>'
  const typed = '<link rel="alternate" type="text/html" href="https://site.example/1.html"/>'
  const data = '<link rel="alternate" type="application/json" href="https://site.example/1.json"/>'
  expect(entry(untyped + typed)?.url).toBe('https://site.example/1.html')
  expect(entry(data + untyped)?.url).toBe('https://site.example/1')
  expect(entry(data)?.url).toBe('https://site.example/1.json')
})

test('words are no page of comments (miniflux)', () => {
  expect(item('<comments>12 so far</comments>')).not.toHaveProperty('commentsUrl')
  expect(item('<comments>https://site.example/c</comments>')?.commentsUrl).toBe(
    'https://site.example/c',
  )
})

test('a name may stand in angle brackets behind an address', () => {
  expect(item('<author>ada@site.example &lt;Ada Example&gt;</author>')?.authors).toEqual([
    { name: 'Ada Example', email: 'ada@site.example' },
  ])
})

test('keywords of a podcast are topics', () => {
  expect(item('<itunes:keywords>one, two,,One</itunes:keywords>')?.categories).toEqual([
    { term: 'one' },
    { term: 'two' },
  ])
})

test('who looks after a site stands in where nobody else is named', () => {
  const authors = (head: string) =>
    parseFeed(`<rss ${namespaces}><channel>${head}<item/></channel></rss>`).authors
  const master = '<webMaster>web@site.example (Will Example)</webMaster>'
  const will = { name: 'Will Example', email: 'web@site.example' }
  expect(authors(master)).toEqual([will])
  expect(authors(`${master}<managingEditor>Eve Example</managingEditor>`)).toEqual([
    { name: 'Eve Example' },
  ])
})

test('the cover of a feed: Apple’s before Google’s, and a picture of Media RSS where there is no other', () => {
  const cover = (head: string) =>
    parseFeed(`<rss ${namespaces}><channel>${head}<item/></channel></rss>`).imageUrl
  const google =
    '<googleplay:image xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0" href="https://a.example/g.png"/>'
  const apple = '<itunes:image href="https://a.example/i.png"/>'
  expect(cover(google + apple)).toBe('https://a.example/i.png')
  expect(cover(google)).toBe('https://a.example/g.png')
  expect(cover('<media:content url="https://a.example/m.png" type="image/png"/>')).toBe(
    'https://a.example/m.png',
  )
  expect(cover('<media:content url="https://a.example/m" medium="image"/>')).toBe(
    'https://a.example/m',
  )
  expect(cover('<media:content url="https://a.example/m.mp4" type="video/mp4"/>')).toBeUndefined()
})

test('drafts of Atom from before its name are read as Atom', () => {
  for (const address of ['http://purl.org/echo/ns#', 'http://example.com/newformat#']) {
    const feed = parseFeed(`<feed xmlns="${address}"></feed>`)
    expect([feed.format, feed.items]).toEqual(['atom', []])
  }
  expect(() => parseFeed('<feed xmlns="http://shop.example/products"></feed>')).toThrow(
    'not-a-feed',
  )
})

test('what a frame or a drawing area says for those without one stays; a picture without address is none', () => {
  const body = (html: string) =>
    parseFeed(rss(`<item><content:encoded><![CDATA[${html}]]></content:encoded></item>`)).items[0]
  expect(body('<p>a <iframe src="https://x.example/"><b>b</b></iframe></p>')?.contentHtml).toBe(
    '<p>a <b>b</b></p>',
  )
  expect(body('<canvas>c</canvas>')?.contentHtml).toBe('<canvas>c</canvas>')
  const picture = body('<p>x</p><img><img src="javascript:y">')
  expect([picture?.contentHtml, picture?.imageUrl]).toEqual(['<p>x</p><img>', undefined])
})

test('an image that holds only a link is no picture (feedparser’s item_image_link_bleed)', () => {
  const feed = parseFeed(
    rss('<item><title>x</title><image><link>http://e.example/x</link></image></item>'),
  )
  expect(feed.items[0]).toMatchObject({ media: [] })
  expect(feed.items[0]?.imageUrl).toBeUndefined()
  expect(feed.warnings).toEqual([])
})

test('half a second is no duration', () => {
  expect(item('<itunes:duration>0.4</itunes:duration>')?.podcast).toBeUndefined()
})

test.for(['<dc:language/>', '<language></language>', '<language> </language>'])(
  '%s says nothing of the language',
  (inside) => {
    const text = `<rss xml:lang="fr"><channel><item><title>t</title>${inside}</item></channel></rss>`
    expect(parseFeed(text).items[0]?.language).toBe('fr')
  },
)

test('an item without an id has the same one however it is read', () => {
  const text = rss(
    '<item><title>t</title><description>&lt;p class="a">Hi &lt;img src="/i.png">&lt;/p></description></item>',
  )
  const ids = [
    {},
    { sanitize: false },
    { url: 'https://a.example/f' },
    { url: 'http://a.example/f' },
  ].map((options) => parseFeed(text, options).items[0]?.id)
  expect(new Set(ids).size).toBe(1)
  expect(parseFeed(text.replace('Hi', 'Ho')).items[0]?.id).not.toBe(ids[0])
})

test('a summary may be an abstract of dcterms or a subtitle of a podcast', () => {
  expect(item('<dcterms:abstract>Abs</dcterms:abstract>')?.summary).toBe('Abs')
  expect(item('<itunes:subtitle>Sub</itunes:subtitle>')?.summary).toBe('Sub')
})

test('a number is no page of comments', () => {
  expect(
    item('<link>https://s.example/1</link><comments>12</comments>')?.commentsUrl,
  ).toBeUndefined()
})

test.for([
  [
    '<icon>https://a.example/i.png</icon><logo>https://a.example/l.png</logo>',
    'https://a.example/l.png',
  ],
  ['<icon>https://a.example/i.png</icon>', 'https://a.example/i.png'],
])('a logo is the picture of a feed before its icon', ([head = '', url]) => {
  expect(parseFeed(atom('').replace('<title>', `${head}<title>`)).imageUrl).toBe(url)
})

test('content that stands elsewhere is the link, or a file', () => {
  const entry = (content: string) =>
    parseFeed(atom(`<entry><title>t</title>${content}</entry>`)).items[0]
  expect(entry('<content type="text/html" src="/full"/>')).toMatchObject({
    url: 'https://site.example/full',
    media: [],
  })
  expect(entry('<link href="/1"/><content type="audio/mpeg" src="/a.mp3"/>')).toMatchObject({
    url: 'https://site.example/1',
    media: [{ url: 'https://site.example/a.mp3', role: 'content', type: 'audio/mpeg' }],
  })
})

test('RDF may have any prefix', () => {
  const text = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item r:about="https://a.example/1"><title>t</title></item></r:RDF>`
  expect(parseFeed(text).items).toMatchObject([
    { url: 'https://a.example/1', id: 'https://a.example/1' },
  ])
})

test('RSS 1.1 holds its items in a list, and is clean', () => {
  const text =
    '<Channel xmlns="http://purl.org/net/rss1.1#"><title>F</title><link>https://a.example/</link><items><item><title>t</title><link>https://a.example/1</link></item></items></Channel>'
  expect(parseFeed(text)).toMatchObject({ items: [{ title: 't' }], warnings: [] })
})
