import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shorten } from '../src/shorten.ts'

test('what fits stays', () => {
  expect(shorten('one two', 7)).toBe('one two')
})

test('whole words stay, and no comma before the ellipsis', () => {
  expect(shorten('one two, three', 9)).toBe('one two…')
  expect(shorten('one two three', 7)).toBe('one two…')
})

test('a word longer than the limit is cut, never through a character', () => {
  expect(shorten('abcdefgh', 3)).toBe('abc…')
  expect(shorten('ab😀cdef', 3)).toBe('ab…')
})

test('any text is at most the limit and an ellipsis', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const short = shorten(text, limit)
      expect(short.length).toBeLessThanOrEqual(limit + 1)
      expect(short.isWellFormed()).toBe(true)
    }),
  )
})
