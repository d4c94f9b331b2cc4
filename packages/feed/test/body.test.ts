import fc from 'fast-check'
import { expect, test } from 'vitest'
import { absolutizeHtml } from '../src/absolutize-html.ts'
import type { Body } from '../src/body.ts'
import { codeUnits } from '../src/code-units.ts'
import { firstImage, imageOf } from '../src/first-image.ts'
import { HtmlScanner } from '../src/html-scanner.ts'
import { plainText } from '../src/plain-text.ts'
import { sanitizeHtml } from '../src/sanitize-html.ts'

const base = 'https://b.example/'

const soup = fc
  .array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<!-- ',
      ' -->',
      '<script>',
      '</script>',
      '<noscript>',
      '</noscript>',
      '<img src="https://a.example/1.png">',
      '<img src="/2.png" alt="x">',
      '<IMG src="https://a.example/3.png"/>',
      '<img width="1" src="https://a.example/4.gif">',
      '<img alt="a < b" src="https://a.example/5.gif">',
      '<img>',
      '<imgur>',
      '<video src="https://a.example/v.mp4">',
      '<a href="https://a.example/?x=1&amp;y=2" title="src=z">',
      '</a>',
      '<td align="left" style="color: red">',
      'a = b ',
      'x > y ',
      'src="https://a.example/6.png"',
      'text of more than thirty-two characters, without any mark > ',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

// What a body says it saw on the way is what a search of its result finds.
const agrees = (body: Body) => expect(imageOf(body, base)).toBe(firstImage(body.html, base))

test('the picture met while a body is made ready is the one a search finds', () => {
  fc.assert(
    fc.property(soup, (html) => {
      agrees(sanitizeHtml(html, base))
      agrees(absolutizeHtml(html, base))
    }),
    { numRuns: 3000 },
  )
})

test('a picture in a comment or a script is none', () => {
  const picture = '<img src="https://a.example/1.png">'
  for (const hidden of [`<!-- ${picture} -->`, `<script>${picture}</script>`]) {
    expect(imageOf(absolutizeHtml(hidden, base), base)).toBeUndefined()
    expect(imageOf(absolutizeHtml(`${hidden}${picture}`, base), base)).toBe(
      'https://a.example/1.png',
    )
  }
})

test('a body without a relative address is not written anew', () => {
  fc.assert(
    fc.property(soup, (html) => {
      const { html: shown } = absolutizeHtml(html, base)
      if (!html.includes('src="/2')) expect(shown.replace(/\s/g, '')).toBe(html.replace(/\s/g, ''))
    }),
    { numRuns: 1000 },
  )
})

test('tags are met the same wherever the tokenizer takes over', () => {
  const read = (html: string, isOdd: boolean) => {
    const scanner = new HtmlScanner(html, isOdd)
    const met: unknown[] = []
    let from = 0
    for (let mark = scanner.next(); mark !== 'end'; mark = scanner.next()) {
      const { element, start, innerStart, innerEnd, selfClosing } = scanner
      const isTag = mark === 'open' || mark === 'close'
      met.push([mark, start, isTag && element?.name])
      if (!scanner.hasAngle()) expect(html.slice(from, start)).not.toMatch(/[<>]/)
      if (mark === 'open') met.push([html.slice(innerStart, innerEnd), selfClosing])
      if (mark === 'open' && element?.isHidden === true) scanner.skipHidden()
      from = scanner.end
      met.push(from)
    }
    return met
  }
  const odd = fc.constantFrom(
    '<P>',
    '<o:p>',
    'a < b',
    '<![CDATA[x]]>',
    '<a title="',
    '</script >',
    '</',
  )
  const mixed = fc.array(fc.oneof({ weight: 4, arbitrary: soup }, odd), { maxLength: 4 })
  fc.assert(
    fc.property(mixed, (parts) => {
      const html = parts.join('')
      expect(read(html, false)).toEqual(read(html, true))
    }),
    { numRuns: 3000 },
  )
})

test('characters are those of the text, however long it is', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(text, fc.nat({ max: 3 }), (part, times) => {
      const whole = part.repeat(times)
      const codes = codeUnits(whole)
      expect(String.fromCharCode(...codes.subarray(0, whole.length))).toBe(whole)
      expect(codes[whole.length]).toBe(0)
    }),
  )
  for (const length of [16_383, 16_384, 40_000, 1 << 20, (1 << 20) + 1]) {
    const codes = codeUnits('é'.repeat(length))
    expect([codes[0], codes[length - 1], codes[length]]).toEqual([0xe9, 0xe9, 0])
  }
  expect(codeUnits('ab')[1]).toBe(0x62)
})

test('an angle bracket in text is seen however far it stands', () => {
  for (const length of [0, 5, 63, 64, 65, 200]) {
    const scanner = new HtmlScanner(`${'x'.repeat(length)}>${'y'.repeat(length)}<p>z</p>`)
    scanner.next()
    expect([scanner.start, scanner.hasAngle()]).toEqual([2 * length + 1, true])
    scanner.next()
    expect(scanner.hasAngle()).toBe(false)
  }
  expect(sanitizeHtml('a > b <p>c > d</p>', base).html).toBe('a &gt; b <p>c &gt; d</p>')
  expect(plainText('a > b <p>c > d</p>')).toBe('a > b c > d')
})

test('a style said twice is read the same way twice', () => {
  const styled = '<p style="color: red; position: fixed">x</p>'
  const clean = '<p style="color: red;">x</p>'
  expect(sanitizeHtml(`${styled}${styled}`, base).html).toBe(`${clean}${clean}`)
  const bad = '<p style="position: fixed">x</p>'
  expect(sanitizeHtml(`${bad}${bad}`, base).html).toBe('<p>x</p><p>x</p>')
})
