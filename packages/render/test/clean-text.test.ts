import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, stripInvisible, visibleText } from '../src/clean-text.ts'

test('bidi controls, zero-width characters and controls go', () => {
  expect(cleanText('a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf\u0000g\u001Bh\u200Di\u061Cj')).toBe(
    'abcdefghij',
  )
  expect(cleanText('tag\u{E0041}ged')).toBe('tagged')
})

test('letters, accents, right-to-left script and emoji stay', () => {
  for (const text of ['Novák', 'e\u0301', 'שלום', 'مرحبا', '❤\uFE0F', '日本語', '𝔸']) {
    expect(cleanText(text)).toBe(text)
  }
})

test('white space becomes single blanks', () => {
  expect(cleanText('  a\n\tb\u00A0 \u2028c ')).toBe('a b c')
  expect(stripInvisible('a\n b')).toBe('a\n b')
})

test('an invisible text gives way to what stands in for it', () => {
  expect(visibleText('\u200B \u202E', 'https://a.example/')).toBe('https://a.example/')
})

test('no text leaves half a character or a control', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text)
      expect(clean.isWellFormed()).toBe(true)
      expect(clean).not.toMatch(/\p{Cc}|[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u)
      expect(cleanText(clean)).toBe(clean)
    }),
  )
})
