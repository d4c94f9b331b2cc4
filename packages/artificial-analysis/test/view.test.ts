import { compareSnapshots } from '@inference-report/leaderboard'
import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import { jsonSurfaces } from './invented-boards.ts'

const surface = jsonSurfaces.find(({ name }) => name === 'page, September 2026')
const body = surface?.toBodies(surface.document) ?? ''
const idsOf = (options: Parameters<typeof parseModels>[1]) =>
  parseModels(body, options).entries.map(({ id }) => id)

test('hides nothing by default', () => {
  expect(idsOf({})).toHaveLength(12)
  expect(idsOf({ hideDeprecated: false, hideEstimated: false })).toHaveLength(12)
})

test('leaves out what it is told to, and keeps the ranks of the whole board', () => {
  expect(idsOf({ hideDeprecated: true })).toHaveLength(9)
  expect(idsOf({ hideEstimated: true })).toHaveLength(8)
  expect(idsOf({ top: 3 })).toEqual(['nova-0', 'nova-1', 'nova-2'])
  expect(idsOf({ top: 0 })).toEqual([])
  expect(idsOf({ hideEstimated: true, hideDeprecated: true, top: 20 })).toHaveLength(8)
})

test('shows the best row of each model', () => {
  const row = (name: string, score: number) => ({
    id: name,
    name,
    evaluations: { artificial_analysis_intelligence_index: score },
  })
  const rows = [row('Sol (low)', 40), row('Sol (max)', 60), row('Lux', 50), row('Sol (high)', 55)]
  const { entries } = parseModels({ data: rows }, { collapseEfforts: true })
  expect(entries.map(({ name, rank }) => [name, rank])).toEqual([
    ['Sol (max)', 1],
    ['Lux', 3],
  ])
})

test('compares a part of the board with no other part of it', () => {
  const [all, some] = [parseModels(body), parseModels(body, { top: 5, hideDeprecated: true })]
  expect(some.series).toBe(`${all.series}/current+top-5`)
  expect(() => compareSnapshots(all, some)).toThrowError(/incomparable/)
  expect(some.attribution).toEqual(all.attribution)
})
