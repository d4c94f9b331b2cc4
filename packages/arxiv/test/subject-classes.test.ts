import { expect, test } from 'vitest'
import { sortSubjects } from '../src/subject-classes.ts'

test('categories, MSC and ACM classes apart', () => {
  expect(
    sortSubjects([
      'math.CA',
      'cs.se',
      '28A80 (Primary) 39B62, 28A80 (Secondary)',
      '35',
      'D.2.4; F.3.1',
      '81-XX',
      'I.2.m',
      'MSC 14J60',
    ]),
  ).toEqual({
    categories: ['math.CA', 'cs.SE'],
    mscClasses: ['28A80', '39B62', '35', '81-XX', '14J60'],
    acmClasses: ['D.2.4', 'F.3.1', 'I.2.m'],
    unknown: [],
  })
})

test('a category newer than the list is told by its form, anything else is unknown', () => {
  expect(sortSubjects(['cs.ZZ', 'new-ph', '03.65.Ta', 'Some words'])).toEqual({
    categories: ['cs.ZZ', 'new-ph'],
    mscClasses: [],
    acmClasses: [],
    unknown: ['03.65.Ta', 'Some words'],
  })
})
