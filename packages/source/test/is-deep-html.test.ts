import { expect, test } from 'vitest'
import { isDeepHtml } from '../src/index.ts'

test('counts what is open at once, not what a page holds', () => {
  expect(isDeepHtml('<div>'.repeat(101), 100)).toBe(true)
  expect(isDeepHtml('<div>'.repeat(100), 100)).toBe(false)
  expect(isDeepHtml('<div>a</div>'.repeat(1000), 100)).toBe(false)
})

test('tags that close themselves, void ones and less-than signs are no depth', () => {
  expect(isDeepHtml('<path d="M0"/><br><IMG src=x>1 < 2 <!-- -->'.repeat(1000), 100)).toBe(false)
})

test('a tag without its end counts once', () => {
  expect(isDeepHtml('<a'.repeat(101), 100)).toBe(true)
  expect(isDeepHtml('</a'.repeat(1000), 100)).toBe(false)
})
