import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFlight } from '../src/index.ts'

const page = readFileSync(new URL('fixtures/board-page.html', import.meta.url), 'utf8')
const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))

/** A page that carries the payload in pieces of the given size. */
function toPage(payload: string, size: number): string {
  const pieces = payload.match(new RegExp(`.{1,${size}}`, 'gsu')) ?? []
  return pieces.map((p) => `<script>self.__next_f.push([1,${JSON.stringify(p)}])</script>`).join('')
}

const rowOf = (rsc: string, id = '0') => readFlight(rsc).rows.get(id)
const codesOf = (rsc: string) => readFlight(rsc).warnings.map(({ code }) => code)

test('reads a page of the App Router', () => {
  const flight = readFlight(page)
  expect(flight.warnings).toEqual([])
  expect([...flight.rows.keys()]).toEqual(['1', '18', '7'])
  expect(flight.rows.get('18')).toBe('café — $7 <ul>')
  const items = [
    { id: 'a', score: 1.5 },
    { id: 'b', score: null },
  ]
  expect(flight.rows.get('7')).toStrictEqual([
    '$',
    '$L17',
    null,
    {
      title: '$5 a task',
      note: 'café — $7 <ul>',
      releasedAt: '2026-03-02T06:00:00.000Z',
      items,
      tokens: 2120660,
      chart: { models: items, first: 'a' },
    },
  ])
})

test('finds the largest match, and the first of equal ones', () => {
  const flight = readFlight('0:{"a":[{"id":1}],"b":[{"id":2},{"id":3}],"c":[{"id":4},{"id":5}]}\n')
  const isRows = (value: object) => Array.isArray(value) && value.every((row) => 'id' in row)
  expect(flight.find(isRows)).toEqual([{ id: 2 }, { id: 3 }])
  expect(flight.findAll(isRows)).toHaveLength(3)
  expect(flight.find((value) => 'b' in value)).toMatchObject({ a: [{ id: 1 }] })
  expect(flight.find((value) => 'absent' in value)).toBeUndefined()
  expect(flight.findAll(() => true)[0]).toBe(flight.rows.get('0'))
})

test.for<[string, string, unknown]>([
  ['undefined', '"$undefined"', undefined],
  ['an escaped dollar', '"$$12.50"', '$12.50'],
  ['a lone dollar', '"$"', '$'],
  ['a date', '"$D2026-03-02T06:00:00.000Z"', '2026-03-02T06:00:00.000Z'],
  ['a day', '"$D2026-03-02"', '2026-03-02T00:00:00.000Z'],
  ['no date', '"$Dtomorrow"', undefined],
  ['a big integer', '"$n123"', 123],
  ['a bigger integer', '"$n123456789012345678901"', '123456789012345678901'],
  ['a symbol', '"$Sreact.suspense"', 'react.suspense'],
  [
    'what is no number',
    '["$NaN","$Infinity","$-Infinity","$-0"]',
    [undefined, undefined, undefined, 0],
  ],
  ['code', '"$E(()=>process.exit())"', undefined],
  ['a promise of nothing', '"$@"', undefined],
  ['an error nobody is told', '"$Z"', undefined],
  ['an unknown tag', '"$!x"', '$!x'],
  ['a key that would be a prototype', '{"__proto__":{"x":1}}', JSON.parse('{"__proto__":{"x":1}}')],
])('reads %s', ([, json, value]) => {
  expect(rowOf(`0:${json}\n`)).toStrictEqual(value)
})

test.for<[string, string]>([
  ['a row', '$a'],
  ['a lazy row', '$La'],
  ['a promise', '$@a'],
  ['a map, as its entries', '$Qa'],
  ['a set, as its values', '$Wa'],
])('follows a reference to %s, wherever the row stands', ([, reference]) => {
  const rows = ['a:[["k",1],["l",2]]\n', `0:{"x":"${reference}"}\n`]
  for (const rsc of [rows.join(''), rows.toReversed().join('')]) {
    expect(rowOf(rsc)).toEqual({
      x: [
        ['k', 1],
        ['l', 2],
      ],
    })
    expect(codesOf(rsc)).toEqual([])
  }
})

test('shares what several references lead to', () => {
  const flight = readFlight('1:{"rows":[1]}\n0:["$1","$L1","$1:rows"]\n')
  const [a, b, rows] = Object.values(flight.rows.get('0') ?? {})
  expect(a).toBe(b)
  expect(rows).toBe(Reflect.get(Object(a), 'rows'))
})

test('walks a path through elements and other references', () => {
  const rsc = '0:["$","div","k",{"children":["$2"]}]\n2:{"list":"$3"}\n3:[{"n":7}]\n'
  expect(rowOf(`${rsc}4:"$0:props:children:0:list:0:n"\n`, '4')).toBe(7)
  expect(rowOf(`${rsc}4:["$0:key","$0:type"]\n`, '4')).toEqual(['k', 'div'])
})

test.for<[string, string, unknown, string]>([
  ['a reference to itself', '0:"$0"\n1:1\n', undefined, 'reference-loop'],
  ['an object within itself', '0:{"a":{"b":"$0"}}\n', { a: {} }, 'reference-loop'],
  ['two that hold each other', '0:["$1"]\n1:["$0"]\n', [[undefined]], 'reference-loop'],
  ['a path through itself', '0:{"a":"$0:a:b"}\n', {}, 'reference-loop'],
  ['a missing row', '0:["$5"]\n', [undefined], 'reference-missing'],
  ['a missing step', '0:["$1:x:y"]\n1:{"x":1}\n', [undefined], 'reference-missing'],
  ['an inherited step', '0:["$1:constructor"]\n1:{}\n', [undefined], 'reference-missing'],
  ['a failed part', '0:["$5"]\n5:E{"digest":"1"}\n', [undefined], 'error-row'],
  ['a row that is no JSON', '0:[1]\n5:{"a":\n', [1], 'row-unreadable'],
  ['a line that is no row', '0:[1]\nhello\n', [1], 'row-unreadable'],
  ['a row that comes twice', '0:[1]\n0:[2]\n', [1], 'row-repeated'],
  ['a text cut short', '0:[1]\n5:T20,abc', [1], 'truncated'],
])('survives %s', ([, rsc, value, code]) => {
  expect(rowOf(rsc)).toStrictEqual(value)
  expect(codesOf(rsc)[0]).toBe(code)
})

test('takes the length of a text in bytes, and goes on right behind it', () => {
  expect(codesOf('1:T8,é\n"😀2:[1]\n')).toEqual([])
  expect(readFlight('1:T8,é\n"😀2:[1]\n').rows).toEqual(
    new Map<string, unknown>([
      ['1', 'é\n"😀'],
      ['2', [1]],
    ]),
  )
})

test('leaves out debug information, hints, streams and binary rows', () => {
  const rsc = '0:D{"name":"Page"}\n:HL["/a.css","style"]\n0:["$9"]\n5:o5,\n{":[3:[2]\n9:R\n'
  const flight = readFlight(rsc)
  expect([...flight.rows]).toEqual([
    ['0', [undefined]],
    ['3', [2]],
  ])
  expect(flight.warnings).toEqual([])
})

test('reads binary pushes and skips what a page pushes beside rows', () => {
  const html = `<script>self.__next_f.push([3,"${btoa('0:["b"]\n')}"])</script><script>self.__next_f.push([2,"form"])</script>`
  expect(rowOf(html)).toEqual(['b'])
})

test('warns of a push it cannot read, and reads the others', () => {
  const html = `<script>self.__next_f.push([1,"\\x41"])</script>${toPage('0:[1]\n', 99)}<script>self.__next_f.push([1,"0`
  const flight = readFlight(html)
  expect(flight.rows.get('0')).toEqual([1])
  expect(flight.warnings).toMatchObject([{ code: 'push-unreadable', message: /^2 times/ }])
})

test('reads bare JSON that a page pushes without an id', () => {
  const flight = readFlight(toPage('{"slug":"nova","price":"$undefined"}', 999))
  expect(flight.find((value) => 'slug' in value)).toStrictEqual({ slug: 'nova' })
  expect(flight.warnings).toMatchObject([{ code: 'row-without-id' }])
})

test('reads the data of the Pages Router, in which a dollar means nothing', () => {
  const data = '{"props":{"pageProps":{"price":"$undefined","rows":[{"id":1}]}}}'
  const flight = readFlight(
    `<p><script id="__NEXT_DATA__" type="application/json">${data}</script>`,
  )
  expect(flight.rows.get('__NEXT_DATA__')).toEqual(JSON.parse(data))
  expect(flight.find((value) => 'pageProps' in value)).toBeDefined()
})

test.for([
  ['an empty body', ''],
  ['a page without payload', '<html><body>Just a moment…</body></html>'],
  ['an API error', '{"error":"API key is required"}'],
  ['an empty payload', '<script>(self.__next_f=self.__next_f||[]).push([0])</script>'],
  ['a payload without any data', '<script>self.__next_f.push([1,"1:I[1,[],\\"\\"]\\n"])</script>'],
  ['broken page data', '<script id="__NEXT_DATA__">{"a":</script>'],
])('throws drift for %s', ([, body]) => {
  expect(() => readFlight(body ?? '')).toThrowError(SourceError)
  expect(() => readFlight(body ?? '')).toThrowError(/drift/)
})

test('keeps what stands above a depth that is too great', () => {
  const nest = (levels: number, inner: string) =>
    `${'{"in":'.repeat(levels)}${inner}${'}'.repeat(levels)}`
  const flight = readFlight(`0:${nest(500, `{"score":1,"in":${nest(900, '1')}}`)}\n`)
  expect(flight.find((value) => 'score' in value)).toMatchObject({ score: 1 })
  expect(flight.warnings.map(({ code }) => code)).toEqual(['too-deep'])
})

test.for([
  '<script>self.__next_f.push( [ 1 , "0:{\\"a\\":1}\\n" ] )</script>',
  "<script id='__NEXT_DATA__' type='application/json'>{\"a\":1}</script>",
  '<script id=__NEXT_DATA__ type=application/json>{"a":1}</script>',
  '<script>self.__next_f.push([1,""])</script><script id="__NEXT_DATA__">{"a":1}</script>',
])('reads a page that something rewrote on its way: %s', (html) => {
  expect([...readFlight(html).rows.values()]).toEqual([{ a: 1 }])
})

test('cuts what is too deep, written or by references', () => {
  const nested = `0:${'['.repeat(5000)}1${']'.repeat(5000)}\n`
  const chain = Array.from(
    { length: 5000 },
    (_, i) => `${i.toString(16)}:["$${(i + 1).toString(16)}"]\n`,
  )
  for (const rsc of [nested, chain.join(''), chain.toReversed().join('')]) {
    const flight = readFlight(rsc)
    expect(flight.warnings.map(({ code }) => code)).toContain('too-deep')
    expect(() => JSON.stringify([...flight.rows.values()].slice(0, 3))).not.toThrow()
  }
})

test('cuts an endless chain of references instead of following it', () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, i) => `${i.toString(16)}:"$${(i + 1).toString(16)}"\n`,
  )
  expect(codesOf(rows.join(''))).toContain('reference-loop')
  expect(rowOf('0:["$1"]\n1:"$2"\n2:"$3"\n3:"end"\n')).toEqual(['end'])
})

test('does not multiply what references repeat', () => {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const next = `"$${(i + 1).toString(16)}"`
    return `${i.toString(16)}:[${next},${next},${next}]\n`
  })
  expect(readFlight(rows.join('')).findAll(() => true)).toHaveLength(60)
})

test('gives the same for a body and for a page, wherever the pieces are cut', {
  timeout: 60_000,
}, () => {
  const row = fc.oneof(
    fc
      .jsonValue({ noUnicodeString: false } as object)
      .map((value) => `:${JSON.stringify(value)}\n`),
    fc.string({ unit: 'binary' }).map((text) => {
      const clean = text.toWellFormed()
      return `:T${new TextEncoder().encode(clean).length.toString(16)},${clean}`
    }),
  )
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (rows, size) => {
      const rsc = rows.map((body, index) => index.toString(16) + body).join('')
      const flight = readFlight(rsc)
      expect(flight.rows.size).toBe(rows.length)
      expect([...readFlight(toPage(rsc, size)).rows]).toEqual([...flight.rows])
    }),
  )
})

test('never crashes but with a SourceError, and gives JSON', { timeout: 60_000 }, () => {
  const part = fc.constantFrom(
    '0:',
    '1:',
    'a:',
    '[',
    ']',
    '{"a":',
    '}',
    '"$0"',
    '"$1:a"',
    '"$@a"',
    ',',
    '\n',
    'T3,',
    'I[]',
    '1',
    '"',
    '<script>self.__next_f.push([1,"',
    '"])</script>',
    '\\',
    'é',
  )
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      (body) => {
        try {
          const flight = readFlight(body)
          for (const value of flight.rows.values()) JSON.stringify(value)
          expect(new Set(flight.warnings.map(({ code }) => code)).size).toBe(flight.warnings.length)
        } catch (error) {
          expect(SourceError.is(error)).toBe(true)
        }
      },
    ),
    { numRuns: 500 },
  )
})

test.skipIf(!existsSync(captures)).for([
  ['ipbr_mcp_atlas_2026-05-07.html', 19, 0],
  ['ipbr_terminal_bench_2026-05-07.html', 20, 124],
  ['swerebench_flight_excerpt_2026-05-28.html', 1, 4],
  ['aa_flight_leaderboards_models_excerpt6_2026-09.html', 1, 6],
] as const)('reads the capture %s (skipped where there are none)', ([file, rows, items]) => {
  const flight = readFlight(readFileSync(`${captures}/leaderboards/${file}`, 'utf8'))
  expect(flight.rows.size).toBe(rows)
  expect(flight.warnings).toEqual([])
  const keys = ['agentName', 'problem', 'slug']
  const list = flight.find(
    (value) => Array.isArray(value) && keys.some((key) => Object.hasOwn(Object(value[0]), key)),
  )
  expect(Array.isArray(list) ? list.length : 0).toBe(items)
})
