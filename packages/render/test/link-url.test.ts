import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkUrl } from '../src/link-url.ts'

test('a plain address is kept letter for letter', () => {
  for (const url of [
    'https://a.example',
    'http://a.example/x_(y)?b=1&c=%20#d',
    'HTTPS://A.example/',
  ]) {
    expect(linkUrl(url)).toBe(url)
  }
})

test('an address with blanks, other letters or backslashes is written out', () => {
  expect(linkUrl('https://a.example/in side')).toBe('https://a.example/in%20side')
  expect(linkUrl('https://a.example/\u202Eé')).toBe('https://a.example/%E2%80%AE%C3%A9')
  expect(linkUrl('https:\\\\a.example\\b')).toBe('https://a.example/b')
  expect(linkUrl('https:a.example')).toBe('https://a.example/')
})

test('nothing but http and https is linked', () => {
  for (const url of [
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '/path',
    '',
  ]) {
    expect(linkUrl(url)).toBeUndefined()
  }
})

test('whatever is linked is printable ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      expect(linkUrl(`https://a.example/${path}`)).toMatch(/^https:\/\/[!-~]+$/)
    }),
  )
})
