import { SourceError } from '@inference-report/source'
import { expect, test } from 'vitest'
import { parseFeed } from '../src/index.ts'
import { atom, rss } from './rss.ts'

const after = '<item><title>After</title><link>https://site.example/after</link></item>'

// Each: the damage, an item that has it, its title, and the codes it leaves.
test.for<[string, string, string | undefined, string[]]>([
  ['bare ampersands', '<title>Q&A at B&B</title>', 'Q&A at B&B', ['raw-ampersand']],
  ['a reference cut off', '<title>x &amp y</title>', 'x & y', ['raw-ampersand']],
  [
    'references of HTML',
    '<title>caf&eacute;&nbsp;au lait</title>',
    'café au lait',
    ['html-entity'],
  ],
  ['a name nobody defines', '<title>&what; now</title>', '&what; now', ['unknown-entity']],
  ['references encoded twice', '<title>x &amp;amp; y</title>', 'x & y', ['double-encoded']],
  ['windows-1252 by number', '<title>a &#150; b</title>', 'a – b', ['invalid-reference']],
  ['a number beyond Unicode', '<title>a&#x110000;b</title>', 'a\ufffdb', ['invalid-reference']],
  ['NUL by number', '<title>a&#0;b</title>', 'ab', ['invalid-reference']],
  ['half a character by number', '<title>a&#xD800;b</title>', 'ab', ['invalid-reference']],
  ['a heart', '<title>I <3 it</title>', 'I <3 it', ['raw-angle-bracket']],
  ['a comparison', '<title>1 < 2 and 3 > 2</title>', '1 < 2 and 3 > 2', ['raw-angle-bracket']],
  ['a comparison of names', '<title>if a<b then</title>', 'if a<b then', ['raw-angle-bracket']],
  ['control characters', '<title>a\u0008b\u0000</title>', 'ab', ['control-characters']],
  ['controls that were letters', '<title>don\u0092t</title>', 'don’t', ['control-characters']],
  ['half a surrogate pair', '<title>a\ud800b</title>', 'a\ufffdb', ['control-characters']],
  ['a comment with dashes', '<!-- a -- b --><title>t</title>', 't', []],
  ['a comment that is not closed', '<!-- oh <title>t</title>', 't', ['unclosed-section']],
  ['a section that is not closed', '<title><![CDATA[t</title>', 't', ['unclosed-section']],
  [
    'attributes without quotes',
    '<guid isPermaLink=false>x</guid><title>t</title>',
    't',
    ['unquoted-attribute'],
  ],
  [
    'an attribute without value',
    '<guid isPermaLink>x</guid><title>t</title>',
    't',
    ['unquoted-attribute'],
  ],
  [
    'an attribute twice',
    '<guid a="1" a="2">x</guid><title>t</title>',
    't',
    ['duplicate-attribute'],
  ],
  ['quotes not closed', '<guid a="1>x</guid><title>t</title>', 't', ['unclosed-attribute']],
  ['a title not closed', '<title>t<link>https://site.example/1</link>', 't', ['unclosed-element']],
  ['a link not closed', '<link>https://site.example/1<title>t</title>', 't', ['unclosed-element']],
  ['an end tag too many', '</b></link><title>t</title>', 't', ['stray-end-tag']],
  ['an end tag without its end', '<title>t</title<guid>x</guid>', 't', []],
  [
    'tags in a text',
    '<title>t</title><description><p>a<br>b<p>c</description>',
    't',
    ['unescaped-markup'],
  ],
  [
    'crossing tags',
    '<title>t</title><description><b>a</i></description>',
    't',
    ['unescaped-markup'],
  ],
  [
    'names of the prototype',
    '<__proto__>x</__proto__><constructor>y</constructor><title>t</title>',
    't',
    [],
  ],
  ['nothing at all', '', undefined, []],
])('%s costs no neighbour', ([, item, title, codes]) => {
  const feed = parseFeed(rss(`<item>${item}</item>${after}`))
  expect(feed.items).toHaveLength(2)
  expect(feed.items[0]?.title).toBe(title)
  expect(feed.items[1]).toMatchObject({ title: 'After', url: 'https://site.example/after' })
  expect(feed.warnings.map((warning) => warning.code).sort()).toEqual([...codes].sort())
  for (const { code, path } of feed.warnings) {
    if (code !== 'control-characters') expect(path).toMatch(/^items\[0\]/)
  }
})

const whole = rss(`<item><title>t</title></item>${after}`)

test.for<[string, string, string[]]>([
  [
    'output before the declaration',
    `<br />\n<b>Warning</b>: in x.php${whole}`,
    ['text-before-root'],
  ],
  ['a blank line before the declaration', `\n ${whole}`, []],
  ['output after the end', `${whole}<script>x</script> & <`, ['text-after-root']],
  ['a comment after the end', `${whole}\n<!-- cached -->\n`, []],
  ['tags in capitals', whole.replace(/<\/?\w+/g, (tag) => tag.toUpperCase()), []],
  [
    'no channel around the items',
    `<rss><channel><title>F</title></channel><item><title>t</title></item>${after}</rss>`,
    ['item-outside-channel'],
  ],
  ['no end', whole.slice(0, whole.indexOf('</channel>')), ['truncated']],
  ['an item without its end', whole.replace('</item>', ''), ['unclosed-element']],
  [
    'a prefix for all of Atom',
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>1</a:id><a:title>t</a:title></a:entry><a:entry><a:id>2</a:id><a:title>After</a:title></a:entry></a:feed>`,
    [],
  ],
])('reads both items despite %s', ([, text, codes]) => {
  const feed = parseFeed(text)
  expect(feed.items.map((item) => item.title)).toEqual(['t', 'After'])
  expect(feed.warnings.map((warning) => warning.code)).toEqual(codes)
})

test('keeps what a truncated item had, wherever it was cut', () => {
  const text = rss(
    '<item><title>One</title></item><item><title>Two</title><link>https://site.example/2</link>',
  )
  const cut = text.slice(0, text.indexOf('</channel>') - 12)
  expect(parseFeed(cut).items.map((item) => item.title)).toEqual(['One', 'Two'])
  expect(parseFeed(cut).warnings.map((warning) => warning.code)).toContain('truncated')
})

test('a link, a date or an address cut in the middle is none', () => {
  for (const cut of [
    '<link>https://site.example/20',
    '<pubDate>Fri, 20 Nov 202',
    '<enclosure url="https://site.exa',
  ]) {
    const feed = parseFeed(`<rss><channel><item><title>t</title>${cut}`)
    expect(feed.items).toMatchObject([{ title: 't', media: [] }])
    expect(feed.items[0]).not.toHaveProperty('url')
    expect(feed.items[0]).not.toHaveProperty('publishedAt')
    expect(feed.warnings.map(({ code }) => code)).toContain('truncated')
  }
})

test('a section not closed does not swallow the next one', () => {
  const feed = parseFeed(
    rss('<item><title><![CDATA[one</title></item><item><title><![CDATA[two]]></title></item>'),
  )
  expect(feed.items.map((item) => item.title)).toEqual(['one', 'two'])
})

test('entities of the document: text and one reference, nothing built of others', () => {
  const document = (value: string) =>
    `<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "${value}"><!ENTITY e SYSTEM "file:///etc/passwd">]>${rss('<item><title>&a; &b; &e;</title></item>').slice(21)}`
  expect(parseFeed(document('&#169;')).items[0]?.title).toBe('lol © &e;')
  expect(parseFeed(document('&a;&a;&a;')).items[0]?.title).toBe('lol &b; &e;')
  expect(parseFeed(document('&a;')).warnings.map((warning) => warning.code)).toEqual([
    'unknown-entity',
  ])
})

test.for<[string, string]>([
  ['', 'nothing'],
  ['  \n', 'nothing'],
  ['Not found', 'Not found'],
  ['<!DOCTYPE html><html><body><rss><item/></rss></body></html>', 'an HTML page'],
  ['<html><head>', 'an HTML page'],
  ['{"items":[]}', '{"items":[]}'],
  ['[1]', '[1]'],
  ['<opml><body/></opml>', '<opml>'],
  ['<feed xmlns="https://shop.example/"><product/></feed>', '<feed'],
  ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x/></rdf:RDF>', '<rdf:RDF'],
])('%j is no feed', ([text, received]) => {
  const parse = () => parseFeed(text, { url: 'https://site.example/feed' })
  expect(parse).toThrow(SourceError)
  try {
    parse()
  } catch (error) {
    expect(error).toMatchObject({
      code: 'not-a-feed',
      source: 'feed',
      url: 'https://site.example/feed',
    })
    expect(error).toHaveProperty('received', expect.stringContaining(received))
  }
})

test('a JSON Feed cut off is unparseable, not something else', () => {
  const cut = '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":'
  expect(() => parseFeed(cut)).toThrow(expect.objectContaining({ code: 'unparseable' }))
})

test('of several channels the first names the feed', () => {
  const item = '<item><title>t</title></item>'
  const feed = parseFeed(
    `<rss><channel><title>A</title>${item}</channel><channel><title>B</title>${item}</channel></rss>`,
  )
  expect(feed.title).toBe('A')
  expect(feed.items).toHaveLength(2)
})

test('a feed without items is a feed', () => {
  expect(parseFeed(rss(''))).toMatchObject({ format: 'rss', title: 'F', items: [], warnings: [] })
  expect(parseFeed('<feed/>')).toMatchObject({ format: 'atom', items: [] })
  const rdf = '<rdf:RDF xmlns="http://purl.org/rss/1.0/"/>'
  expect(parseFeed(rdf)).toMatchObject({ format: 'rdf', version: '1.0', items: [] })
})

test('a flood of items that say nothing is bounded, and told', () => {
  const feed = parseFeed(rss(`${'<item>'.repeat(3000)}<item><title>last</title></item>`))
  expect(feed.items).toHaveLength(1001)
  expect(feed.items.at(-1)?.title).toBe('last')
  expect(feed.warnings).toContainEqual({
    code: 'empty-items',
    message: '2000 more items without any content were left out.',
  })
  const unclosed = feed.warnings.filter(({ code }) => code === 'unclosed-element')
  expect(unclosed).toHaveLength(1001)
  expect(unclosed.at(-1)?.message).toBe('2000 more, not listed.')
})

test('what is nested too deep is passed over, and its end tags close nothing else', () => {
  const depth = 5000
  const feed = parseFeed(
    rss(
      `<item><title>a</title>${'<b>'.repeat(depth)}<link>x</link>${'</b>'.repeat(depth)}<guid isPermaLink="false">1</guid></item><item><title>c</title></item>`,
    ),
  )
  expect(feed.items.map(({ id, title }) => [id, title])).toEqual([
    ['1', 'a'],
    [expect.stringMatching(/^hash:/), 'c'],
  ])
  expect(feed.warnings.map(({ code }) => code)).toEqual(['too-deep'])
})

// Looking through the pictures before it for each would take a minute.
test('a hundred thousand pictures in one item are read in a moment', () => {
  const pictures = Array.from(
    { length: 100_000 },
    (_, i) => `<media:content url="https://a.example/${i}" medium="image"/>`,
  )
  const media = 'xmlns:media="http://search.yahoo.com/mrss/"'
  const text = `<rss ${media}><channel><item><title>x</title>${pictures.join('')}</item></channel></rss>`
  const [item] = parseFeed(text).items
  expect(item?.media).toHaveLength(100_000)
  expect(item?.imageUrl).toBe('https://a.example/0')
})

const floods: Record<string, string> = {
  // Each of them once was looked for a `=`, or the end of a subset, through all that followed.
  'attributes without a value': '<category x>a</category>'.repeat(300_000),
  'such attributes in a body': `<description><![CDATA[${'<b x>a</b>'.repeat(300_000)}]]></description>`,
  'document types': `<title>${'<!DOCTYPE[>'.repeat(200_000)}</title>`,
  'a long attribute': `</item><item ${'a'.repeat(300_000)}="1">`,
}

// They take a third of a second; looked through again and again they took seven and more.
test.for(Object.entries(floods))(
  'a flood of %s is read in a time like others',
  { timeout: 6000 },
  ([, flood]) => {
    const feed = parseFeed(rss(`<item>${flood}</item><item><title>After</title></item>`))
    expect(feed.items.at(-1)?.title).toBe('After')
  },
)

test('an element that is not closed ends where the first field after it begins', () => {
  const inside = '<x>a<category>one<x>b<category>two'
  const [item] = parseFeed(rss(`<item><title>t</title>${inside}</item>`)).items
  expect(item?.categories).toEqual([{ term: 'one' }, { term: 'two' }])
})

test('items of a flood that hold nothing but elements nobody reads are empty too', () => {
  const feed = parseFeed(rss('<item>a<b/><x>y</x><title></title></item>'.repeat(1200)))
  expect(feed.items).toHaveLength(1000)
})

test('after a flood of empty items a repair is told at the item it is of', () => {
  const feed = parseFeed(rss(`${'<item/>'.repeat(1500)}<item><title>a < b</title></item>`))
  expect(feed.items).toHaveLength(1001)
  expect(feed.warnings).toContainEqual(
    expect.objectContaining({ code: 'raw-angle-bracket', path: 'items[1000]' }),
  )
})

test('what one document names changes nothing in those after it', () => {
  const names = Array.from({ length: 1000 }, (_, i) => `<p q${i.toString(36)}x="1">`)
  const read = () =>
    parseFeed(
      rss(
        `<item><description><![CDATA[<p lang="a" lang="b">x</p><img src="/a.png" src="/b.png">]]></description></item>`,
      ),
    ).items
  const before = read()
  for (const count of [100, 384, 500, 1000]) {
    parseFeed(
      rss(`<item><description><![CDATA[${names.slice(0, count).join('')}]]></description></item>`),
    )
    parseFeed(rss(`<item>${names.slice(0, count).join('').replaceAll('<p q', '<q')}</item>`))
    expect(read()).toEqual(before)
  }
})

test.for([
  [
    'capitals',
    '<RSS><CHANNEL><TITLE>t</TITLE><ITEM><TITLE><![CDATA[one</TITLE></ITEM><ITEM><TITLE>two</TITLE><DESCRIPTION><![CDATA[x]]></DESCRIPTION></ITEM></CHANNEL></RSS>',
  ],
  [
    'a prefix',
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>t</a:title><a:entry><a:title><![CDATA[one</a:title></a:entry><a:entry><a:title>two</a:title><a:summary><![CDATA[x]]></a:summary></a:entry></a:feed>',
  ],
])('a section that is not closed costs no neighbour whose tags have %s', ([, text = '']) => {
  expect(parseFeed(text).items.map(({ title }) => title)).toEqual(['one', 'two'])
})

test.for(['x:list', 'x:List'])('an item in a foreign <%s> is no item', (name) => {
  const inside = `<title>Outer</title><${name}><item><title>inner</title></item></${name}><link>https://a.example/o</link>`
  const feed = parseFeed(
    rss(`<item>${inside}</item>`).replace('<rss', '<rss xmlns:x="urn:example:x"'),
  )
  expect(feed.items).toMatchObject([{ title: 'Outer', url: 'https://a.example/o' }])
})

test('what a server said before the feed may begin like JSON', () => {
  expect(parseFeed(`[notice] x\n${rss('<item><title>a</title></item>')}`)).toMatchObject({
    items: [{ title: 'a' }],
    warnings: [{ code: 'text-before-root' }],
  })
})

test('a JSON Feed has no controls and no halves of characters either', () => {
  const json = String.raw`{"version":"https://jsonfeed.org/version/1.1","items":[null,{"id":"1","title":"a\u0000b\ud800c \u2019 \ud83d\ude00","content_html":"<p>a\u0000</p>","date_published":"2026-01-02"}]}`
  const { items, warnings } = parseFeed(json)
  expect(items).toMatchObject([{ title: 'ab\ufffdc ’ 😀', contentHtml: '<p>a</p>' }])
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([
    ['control-characters', undefined],
    ['unreadable-item', 'items[0]'],
    ['date-only', 'items[0].publishedAt'],
  ])
})

test('names of declarations may be in capitals where all names are', () => {
  const text =
    '<RSS><CHANNEL XML:LANG="fr" XML:BASE="https://b.example/"><ITEM><LINK>a</LINK></ITEM></CHANNEL></RSS>'
  expect(parseFeed(text).items).toMatchObject([{ url: 'https://b.example/a', language: 'fr' }])
})

test.for<[string, string]>([
  ['media:thumbnail', '<media:thumbnail url="https://x.example/a.jpg">'],
  ['media:content', '<media:content url="https://x.example/a.jpg" medium="image">'],
  ['itunes:image', '<itunes:image href="https://x.example/a.jpg">'],
  ['enclosure', '<enclosure url="https://x.example/a.mp3" type="audio/mpeg">'],
  ['views', '<views>3'],
  ['author', '<author>ada@x.example (Ada)'],
])(
  'the end tag of <%s> is missing: the fields after it are kept, and it is told',
  ([name, tag]) => {
    const after =
      '<link>https://s.example/1</link><guid isPermaLink="false">g</guid><description>d</description>'
    const feed = parseFeed(
      rss(`<item><title>x</title>${tag}${after}</item><item><title>y</title></item>`),
    )
    expect(feed.items).toMatchObject([
      { title: 'x', url: 'https://s.example/1', id: 'g', summary: 'd' },
      { title: 'y' },
    ])
    expect(feed.warnings).toContainEqual({
      code: 'unclosed-element',
      message: `The end tag of <${name}> is missing.`,
      path: 'items[0]',
    })
  },
)

test('an Atom author that is not closed keeps nothing of the entry', () => {
  const entry =
    '<entry><title>t</title><author><name>Ada<link href="https://s.example/1"/><id>1</id><updated>2026-11-20T09:30:00Z</updated></entry>'
  expect(parseFeed(atom(entry)).items).toMatchObject([
    {
      url: 'https://s.example/1',
      id: '1',
      updatedAt: '2026-11-20T09:30:00Z',
      authors: [{ name: 'Ada' }],
    },
  ])
})

test('a cover of the feed that is not closed costs not its link', () => {
  const head = '<itunes:image href="https://x.example/a.jpg"><link>https://s.example/</link>'
  expect(parseFeed(rss('<item><link>/1</link></item>', head))).toMatchObject({
    url: 'https://s.example/',
    items: [{ url: 'https://s.example/1' }],
  })
})

test('a JSON Feed may have no items, which Go writes as null', () => {
  for (const items of ['', ',"items":null', ',"items":[]']) {
    const json = `{"version":"https://jsonfeed.org/version/1.1","title":"x"${items}}`
    expect(parseFeed(json)).toMatchObject({ format: 'json', title: 'x', items: [] })
  }
  expect(() => parseFeed('{"version":"1.0","title":"x"}')).toThrow(SourceError)
})
