import { expect, test } from 'vitest'
import { parsePerson } from '../src/authors.ts'
import { parseFeed } from '../src/index.ts'
import { atom, rss } from './rss.ts'

test.for<[string, object | undefined]>([
  ['Ada Example', { name: 'Ada Example' }],
  ['ada@site.example', { email: 'ada@site.example' }],
  ['Ada Example <ada@site.example>', { name: 'Ada Example', email: 'ada@site.example' }],
  ['ada@site.example (Ada Example)', { name: 'Ada Example', email: 'ada@site.example' }],
  ['mailto:ada@site.example [Ada]', { name: 'Ada', email: 'ada@site.example' }],
  ['Ada (Editor) <ada@site.example>', { name: 'Ada (Editor)', email: 'ada@site.example' }],
  ['By Ada Example', { name: 'Ada Example' }],
  ['Byron Example', { name: 'Byron Example' }],
  ['Ada https://ada.example/', { name: 'Ada', url: 'https://ada.example/' }],
  ['Ada (a@site.example) (b@site.example)', { name: 'Ada', email: 'a@site.example' }],
  [' () ', undefined],
  ['', undefined],
  ['x'.repeat(600), undefined],
])('%s', ([text, person]) => {
  expect(parsePerson(text)).toEqual(person)
})

const names = (text: string, url?: string) =>
  parseFeed(text, { url }).items[0]?.authors.map((author) => author.name)

test('several names in one creator are split only where a site is known to list them', () => {
  const creator = (text: string) => rss(`<item><dc:creator>${text}</dc:creator></item>`)
  expect(names(creator('Ada Example, Bo Sample'), 'https://rss.arxiv.org/rss/cs')).toEqual([
    'Ada Example',
    'Bo Sample',
  ])
  expect(names(creator('Ada Example, Bo Sample'))).toEqual(['Ada Example, Bo Sample'])
  const arxiv = rss(
    '<item><dc:creator>Ada Example, Bo Sample and Cy Third</dc:creator></item>',
    '<link>https://arxiv.org/</link>',
  )
  expect(names(arxiv)).toEqual(['Ada Example', 'Bo Sample', 'Cy Third'])
  expect(names(creator('Jo Reporter, Daily Example'))).toEqual(['Jo Reporter, Daily Example'])
  expect(names(creator('Ada Example; Bo Sample'))).toEqual(['Ada Example', 'Bo Sample'])
})

test("a person is named once, a podcast's only where nobody else is", () => {
  const both =
    '<author>ada@site.example (Ada)</author><dc:creator>ADA</dc:creator><itunes:author>Network</itunes:author>'
  expect(parseFeed(rss(`<item>${both}</item>`)).items[0]?.authors).toEqual([
    { name: 'Ada', email: 'ada@site.example' },
  ])
  expect(names(rss('<item><itunes:author>Network</itunes:author></item>'))).toEqual(['Network'])
  expect(names(rss('<item><author>by &lt;a href="/x"&gt;Ada&lt;/a&gt;</author></item>'))).toEqual([
    'Ada',
  ])
})

test("Atom entries have their feed's authors, RSS items do not", () => {
  expect(names(atom('<author><name>Ada</name></author><entry/>'))).toEqual(['Ada'])
  expect(names(rss('<managingEditor>a@b.example (Ed)</managingEditor><item/>'))).toEqual([])
})

// Found by the fuzzer: an address that is only its scheme is none.
test('an empty address is no address', () => {
  const author = '<author><name>Ada</name><email>mailto:</email></author>'
  expect(parseFeed(atom(`<entry>${author}</entry>`)).items[0]?.authors).toEqual([{ name: 'Ada' }])
  expect(names(atom('<entry><author><email>mailto:</email></author></entry>'))).toEqual([])
})

test('a list too long for one name is read name by name (large collaborations on arXiv)', () => {
  const names = Array.from({ length: 60 }, (_, i) => `Ada ${'X'.repeat((i % 7) + 3)}${i} Example`)
  const all = [
    ...names.map((name) => name.replace(/\d+/, '')),
    'The Very Large Collaboration of a Large Machine',
  ]
  const unique = [...new Set(all)].join(', ')
  const text = rss(
    `<item><dc:creator>${unique}${', Bo Other'.repeat(40)}</dc:creator></item>`,
    '<link>https://arxiv.org/</link>',
  )
  const authors = parseFeed(text).items[0]?.authors ?? []
  expect(authors.at(0)?.name).toBe('Ada XXX Example')
  expect(authors.map(({ name }) => name)).toContain(
    'The Very Large Collaboration of a Large Machine',
  )
})

test('several people in one author, each with an address', () => {
  const names = 'ada@x.example (Ada Example), bob@x.example (Bob Sample); Cy &lt;cy@x.example&gt;'
  expect(parseFeed(rss(`<item><author>${names}</author></item>`)).items[0]?.authors).toEqual([
    { name: 'Ada Example', email: 'ada@x.example' },
    { name: 'Bob Sample', email: 'bob@x.example' },
    { name: 'Cy', email: 'cy@x.example' },
  ])
})

test('where lists are the rule, a name needs no capital', () => {
  const text = (host: string) =>
    rss(
      '<item><dc:creator>Ada Example, danah boyd, Li Wei</dc:creator></item>',
      `<link>https://${host}/</link>`,
    )
  const names = (host: string) => parseFeed(text(host)).items[0]?.authors.map(({ name }) => name)
  expect(names('arxiv.org')).toEqual(['Ada Example', 'danah boyd', 'Li Wei'])
  expect(names('site.example')).toEqual(['Ada Example, danah boyd, Li Wei'])
})
