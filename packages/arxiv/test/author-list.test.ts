import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAuthorList } from '../src/author-list.ts'

const names = (text: string): string =>
  readAuthorList(text)
    .map(({ name }) => name)
    .join(' | ')

describe('a line of authors', () => {
  test.for([
    ['A. One, B. Two', 'A. One | B. Two'],
    ['A. One and B. Two', 'A. One | B. Two'],
    ['A. One, B. Two, and C. Three', 'A. One | B. Two | C. Three'],
    ['A. One & B. Two', 'A. One | B. Two'],
    ['A. One,\n  B. Two', 'A. One | B. Two'],
    ['A. One, Jr., B. Two III', 'A. One Jr. | B. Two III'],
    ['Mutant Collaboration: A. One, B. Two', 'Mutant Collaboration | A. One | B. Two'],
    ['A. One, et al.', 'A. One'],
    ['Anders And, Alexander Sand and Andy Band', 'Anders And | Alexander Sand | Andy Band'],
    [String.raw`Ren\'e Vale, {\O}. M\"uller`, 'René Vale | Ø. Müller'],
    ['A. One (Vale, Inc., and Mill), B. Two', 'A. One | B. Two'],
    ['A. One (1), B. Two (2)', 'A. One | B. Two'],
    ['', ''],
    [', , and', ''],
  ] as const)('%s', ([text, expected]) => {
    expect(names(text)).toBe(expected)
  })

  test('affiliations in place, or by a legend at the end', () => {
    expect(readAuthorList('A. One (Vale Labs), B. Two')).toEqual([
      { name: 'A. One', affiliations: ['Vale Labs'] },
      { name: 'B. Two', affiliations: [] },
    ])
    expect(
      readAuthorList('A. One (1 and 2), B. Two (2), C. Three ((1) Vale, Labs, (2) Mill)'),
    ).toEqual([
      { name: 'A. One', affiliations: ['Vale, Labs', 'Mill'] },
      { name: 'B. Two', affiliations: ['Mill'] },
      { name: 'C. Three', affiliations: [] },
    ])
  })

  test('never throws, and every name has a letter', () => {
    const piece = fc.constantFrom(
      'A. One',
      ' and ',
      ', ',
      '(',
      ')',
      '((1)',
      '(1)',
      '\\',
      '{',
      ':',
      'Jr.',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (parts) => {
        for (const { name } of readAuthorList(parts.join(''))) expect(name).toMatch(/\p{L}/u)
      }),
    )
  })

  test('time grows with the length', () => {
    for (const piece of ['(', '((1) ', '(1)', '(a (b) ', ' and ', 'A, ', '()']) {
      readAuthorList(piece.repeat(50_000))
    }
  })
})
