import { expect, test } from 'vitest'
import { trendingUrl } from '../src/index.ts'

test.for([
  [undefined, ''],
  ['python', '/python'],
  ['C++', '/c%2B%2B'],
  ['c%2b%2b', '/c%2B%2B'],
  ['c#', '/c%23'],
  ['Jupyter Notebook', '/jupyter-notebook'],
  ['100%', '/100%25'],
] as const)('%s', ([language, path]) => {
  expect(trendingUrl(language)).toBe(`https://github.com/trending${path}`)
})

test.for([
  '',
  ' ',
  '.',
  '..',
  'a/b',
  'a%2Fb',
  'a\\b',
  'go?since=weekly',
  'since=weekly',
  'developers',
])('refuses %j', (language) => {
  expect(() => trendingUrl(language)).toThrow(TypeError)
})
