import fc from 'fast-check'
import { expect, test } from 'vitest'
import { absolutizeHtml } from '../src/absolutize-html.ts'
import { codeUnits } from '../src/code-units.ts'
import { readCommonDate } from '../src/common-dates.ts'
import { Element } from '../src/element.ts'
import { kindOfName } from '../src/element-kinds.ts'
import { htmlElement } from '../src/html-elements.ts'
import { parseDate, parseFeed } from '../src/index.ts'
import { resolveUrl } from '../src/resolve-url.ts'
import { plainAttributes, startTag } from '../src/start-tag.ts'
import { attributeRepairs, listAttributes } from '../src/tag-attributes.ts'
import { tagEnd } from '../src/tag-end.ts'
import { Tokenizer } from '../src/tokenizer.ts'
import { isPlainAddress, plainAddressEnd, plainHost } from '../src/web-address.ts'

const addressParts = fc.constantFrom(
  ...[
    'http://',
    'https://',
    'a',
    'example',
    '.',
    '-',
    '--',
    'xn--',
    '1',
    '0x1',
    '@',
    ':80',
    ':',
    '/',
    '?',
  ],
  ...[
    '#',
    '%41',
    '%',
    '&',
    ' ',
    '\t',
    '|',
    '\\',
    '"',
    '{',
    '^',
    '`',
    '<',
    'É',
    'A',
    '[',
    ']',
    '=',
    '~',
    '..',
  ],
)
const addresses = fc
  .tuple(fc.constantFrom('http://', 'https://', ''), fc.array(addressParts, { maxLength: 10 }))
  .map(([scheme, parts]) => scheme + parts.join(''))

test('what is taken for a plain address is one a URL parser takes as it stands', () => {
  fc.assert(
    fc.property(addresses, (text) => {
      // `/.` and `/..` stay as written: nobody who opens them is led elsewhere.
      if (!isPlainAddress(text) || /\/\.{1,2}(?:[/?#]|$)/.test(text)) return
      expect(URL.canParse(text)).toBe(true)
      expect(resolveUrl(text)).toBe(text)
      // The parser only adds the slash that an address without a path lacks.
      expect([text, text.replace(/^(https?:\/\/[^/?#]*)/, '$1/')]).toContain(
        new URL(text).href.replace(/%27/g, "'"),
      )
      expect(plainHost(text)).toBe(new URL(text).hostname)
    }),
    { numRuns: 5000 },
  )
})

test('an address in a body is plain where the same one is outside', () => {
  fc.assert(
    fc.property(addresses, (text) => {
      const value = text.replaceAll('&', '&amp;')
      const end = plainAddressEnd(codeUnits(`="${value}"`), 2)
      const isPlain = value !== '' && end === value.length + 2
      expect(isPlain).toBe(isPlainAddress(text))
    }),
    { numRuns: 5000 },
  )
})

test('plain addresses are what most are', () => {
  for (const text of [
    'https://site.example/a?b=c&d#e',
    'http://a-b.site.example',
    'https://a.example/%41~[1]',
  ]) {
    expect(isPlainAddress(text)).toBe(true)
  }
})

test('the two common shapes of dates are read as the full grammar reads them', () => {
  const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
  const zone = fc.oneof(
    fc.constantFrom('Z', 'GMT', '+0000', '-00:00', 'EST', ''),
    fc
      .tuple(fc.constantFrom('+', '-'), two, fc.constantFrom('', ':'), two)
      .map((parts) => parts.join('')),
  )
  const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'))
  const names = fc.constantFrom('Jan', 'Feb', 'Dec', 'jan', 'Foo')
  const clock = fc.tuple(two, two, two).map((parts) => parts.join(':'))
  const fraction = fc.constantFrom(
    '',
    '',
    '.5',
    '.123',
    '.000000',
    '.999999',
    '.727688',
    '.1234567',
  )
  const dates = fc.oneof(
    fc
      .tuple(year, two, two, clock, fraction, zone)
      .map(([y, m, d, c, f, z]) => `${y}-${m}-${d}T${c}${f}${z}`),
    fc
      .tuple(fc.constantFrom('Mon', 'Sun', 'Xyz'), two, names, year, clock, zone)
      .map(([w, d, m, y, c, z]) => `${w}, ${d} ${m} ${y} ${c} ${z}`),
  )
  fc.assert(
    fc.property(dates, (text) => {
      const common = readCommonDate(text, 0, text.length)
      if (common === undefined) return
      // The same in a shape that only the full grammar reads.
      const other = text.charAt(4) === '-' ? text.replace('T', '_') : `${text} (x)`
      expect(parseDate(other)).toBe(common)
    }),
    { numRuns: 3000 },
  )
  const common = (text: string) => readCommonDate(`>${text}<`, 1, text.length + 1)
  expect(common('2026-11-20T09:30:00+01:00')).toBe('2026-11-20T08:30:00Z')
  expect(common('Fri, 20 Nov 2026 09:30:00 -0500')).toBe('2026-11-20T14:30:00Z')
  expect(common('Sun, 29 Feb 2026 09:30:00 GMT')).toBeUndefined()
  expect(common('2026-04-30T13:03:04.727688+00:00')).toBe('2026-04-30T13:03:04.727Z')
  expect(common('2026-04-30T13:03:04.000999-01:00')).toBe('2026-04-30T14:03:04Z')
})

const tagParts = fc.constantFrom(
  ...[
    '<a',
    '<img',
    '<p',
    ' href=',
    ' src=',
    ' x',
    '="',
    "='",
    '"',
    "'",
    '>',
    '/>',
    '=',
    ' ',
    'https://a.example/',
  ],
  ...[
    '/b',
    '&amp;',
    '&',
    '<',
    '<title>',
    '</title>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '</a>',
    'b',
    '\n',
    'A',
  ],
)
const soup = fc.array(tagParts, { maxLength: 24 }).map((parts) => parts.join(''))

test('tags are read the same whether they are foreseen or looked at', () => {
  fc.assert(
    fc.property(soup, (source) => {
      const slow = new Tokenizer(source)
      const fast = new Tokenizer(source)
      const read = (tokens: Tokenizer) => [
        tokens.kind,
        tokens.name,
        tokens.end,
        ...(tokens.kind === 'open' ? [tokens.innerStart, tokens.innerEnd, tokens.selfClosing] : []),
      ]
      while (true) {
        // `nextTag` may pass over text.
        while (slow.next() === 'text');
        while (fast.nextTag() === 'text');
        expect(read(fast)).toEqual(read(slow))
        if (slow.kind === 'end') return
      }
    }),
    { numRuns: 3000 },
  )
})

test('the end of a tag is where looking at each character finds it, or nowhere', () => {
  const byCharacter = (source: string): number => {
    let quote = ''
    let afterEquals = false
    for (let at = 0; at < source.length; at++) {
      const character = source.charAt(at)
      if (character === '<') return -1
      if (quote !== '') {
        if (character === quote) quote = ''
      } else if (character === '>') return at
      else if (afterEquals && (character === '"' || character === "'")) {
        quote = character
        afterEquals = false
      } else if (character.trim() !== '') afterEquals = character === '='
    }
    return -1
  }
  fc.assert(
    fc.property(soup, (source) => {
      expect(tagEnd(source, 0)).toBe(byCharacter(source))
    }),
    { numRuns: 3000 },
  )
})

const scanned = (source: string, selfClosing: boolean) => {
  const codes = codeUnits(source)
  return { source, codes, innerStart: 0, innerEnd: source.length, selfClosing }
}

test('a tag that stays as it is is one that would be written the same', () => {
  const attributes = fc
    .array(
      fc.tuple(
        fc.constantFrom('href', 'src', 'title', 'alt', 'onclick', 'style', 'Title'),
        fc.constantFrom(
          'https://a.example/b',
          '/b',
          '/b/../%2E/c',
          'a &amp; b',
          'a & b',
          "it's",
          'x>y',
          '&quot;',
          'javascript:x',
        ),
      ),
      { maxLength: 4 },
    )
    .map((pairs) => pairs.map(([name, value]) => ` ${name}="${value}"`).join(''))
  fc.assert(
    fc.property(
      fc.constantFrom('a', 'img', 'p'),
      attributes,
      fc.boolean(),
      (name, text, closed) => {
        const element = htmlElement(name)
        if (element === undefined || text === '') return
        const plain = plainAttributes(scanned(text, closed), element.allowed, 'https://b.example/')
        if (plain === undefined) return
        if (closed) expect(plain).not.toBe(true)
        expect(`<${name}${plain === true ? text : plain}>`).toBe(
          startTag(element, text, 0, text.length, 'https://b.example/'),
        )
      },
    ),
    { numRuns: 2000 },
  )
  const link = htmlElement('a')
  const text = ' href="https://a.example/?b=1&amp;c=2" class="y" title="x"'
  expect(link && plainAttributes(scanned(text, false), link.allowed, undefined)).toBe(
    ' href="https://a.example/?b=1&amp;c=2" title="x"',
  )
})

test('bodies whose addresses are absolute stay as they are; others change by the address only', () => {
  const body = '<p class="x"><a href="https://a.example/?b&amp;c">x</a><!-- y --><br/></p>'
  expect(absolutizeHtml(body, 'https://b.example/').html).toBe(body)
  expect(absolutizeHtml('<a href="c">x</a>', 'https://b.example/').html).toBe(
    '<a href="https://b.example/c">x</a>',
  )
})

test('attributes: plain ones, and the same written oddly', () => {
  const list = (text: string) => listAttributes(text, 0, text.length)
  expect(list(' a="1" b=\'2\'')).toEqual(['a', '1', 'b', '2'])
  expect(list(' A = "1" b=2 c')).toEqual(['a', '1', 'b', '2', 'c', ''])
  const repairs = (text: string) => {
    const element = new Element(
      kindOfName('x'),
      'x',
      text,
      0,
      text.length,
      text.length,
      undefined,
      undefined,
    )
    element.attributes = list(text)
    return attributeRepairs(element)
  }
  expect(repairs(' a="1" b="2"')).toEqual({ unquoted: false, repeated: false })
  expect(repairs(' a="1" a=2')).toEqual({ unquoted: true, repeated: true })
})

test('entities beside sections, and sections beside text, are read as one text', () => {
  const title = (text: string) =>
    parseFeed(`<rss><channel><item><title>${text}</title></item></channel></rss>`).items[0]?.title
  expect(title('a &amp; <![CDATA[b & c]]> d')).toBe('a & b & c d')
  expect(title(' <![CDATA[ a ]]> ')).toBe('a')
  expect(title('<![CDATA[a]]><![CDATA[b]]>')).toBe('ab')
})

test('a path after the host of a base is what a URL parser makes of it', () => {
  const path = fc.array(addressParts, { maxLength: 8 }).map((parts) => `/${parts.join('')}`)
  const bases = fc.constantFrom(
    'https://a.example',
    'http://b.example/c/d?e',
    'https://B.example:80/',
  )
  fc.assert(
    fc.property(path, bases, (text, base) => {
      const expected = URL.canParse(text.trim(), base) ? new URL(text.trim(), base).href : undefined
      expect(resolveUrl(text, base)).toBe(expected)
    }),
    { numRuns: 5000 },
  )
})
