import { expect, test } from 'vitest'
import { trendingDevelopersUrl, trendingLanguages, trendingUrl } from '../src/index.ts'

test.for([
  [undefined, ''],
  ['python', '/python'],
  ['Python', '/python'],
  ['C++', '/c%2B%2B'],
  ['c%2b%2b', '/c%2B%2B'],
  ['c#', '/c%23'],
  ['F*', '/f*'],
  ['Jupyter Notebook', '/jupyter-notebook'],
  ['Visual Basic .NET', '/visual-basic-.net'],
  ['unknown', '/unknown'],
  ['Unknown languages', '/unknown'],
] as const)('%s', ([language, path]) => {
  expect(trendingUrl(language)).toBe(`https://github.com/trending${path}`)
  expect(trendingDevelopersUrl(language)).toBe(`https://github.com/trending/developers${path}`)
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
  '100%',
  'ai',
  'x'.repeat(100_000),
])('refuses %j', (language) => {
  expect(() => trendingUrl(language)).toThrow(TypeError)
  expect(() => trendingDevelopersUrl(language)).toThrow(TypeError)
})

test.for([
  ['pyhton', 'did you mean python'],
  ['golang', 'did you mean go '],
  ['cpp', 'did you mean c++'],
  ['typescrip', 'did you mean typescript?'],
  ['Jupyter', 'did you mean jupyter-notebook?'],
  ['coq', 'did you mean rocq-prover?'],
  ['objective', 'did you mean objective-'],
] as const)('%s: %s', ([language, hint]) => {
  expect(() => trendingUrl(language)).toThrow(hint)
})

test('what is like nothing is told without a guess', () => {
  expect(() => trendingUrl('qqqqqqqq')).toThrow(/^Not a language of GitHub Trending: "qqqqqqqq"$/)
})

test('another list of languages takes the place of ours, but leads to no other page', () => {
  const languages = [
    { slug: 'novel', name: 'Novel' },
    { slug: '../settings', name: 'Trap' },
    { slug: 'developers', name: 'Trap' },
  ]
  expect(trendingUrl('Novel', { languages })).toBe('https://github.com/trending/novel')
  expect(() => trendingUrl('python', { languages })).toThrow(TypeError)
  expect(() => trendingUrl('../settings', { languages })).toThrow(TypeError)
  expect(() => trendingUrl('developers', { languages })).toThrow(TypeError)
})

test('every language has an address of its own that robots.txt allows', () => {
  expect(trendingLanguages).toHaveLength(813)
  const urls = trendingLanguages.map(({ slug }) => trendingUrl(slug))
  expect(new Set(urls).size).toBe(trendingLanguages.length)
  expect(urls.filter((url) => /since=|[?&]|until=|tab=|q=/.test(url))).toEqual([])
  expect(trendingLanguages.map(({ name }) => trendingUrl(name))).toEqual(urls)
})
