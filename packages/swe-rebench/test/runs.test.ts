import { expect, test } from 'vitest'
import { parseLeaderboard } from '../src/index.ts'
import { type Data, props, slider, write } from './mutations/board.ts'

type Item = { [key: string]: Data }
const isItem = (value: Data | undefined): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The page with its items changed. */
function pageOf(change: (items: Item[]) => Item[]): string {
  const data = props('languages')
  if (!isItem(data) || !Array.isArray(data['items'])) return ''
  const items = change(structuredClone(data['items']).filter(isItem))
  return write({ slider, props: { ...data, items } })
}

// GLM-5.1 stands twice on the page of summer 2026, under one id: evaluated from February to March, and
// from March to May.
test('a model evaluated twice under one id is two rows, the run in the window under that id', () => {
  const days = (from: number, to: number) => ({
    from: Date.UTC(2026, from, 1),
    to: Date.UTC(2026, to, 1),
  })
  const again = (item: Item | undefined, from: number, to: number): Item => ({
    ...item,
    taskRangeTimestamp: days(from, to),
  })
  const html = pageOf((items) => [again(items[0], 1, 2), ...items, again(items[0], 2, 4)])
  const { entries, warnings } = parseLeaderboard(html)
  expect(warnings).toEqual([])
  expect(
    entries.filter(({ name }) => name.startsWith('Nova')).map(({ id, rank }) => [id, rank]),
  ).toEqual([
    ['Nova 5.6 [medium]__tools', 1],
    ['Nova 5.6 [medium]__tools@2026-02-01..2026-03-01', undefined],
    ['Nova 5.6 [medium]__tools@2026-03-01..2026-05-01', undefined],
  ])
  const outside = pageOf((items) => [
    again(items[0], 1, 2),
    again(items[0], 2, 4),
    ...items.slice(1),
  ])
  expect(
    parseLeaderboard(outside)
      .entries.filter(({ name }) => name.startsWith('Nova'))
      .map(({ id }) => id),
  ).toEqual(['Nova 5.6 [medium]__tools@2026-02-01..2026-03-01', 'Nova 5.6 [medium]__tools'])
})

test('two runs of one id on the same tasks are told, and numbered', () => {
  const html = pageOf((items) => [...items, ...items.slice(0, 1)])
  const { entries, warnings } = parseLeaderboard(html)
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([['duplicate-id', 'items[7]']])
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  expect(entries.map(({ id }) => id)).toContain('Nova 5.6 [medium]__tools-2')
})

test('six zeros are no result, a rate of 0 with tokens is one', () => {
  const zeros = { resolvedRate: 0, sem: 0, passN: 0, instanceCosts: 0, totalTokenUsage: 0 }
  const key = `${Date.UTC(2026, 4, 15)}:${Date.UTC(2026, 6, 1)}`
  const scored = (item: Item | undefined, results: Item): Item => ({
    ...item,
    rangeStats: { all: { [key]: results } },
  })
  const html = pageOf((items) => [
    ...items.slice(0, 3),
    scored(items[3], { ...zeros, cachedTokenPercentage: 0 }),
    // Its tokens were not counted, but it was run.
    scored(items[4], { ...zeros, cachedTokenPercentage: null }),
    scored(items[5], {
      ...zeros,
      instanceCosts: 3.25,
      totalTokenUsage: 1871367.6,
      cachedTokenPercentage: 96.5,
    }),
  ])
  const { entries, warnings } = parseLeaderboard(html)
  expect(warnings).toEqual([])
  expect(
    entries.slice(3).map(({ name, rank, values, flags }) => [name, rank, values, flags]),
  ).toEqual([
    ['Marrow 8', 4, { resolvedPercent: 0, semPercent: 0, passAt5Percent: 0 }, ['contaminated']],
    [
      'Quill',
      4,
      {
        resolvedPercent: 0,
        semPercent: 0,
        passAt5Percent: 0,
        costUsdPerProblem: 3.25,
        tokensPerProblem: 1871367.6,
        cachedTokensPercent: 96.5,
      },
      [],
    ],
    ['Tern-Coder', undefined, {}, ['out-of-range']],
  ])
})

test('an evaluated model without a result in the window is told', () => {
  const html = pageOf((items) =>
    items.map((item, index) => (index === 2 ? { ...item, rangeStats: { all: {} } } : item)),
  )
  const { entries, warnings } = parseLeaderboard(html)
  expect(warnings).toMatchObject([{ code: 'field-missing', path: 'result in the window' }])
  expect(entries.find(({ name }) => name === 'Lux 5 [high]')).toMatchObject({
    flags: ['out-of-range'],
  })
})

test('a board without models is empty, not drift', () => {
  expect(() => parseLeaderboard(pageOf(() => []))).toThrow(/swe-rebench: empty/)
})

test('a board on which nobody is evaluated in the window it shows is drift, with the reason', () => {
  const html = pageOf((items) => items.slice(-1))
  expect(() => parseLeaderboard(html)).toThrow(/1 models, none of them with a rate in 2026-05-15/)
})

test.for([
  [{ language: '' }, 'the name of a language'],
  [{ language: ' python' }, 'the name of a language'],
  [{ language: 'cobol' }, 'results for cobol in 2026-05-15..2026-07-01'],
  [{ language: '__proto__' }, 'results for __proto__'],
  [{ window: { from: '2026-07-01', to: '2026-05-15' } }, 'a window of two dates'],
  [{ window: { from: '2026-05-15', to: '2026-05-15' } }, 'a window of two dates'],
  [{ window: { from: '15/05/2026', to: '01/07/2026' } }, 'a window of two dates'],
  [{ window: { from: '2026-02-30', to: '2026-07-01' } }, 'a window of two dates'],
  [
    { window: { from: '2025-05-15', to: '2025-07-01' } },
    'windows between 2026-05-01 and 2026-07-01',
  ],
] as const)('%j is not found, and the reason told', ([options, message]) => {
  const html = write({ slider, props: props('languages') })
  expect(() => parseLeaderboard(html, options)).toThrow(
    expect.objectContaining({ code: 'not-found', message: expect.stringContaining(message) }),
  )
})
