import { expect, test } from 'vitest'
import { readDois } from '../src/dois.ts'

test('several, bare, each once', () => {
  expect(
    readDois('10.5555/a https://doi.org/10.5555/b doi:10.5555/c http://dx.doi.org/10.5555/a.'),
  ).toEqual(['10.5555/a', '10.5555/b', '10.5555/c'])
})

test('none', () => {
  expect(readDois(undefined)).toEqual([])
  expect(readDois('to appear 11.1/x')).toEqual([])
})
