import { expect, test } from 'vitest'
import { saysWithdrawn } from '../src/withdrawn.ts'

test.for([
  ['This paper has been withdrawn by the author', true],
  ['Withdrawn', true],
  ['Temporarily withdrawn', true],
  ['Paper withdrawn due to an error in equation 3', true],
  ['This submission was withdrawn from arXiv by its administrators', true],
  ['12 pages. A previous version was withdrawn', false],
  ['An earlier  submission has been withdrawn', false],
  ['Withdrawn from ICLR 2024', false],
  ['The paper was withdrawn from the journal', false],
  ['Submitted to ICLR 2024, withdrawn', false],
  ['Replaces a withdrawn paper', false],
] as const)('the comment "%s"', ([comment, expected]) => {
  expect(saysWithdrawn(comment, undefined)).toBe(expected)
})

test('an abstract, at its beginning only', () => {
  expect(saysWithdrawn(undefined, 'This paper has been withdrawn.')).toBe(true)
  expect(saysWithdrawn(undefined, `${'We say. '.repeat(12)}This paper has been withdrawn.`)).toBe(
    false,
  )
  expect(saysWithdrawn(undefined, 'We study cash withdrawn from machines.')).toBe(false)
  expect(saysWithdrawn(undefined, undefined)).toBe(false)
})
