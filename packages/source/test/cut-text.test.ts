import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText, SourceError } from '../src/index.ts'

test('never halves a character', () => {
  expect(cutText('aa😀', 3)).toBe('aa')
  expect(cutText('aa😀', 4)).toBe('aa😀')
  expect(cutText('x \ud83d y', 9)).toBe('x \ufffd y')
})

test('is well formed and within the limit, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, limit) => {
      const cut = cutText(text, limit)
      expect(cut.isWellFormed()).toBe(true)
      expect(cut.length).toBeLessThanOrEqual(limit)
      expect(text.toWellFormed().startsWith(cut)).toBe(true)
    }),
  )
})

// A 503 whose body had an emoji at the 200th character once stopped a whole issue.
test('an error never carries half a character', () => {
  const received = `${'a'.repeat(199)}😀`
  const error = new SourceError('upstream', { source: 's', expected: 'x', received })
  expect(error.received.isWellFormed()).toBe(true)
  expect(error.message.isWellFormed()).toBe(true)
})
