import { expect, test } from 'vitest'
import { readCreators } from '../src/creators.ts'

const names = (text: string): string[] => readCreators(text).map(({ name }) => name)

test('splits at commas outside of parentheses', () => {
  expect(readCreators('A. Name, B. Name (First Lab, Second Lab), C. Name')).toEqual([
    { name: 'A. Name', affiliations: [] },
    { name: 'B. Name', affiliations: ['First Lab', 'Second Lab'] },
    { name: 'C. Name', affiliations: [] },
  ])
  expect(readCreators('A. Name (Lab (North, Upper), Other)')).toEqual([
    { name: 'A. Name', affiliations: ['Lab (North, Upper)', 'Other'] },
  ])
})

test('converts TeX, whose escaped signs do not count', () => {
  expect(names(String.raw`Andr\'e Lima, J{\"o}rg \v{S}ev\v{c}\'ik`)).toEqual([
    'André Lima',
    'Jörg Ševčík',
  ])
  expect(names(String.raw`A.\,B. Name, C{\'a, b} Name`)).toEqual(['A. B. Name', 'Cá, b Name'])
})

test('a parenthesis that never closes swallows no author', () => {
  expect(names('A. Name (Lab, B. Name, C. Name')).toEqual(['A. Name (Lab', 'B. Name', 'C. Name'])
  expect(names('A. Name), B. Name')).toEqual(['A. Name)', 'B. Name'])
})

test('what is no name is no author', () => {
  expect(readCreators('')).toEqual([])
  expect(names(' , :, Big Collaboration, A. Name,')).toEqual(['Big Collaboration', 'A. Name'])
})
