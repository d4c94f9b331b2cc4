import { expect, test } from 'vitest'
import { parseFeed } from '../src/index.ts'
import { rss } from './rss.ts'

const text = rss('<item><title>Grüße – ж</title></item>')
const declared = (encoding: string, title = 'Grüße') =>
  `<?xml version="1.0" encoding="${encoding}"?>${rss(`<item><title>${title}</title></item>`).slice(21)}`
const latin = (source: string) => Uint8Array.from(source, (character) => character.charCodeAt(0))
const utf8 = (source: string) => new TextEncoder().encode(source)

function wide(source: string, size: 2 | 4, little: boolean, mark: boolean): Uint8Array {
  const codes = [...(mark ? '\ufeff' : ''), ...source].map(
    (character) => character.codePointAt(0) ?? 0,
  )
  const view = new DataView(new ArrayBuffer(codes.length * size))
  codes.forEach((code, i) => {
    if (size === 2) view.setUint16(i * 2, code, little)
    else view.setUint32(i * 4, code, little)
  })
  return new Uint8Array(view.buffer)
}

const wides = ([2, 4] as const).flatMap((size) =>
  [true, false].flatMap((little) => [true, false].map((mark) => [size, little, mark] as const)),
)

test.for(wides)('UTF of %i bytes, little endian %s, with a mark %s', ([size, little, mark]) => {
  const feed = parseFeed(wide(text, size, little, mark))
  expect(feed.items[0]?.title).toBe('Grüße – ж')
  expect(feed.warnings).toEqual([])
})

test.for<[string, Uint8Array, string | undefined, string, string[]]>([
  ['UTF-8 by default', utf8(text), undefined, 'Grüße – ж', []],
  ['its mark before HTTP', utf8(`\ufeff${text}`), 'text/xml; charset=iso-8859-1', 'Grüße – ж', []],
  ['the declaration', latin(declared('ISO-8859-1')), undefined, 'Grüße', []],
  [
    'HTTP before the declaration',
    latin(declared('utf-8')),
    'text/xml; charset="iso-8859-1"',
    'Grüße',
    [],
  ],
  [
    'windows-1252 under the name of latin 1',
    latin(declared('iso-8859-1', 'a \x96 b')),
    undefined,
    'a – b',
    [],
  ],
  [
    'UTF-8 before a single-byte declaration',
    utf8(declared('iso-8859-1')),
    undefined,
    'Grüße',
    ['encoding-mismatch'],
  ],
  ['ASCII under any name', utf8(declared('iso-8859-1', 'Hi')), undefined, 'Hi', []],
  [
    'one bad byte in much UTF-8',
    Uint8Array.from([...utf8(text.replace('</item>', '')), 0xff, ...utf8('ä')]),
    undefined,
    'Grüße – ж',
    ['undecodable-bytes', 'unclosed-element', 'text-after-root'],
  ],
  [
    'bytes that are not the UTF-8 they are said to be',
    latin(declared('utf-8', 'é è ê ë à')),
    undefined,
    '\ufffd \ufffd \ufffd \ufffd \ufffd',
    ['undecodable-bytes'],
  ],
  [
    'two bad bytes where nothing is said',
    latin(rss('<item><title>é è</title></item>').slice(21)),
    undefined,
    '\ufffd \ufffd',
    ['undecodable-bytes'],
  ],
  [
    'bytes that were never UTF-8, nor said to be',
    latin(`<rss version="2.0"><channel><item><title>é è ê ë</title></item></channel></rss>`),
    undefined,
    'é è ê ë',
    ['encoding-mismatch'],
  ],
  ['a name nobody knows', utf8(declared('x-what', 'é')), undefined, 'é', ['unknown-encoding']],
  ['UTF-16 claimed by bytes that are not', utf8(declared('utf-16', 'é')), undefined, 'é', []],
  [
    'Japanese',
    Uint8Array.from([
      ...latin(declared('Shift_JIS', '').split('</title></item>')[0] ?? ''),
      0x93,
      0xfa,
      0x96,
      0x7b,
      ...latin('</title></item></channel></rss>'),
    ]),
    undefined,
    '日本',
    [],
  ],
])('%s', ([, bytes, contentType, title, codes]) => {
  const feed = parseFeed(bytes, { contentType })
  expect(feed.items[0]?.title).toBe(title)
  expect(feed.warnings.map((warning) => warning.code)).toEqual(codes)
})

test('counts what could not be decoded, not what the source wrote', () => {
  const bytes = Uint8Array.from([...utf8(`${text} \ufffd`), 0xff, ...utf8('ä'), 0xfe])
  const warning = parseFeed(bytes).warnings.find(({ code }) => code === 'undecodable-bytes')
  expect(warning?.message).toBe('Undecodable sequences of bytes were replaced: 2.')
})

test('UTF-16 that only HTTP names is read as such, and only where there are zeros', () => {
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '1', title: 'It’s 中' }],
  })
  const contentType = 'application/feed+json; charset=utf-16le'
  expect(parseFeed(wide(json, 2, true, false), { contentType }).items[0]?.title).toBe('It’s 中')
  const xml = wide(`\n${rss('<item><title>中</title></item>')}`, 2, true, false)
  expect(parseFeed(xml, { contentType: 'text/xml; charset=utf-16le' }).items[0]?.title).toBe('中')
  expect(parseFeed(utf8(text), { contentType: 'text/xml; charset=utf-16' }).items[0]?.title).toBe(
    'Grüße – ж',
  )
})

test.for(['gb2312', 'big5', 'shift_jis', 'euc-kr', 'iso-8859-1'])(
  'bytes that are UTF-8 are not read as %s',
  (encoding) => {
    const title = '人工智能新闻：今日要点'
    const said = parseFeed(utf8(declared(encoding, title)))
    expect(said.items[0]?.title).toBe(title)
    expect(said.warnings.map(({ code }) => code)).toEqual(['encoding-mismatch'])
    const contentType = `text/xml; charset=${encoding}`
    expect(parseFeed(utf8(declared('utf-8', title)), { contentType }).items[0]?.title).toBe(title)
  },
)

test('an encoding nobody knows in the header leaves that of the declaration', () => {
  const bytes = latin(declared('windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2'))
  const feed = parseFeed(bytes, { contentType: 'text/xml; charset=none' })
  expect(feed.items[0]?.title).toBe('Привет')
  expect(feed.warnings.map(({ code }) => code)).toEqual(['unknown-encoding'])
})
