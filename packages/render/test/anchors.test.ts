import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnchors } from '../src/anchors.ts'

test('an id keeps its anchor, ids that read the same get numbers', () => {
  const anchors = createAnchors()
  expect(anchors.of('item', 'a/b')).toBe('item-a-b')
  expect(anchors.of('item', 'a b')).toBe('item-a-b-2')
  expect(anchors.of('item', 'a/b')).toBe('item-a-b')
  expect(anchors.of('front', 'item-a-b')).toBe('item-a-b-3')
  expect(anchors.of('item', '日本')).toBe('item-x')
})

test('any ids have sanitised anchors of their own', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), (ids) => {
      const anchors = createAnchors()
      const all = ids.flatMap((id) => [anchors.of('front', id), anchors.of('all', id)])
      expect(new Set(all).size).toBe(all.length)
      for (const anchor of all) expect(anchor).toMatch(/^[A-Za-z0-9._-]+$/)
    }),
  )
})
