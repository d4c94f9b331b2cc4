import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFlight } from '../src/index.ts'

const push = (text: string, after = '])') =>
  `<script>self.__next_f.push([1,${JSON.stringify(text)}${after}</script>`
const bytes = (text: string) => new TextEncoder().encode(text).length.toString(16)

/** A page that carries the payload in pieces of so many UTF-16 units, within characters too. */
const toPage = (payload: string, size: number) => {
  let page = ''
  for (let at = 0; at < payload.length; at += size) page += push(payload.slice(at, at + size))
  return page
}

const text = 'τ³ — café 😀 "])" <ul>\n39:["not a row"]\n'
const payload = [
  `18:T${bytes(text)},${text}`,
  '1a:I[31685,["1309","static/chunks/a.js"],"Board"]\n',
  `19:T${bytes('')},`,
  ':HL["/a.css","style"]\n',
  `39:["$","$L1a",null,{"note":"$18","models":[{"name":"Nova \\u00e9 😀"},{"name":"a])b \\"])"}]}]\n`,
].join('')

test.for([1, 2, 3, 5, 7, 11, 16, 64, 10_000])('reads pieces of %i units alike', (size) => {
  const flight = readFlight(toPage(payload, size))
  expect(flight.warnings).toEqual([])
  expect([...flight.rows]).toEqual([...readFlight(payload).rows])
  expect(flight.rows.get('18')).toBe(text)
  expect(flight.rows.get('19')).toBe('')
  expect(flight.find((value) => Array.isArray(value) && 'name' in Object(value[0]))).toEqual([
    { name: 'Nova é 😀' },
    { name: 'a])b "])' },
  ])
})

test('reads the header of a text in one push and its body in the next', () => {
  const page = push(`1a:T${bytes('é—😀')},`) + push('é—😀') + push('2:["$1a"]\n')
  expect(readFlight(page).rows.get('2')).toEqual(['é—😀'])
  const within = push('1a:T') + push('9') + push(`,é—😀2:["$1`) + push('a"]\n')
  expect(readFlight(within).rows.get('2')).toEqual(['é—😀'])
})

test('reads bytes that no text can hold beside pieces of text', () => {
  const base64 = (part: Uint8Array) => btoa(String.fromCharCode(...part))
  const whole = new TextEncoder().encode(`1:T6,é😀2:["é"]\n`)
  const page = `${push('0:["τ"]\n')}<script>self.__next_f.push([3,"${base64(whole.subarray(0, 7))}"])</script><script>self.__next_f.push([3,"${base64(whole.subarray(7))}"])</script>${push('3:["—"]\n')}`
  const flight = readFlight(page)
  expect(flight.warnings).toEqual([])
  expect([...flight.rows.values()]).toEqual([['τ'], 'é😀', ['é'], ['—']])
})

test.for([
  ['a space before its brackets', push('0:[1]\n', ' ])') + push('1:[2]\n')],
  ['a space before its brackets, at the end', push('1:[2]\n') + push('0:[1]\n', ' ])')],
  ['another name of the window', push('0:[1]\n1:[2]\n').replace('self.', 'window.')],
  [
    'the array it begins with',
    `<script>(self.__next_f = self.__next_f || []).push([1,"0:[1]\\n1:[2]\\n"])</script>`,
  ],
] as const)('reads a push with %s', ([, page]) => {
  const flight = readFlight(page)
  expect([flight.rows.get('0'), flight.rows.get('1')]).toEqual([[1], [2]])
  expect(flight.warnings).toEqual([])
})

test('takes what looks like a push within a text for text', () => {
  const quoted = `self.__next_f.push([1,"9:[9]"])`
  const flight = readFlight(push(`0:${JSON.stringify([quoted])}\n`) + push('1:[2]\n'))
  expect([...flight.rows]).toEqual([
    ['0', [quoted]],
    ['1', [2]],
  ])
})

test('tells a text whose bytes are not all there', () => {
  const flight = readFlight('0:[1]\n1:T40,é')
  expect(flight.rows.get('1')).toBe('é')
  expect(flight.warnings.map(({ code }) => code)).toEqual(['truncated'])
})

test('reads a text of any length and any characters', () => {
  const characters = fc.constantFrom('a', '\n', 'é', '—', '😀', '"', '\\', '<', ':', 'T4,')
  const long = fc
    .tuple(fc.array(characters, { minLength: 1, maxLength: 20 }), fc.nat({ max: 12_000 }))
    .map(([parts, times]) => parts.join('').repeat(1 + times / parts.length))
  fc.assert(
    fc.property(long, (value) => {
      const flight = readFlight(`1:T${bytes(value)},${value}2:["$1"]\n`)
      expect(flight.rows.get('2')).toEqual([value])
    }),
    { numRuns: 60 },
  )
})

test.for([
  ['pushes that never end', 'self.__next_f.push([1,"'.repeat(3e5)],
  ['pushes with other ends', push('0:{}', ' ])').repeat(1e5)],
  ['escaped quotes', `self.__next_f.push([1,"${'\\"])'.repeat(3e5)}`],
  ['bare values', push('{}').repeat(5e4)],
  ['texts without a comma', '1:T1'.repeat(3e5)],
  ['texts longer than the page', `0:[1]\n${'1:Tffffffff,'.repeat(1e5)}`],
  ['rows of a letter', '1:1\n'.repeat(3e5)],
  ['colons', `0:[1]\n${'0123456789abcdef'.repeat(1e5)}`],
  [
    'references to one another',
    Array.from(
      { length: 1e5 },
      (_, i) => `${i.toString(16)}:["$${((i * 7) % 1e5).toString(16)}","$0:0:0:0"]\n`,
    ).join(''),
  ],
])('comes to an end with %s', { timeout: 30_000 }, ([, body]) => {
  let rows = 0
  try {
    rows = [...readFlight(body ?? '').rows].length
  } catch (error) {
    expect(String(error)).toMatch(/drift/)
  }
  expect(rows).toBeLessThanOrEqual(3e5)
})
