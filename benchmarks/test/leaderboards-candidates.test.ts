import { expect, test } from 'vitest'
import { isMet } from '../src/bars.ts'
import { candidates } from '../src/leaderboards/candidates/index.ts'
import { artificialAnalysisPage } from '../src/leaderboards/inputs/artificial-analysis-page.ts'
import { sweRebenchPage } from '../src/leaderboards/inputs/swe-rebench-page.ts'
import { leaderboardsBars } from '../src/leaderboards/leaderboards-bars.ts'
import { at } from '../src/measure/candidate.ts'

const loaded = await Promise.all(
  candidates.map(async ({ name, load }) => ({ name, ...(await load()) })),
)

// A comparison is fair only where everyone reads the same rows.
test.for([
  ['Artificial Analysis', artificialAnalysisPage({ models: 30, cut: 'awkward' }).html, 30],
  ['flat', sweRebenchPage({ models: 12, shape: 'flat', cut: 'rows' }).html, 12],
  ['languages', sweRebenchPage({ models: 12, shape: 'languages', cut: 'awkward' }).html, 12],
] as const)('everyone reads the same rows of %s', async ([, text, count]) => {
  const input = { text, bytes: new TextEncoder().encode(text) }
  const [ours, ...others] = await Promise.all(
    loaded.map(async ({ parse, items }) => items(await parse(input))),
  )
  expect(ours).toHaveLength(count)
  const scored = ours?.map((row) => [
    at(row, 'name'),
    at(row, 'values', 'resolvedPercent') ?? at(row, 'values', 'intelligenceIndex'),
  ])
  for (const rows of others.filter((each) => each !== undefined)) {
    expect(rows).toHaveLength(count)
    expect(known(rows.map((row) => [at(row, 'name'), at(row, 'score')]))).toEqual(known(scored))
  }
})

/** Who has no score comes last, in no order. */
function known(rows: readonly unknown[][] | undefined): unknown[][] | undefined {
  return rows?.filter(([, score]) => score !== undefined)
}

test('bare JSON.parse parses all rows of a payload and makes none', () => {
  const bare = loaded.find(({ name }) => name === 'JSON.parse, bare')
  const { html } = artificialAnalysisPage({ models: 3, cut: 'rows' })
  const result = bare?.parse({ text: html, bytes: new Uint8Array() })
  expect(result).toBe(3)
  expect(bare?.items(result)).toBeUndefined()
})

test('each bar compares what it names, and memory that was not measured is no memory', () => {
  const inputs = [{ name: 'x', path: '', bytes: 10 }]
  const times = {
    ours: 2,
    'cheerio + JSON.parse': 32,
    'regex + JSON.parse': 9,
    'JSON.parse, bare': 1,
  }
  const measured = new Map(
    Object.entries(times).map(([name, ms]) => [name, new Map([['x', { ms, items: 1 }]])]),
  )
  const bars = leaderboardsBars(measured, inputs, new Map([['x', 70]]))
  expect(bars.map(({ value }) => value)).toEqual([16, 2, 7])
  expect(bars.map(isMet)).toEqual([true, true, false])
  expect(leaderboardsBars(measured, inputs, new Map()).map(isMet)[2]).toBeUndefined()
})
