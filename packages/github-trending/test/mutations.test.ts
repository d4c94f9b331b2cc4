import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseTrending, parseTrendingDevelopers } from '../src/index.ts'
import { fixture } from './fixture.ts'
import { type Judged, judge, type Outcome } from './mutations/judge.ts'
import { mutations } from './mutations/page-mutations.ts'
import { reducePage } from './mutations/reduce-page.ts'
import { addUp, printTable, type Tally } from './mutations/table.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))
const folder = `${captures}/trending`
const skipped = existsSync(folder) ? '' : ' (skipped: no captures)'

function repositories(html: string): Judged {
  const { repositories: list, warnings, ...head } = parseTrending(html)
  return { head, warnings, rows: new Map(list.map((row) => [row.url, { ...row }])) }
}

function developers(html: string): Judged {
  const { developers: list, warnings, ...head } = parseTrendingDevelopers(html)
  return { head, warnings, rows: new Map(list.map((row) => [row.url, { ...row }])) }
}

function run(name: string, html: string, step = 1): { tally: Tally; silent: string[] } {
  const parse = name.includes('developers') ? developers : repositories
  const truth = parse(html)
  const tally: Tally = new Map()
  const silent: string[] = []
  for (const mutation of mutations(html, step)) {
    const outcome: Outcome = judge(parse, truth, mutation)
    addUp(tally, mutation.kind, outcome)
    if (outcome === 'silently wrong') silent.push(mutation.what)
  }
  return { tally, silent }
}

// One page of each era's markup. Each mutation is one parse.
test.for([
  ['today', 1200],
  ['signed-in', 700],
  ['weekly-cpp-2020', 500],
  ['list-2017', 500],
  ['list-2015', 500],
  ['developers', 800],
  ['developers-2015', 500],
] as const)('no mutation of %s is silently wrong', { timeout: 120_000 }, ([name, least]) => {
  const { tally, silent } = run(name, fixture(name))
  printTable(name, tally)
  expect(silent).toEqual([])
  const count = [...tally.values()].flatMap((outcomes) => [...outcomes.values()])
  expect(count.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(least)
})

// All of them, where the table is asked for: half a minute.
const step = process.env['MUTATION_TABLE'] === undefined ? 4 : 1

describe.skipIf(skipped !== '')(`captured rows${skipped}`, () => {
  test.for([
    'go-trending-2015-09-10',
    'go-trending-2018-11-03',
    'ghtrendingrss-2020-11-01',
    'ghtrendingrss-2024-04-21-swift',
    'host452b-2026-05-13-trending_monthly',
    'go-trending-2015-09-10-developers',
    'ghtrendingrss-2026-08-05-developers',
  ])('no mutation of two rows of %s is silently wrong', { timeout: 120_000 }, (name) => {
    const html = reducePage(readFileSync(`${folder}/${name}.html`, 'utf8'), 2)
    const { tally, silent } = run(name, html, step)
    printTable(name, tally)
    expect(silent).toEqual([])
  })
})

test('the judge tells a lie from a loss', () => {
  const truth = repositories(fixture('today'))
  const outcome = (change: (html: string) => string, saysLess = false) =>
    judge(repositories, truth, { kind: '', what: '', html: change(fixture('today')), saysLess })
  expect(outcome((html) => html)).toBe('same')
  expect(outcome((html) => html.replace('112,357', '12,357'))).toBe('silently wrong')
  expect(outcome((html) => html.replace('1,014 stars', '1,015 stars'), true)).toBe('silently wrong')
  expect(outcome((html) => html.replace(/<p class[\s\S]*?<\/p>/, ''))).toBe('silently wrong')
  expect(outcome((html) => html.replace(/<p class[\s\S]*?<\/p>/, ''), true)).toBe('less')
  expect(outcome((html) => html.replace('112,357', '112k'))).toBe('warning')
  expect(outcome((html) => html.replace('repositories on', 'developers on'))).toBe('error')
  expect(outcome((html) => html.replaceAll('/ada/bare', '/eve/bare'))).toBe('warned, yet wrong')
})
