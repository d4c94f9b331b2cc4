import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ConfigError, loadConfig, parseConfig } from '../src/config.ts'

const file = fileURLToPath(new URL('../inference-report.config.json', import.meta.url))
const json = readFileSync(file, 'utf8')

test('the newsletter reads labs, a wire, cs.SE, both boards and Trending', async () => {
  const { sources, sections } = await loadConfig(file)
  const count = (section: string) => sources.filter((source) => source.section === section).length
  expect(count('labs')).toBeGreaterThan(10)
  expect(count('wire')).toBeGreaterThan(10)
  expect(sources.filter(({ kind }) => kind !== 'feed').map(({ kind }) => kind)).toEqual([
    'arxiv',
    'artificial-analysis',
    'swe-rebench',
    'github-trending',
  ])
  expect(sections.map(({ heading }) => heading)).toEqual([
    'AI Labs',
    'From the Wire',
    'Research Papers — Focused',
    'Artificial Analysis',
    'SWE-rebench',
    'Trending',
  ])
})

test.for([
  ['"kind": "feed"', '"kind": "fed"', 'sources[0].kind'],
  ['https://openai.com/news/rss.xml', 'openai.com/news', 'sources[0].url'],
  ['"id": "anthropic-news"', '"id": "openai"', '"openai" is used twice'],
  ['"section": "papers"', '"section": "labs"', 'a arxiv source needs a section of kind papers'],
  ['"section": "trending"', '"section": "nowhere"', 'needs a section of kind repositories'],
  ['"byline"', '"by-line"', 'by-line'],
] as const)('%s as %s is told by its place', ([right, wrong, told]) => {
  expect(json).toContain(right)
  const run = () => parseConfig(json.replace(right, wrong), 'mine.json')
  expect(run).toThrow(ConfigError)
  expect(run).toThrow(told)
})

test('a language that GitHub Trending does not list is refused, with those like it', () => {
  const kind = '"kind": "github-trending",'
  expect(json).toContain(kind)
  const speaking = (language: string) => () =>
    parseConfig(json.replace(kind, `${kind} "language": "${language}",`), 'mine.json')
  expect(speaking('C++')().sources.at(-1)).toMatchObject({ language: 'C++' })
  expect(speaking('Pyhton')).toThrow(ConfigError)
  expect(speaking('Pyhton')).toThrow('Not a language of GitHub Trending: "Pyhton"; did you mean')
  expect(speaking('Pyhton')).toThrow(/sources\[\d+\]\.language/)
})

test('a file that is not there, or not JSON, is told by its name', async () => {
  await expect(loadConfig('/nowhere/mine.json')).rejects.toThrow('/nowhere/mine.json')
  expect(() => parseConfig('{', 'mine.json')).toThrow('mine.json is not JSON')
})
