import { compareSnapshots } from '@inference-report/leaderboard'
import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import { free1, free2, pro } from './fixtures.ts'

const ranks = (...bodies: string[]) =>
  parseModels(bodies).entries.map(({ name, rank }) => [name, rank])

test('ranks the models of all pages, in whatever order they come', () => {
  const expected = [
    ['Lux Pro', 1],
    ['Nova 2 (xhigh)', 2],
    ['Nova 2 (Non-reasoning)', 3],
    ['Free Lark', 4],
    ['Dim', undefined],
  ]
  expect(ranks(free1, free2)).toEqual(expected)
  expect(ranks(free2, free1)).toEqual(expected)
  expect(parseModels([JSON.parse(free1), free2]).entries).toEqual(
    parseModels([free1, free2]).entries,
  )
  expect(parseModels([free1, free2]).warnings).toEqual([])
})

test.for([
  ['by their numbers', true],
  ['by their ids', false],
] as const)('keeps rows that tie in one order for any order of the pages: %s', ([, numbered]) => {
  const [, shape] = JSON.parse(free1).data
  const pageOf = (page: number, ids: string[]) => ({
    intelligence_index_version: 4.1,
    ...(numbered ? { pagination: { page, total_pages: 3 } } : {}),
    data: ids.map((id) => ({ ...shape, id, name: `Nova ${id}` })),
  })
  // Where pages have numbers, their order is the source's own.
  const pages = [pageOf(1, ['b', 'a']), pageOf(2, ['d', 'c']), pageOf(3, ['f', 'e'])]
  const places = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [1, 0, 2],
  ]
  for (const order of places) {
    const { entries, warnings } = parseModels(order.flatMap((place) => pages[place] ?? []))
    expect(entries.map(({ id, rank }) => id + rank).join()).toBe('b1,a1,d1,c1,f1,e1')
    expect(warnings).toEqual([])
  }
  const repeated = parseModels([...pages.slice(1), pageOf(3, ['d', 'g']), ...pages.slice(0, 1)])
  expect(repeated.warnings.map(({ path }) => path)).toEqual(['[2].data[0]'])
})

test('tells what is missing whatever the order of the pages', () => {
  const [row] = JSON.parse(free1).data
  const pageOf = (id: string, pagination: object) => ({ pagination, data: [{ ...row, id }] })
  const gaps = (...pages: object[]) =>
    [pages, pages.toReversed()].map((bodies) => parseModels(bodies).warnings[0]?.message)
  const whole = [undefined, undefined]
  expect(gaps(pageOf('a', { page: 2, total_pages: 2 }), pageOf('b', {}))).toEqual(whole)
  expect(gaps(pageOf('a', { has_more: true }), pageOf('b', { has_more: false }))).toEqual(whole)
  const open = { page: 1, has_more: true }
  expect(gaps(pageOf('a', open), pageOf('b', { page: 2, has_more: false }))).toEqual(whole)
  const missing = gaps(pageOf('a', { page: 1 }), pageOf('b', { page: 3 }))
  expect(missing).toEqual(Array(2).fill(expect.stringContaining('2 of 3 pages')))
})

test('reads a row, taking 0 for a value and null for unknown', () => {
  const { entries } = parseModels([free1, free2], { capturedAt: '2026-06-27' })
  expect(entries[1]).toStrictEqual({
    id: '00000000-0000-4000-8000-000000000002',
    name: 'Nova 2 (xhigh)',
    organization: 'Acme',
    kind: 'model',
    rank: 2,
    values: {
      intelligenceIndex: 50.2,
      outputTokensPerSecond: 158.97,
      priceInputUsdPerMillionTokens: 1.5,
      priceOutputUsdPerMillionTokens: 9,
      priceBlendedUsdPerMillionTokens: 3.375,
      costUsdPerTask: 0.5855,
    },
    releasedOn: '2026-05-03',
    effort: 'xhigh',
    flags: [],
  })
  expect(entries[2]?.values).toMatchObject({
    outputTokensPerSecond: 0,
    priceBlendedUsdPerMillionTokens: 0.525,
  })
  expect(entries[3]).toStrictEqual({
    id: '00000000-0000-4000-8000-000000000003',
    name: 'Free Lark',
    organization: 'Birds',
    kind: 'model',
    rank: 4,
    values: {
      intelligenceIndex: 0,
      priceInputUsdPerMillionTokens: 0,
      priceOutputUsdPerMillionTokens: 0,
      priceBlendedUsdPerMillionTokens: 0,
    },
    flags: [],
  })
  expect(entries[4]).toMatchObject({ name: 'Dim', values: {} })
  expect(entries[4]).not.toHaveProperty('organization')
})

test('describes the board', () => {
  const {
    entries: _,
    metrics,
    ...board
  } = parseModels([free1, free2], { capturedAt: '2026-06-27' })
  expect(board).toEqual({
    id: 'artificial-analysis@2026-06-27',
    board: 'artificial-analysis',
    series: 'artificial-analysis/4.1',
    version: '4.1',
    capturedAt: '2026-06-27',
    url: 'https://artificialanalysis.ai/leaderboards/models',
    attribution: { text: 'Artificial Analysis', url: 'https://artificialanalysis.ai/' },
    warnings: [],
  })
  expect(metrics.map(({ key, derived }) => [key, derived])).toEqual([
    ['intelligenceIndex', undefined],
    ['outputTokensPerSecond', undefined],
    ['priceInputUsdPerMillionTokens', undefined],
    ['priceOutputUsdPerMillionTokens', undefined],
    ['priceBlendedUsdPerMillionTokens', true],
    ['costUsdPerTask', undefined],
  ])
  expect(parseModels(pro).id).toBe('artificial-analysis/4.3')
})

test('gives no ranks where a page is missing, and says so', () => {
  for (const bodies of [[free1], [free2], [free1, free1]]) {
    const snapshot = parseModels(bodies)
    expect(snapshot.warnings.map(({ code }) => code)).toContain('partial')
    expect(snapshot.entries.filter((entry) => 'rank' in entry)).toEqual([])
    expect(snapshot.entries.length).toBeGreaterThan(1)
  }
  const open = JSON.parse(pro)
  open.pagination = { page: 1, total_pages: 1, has_more: true }
  expect(parseModels(open).warnings).toMatchObject([{ code: 'partial' }])
})

test('takes a row that two pages hold once', () => {
  const second = JSON.parse(free2)
  second.data.push(JSON.parse(free1).data[0])
  const snapshot = parseModels([free1, second])
  expect(snapshot.entries).toHaveLength(5)
  expect(snapshot.warnings).toMatchObject([{ code: 'duplicate-row', path: '[1].data[2]' }])
})

test('reads what only the Pro tier has, and its own blended price', () => {
  const { entries, metrics } = parseModels(pro)
  expect(entries.map(({ name, effort, openWeights }) => [name, effort, openWeights])).toEqual([
    ['Lux 2', undefined, false],
    ['Nova 3 (High)', 'high', true],
  ])
  expect(entries[1]?.values).toMatchObject({
    priceBlendedUsdPerMillionTokens: 1.75,
    contextWindowTokens: 1000000,
  })
  expect(metrics.find(({ key }) => key.startsWith('priceBlended'))).not.toHaveProperty('derived')
})

test('knows this API by its rows where a body was saved without its version and pages', () => {
  const snapshot = parseModels({ data: JSON.parse(free1).data })
  expect(snapshot.series).toBe('artificial-analysis')
  expect(snapshot.entries.at(-1)).toMatchObject({ name: 'Free Lark', rank: 3 })
})

test('has no minus zero', () => {
  const body = JSON.parse(pro)
  body.data[0].pricing.price_1m_input_tokens = -0
  expect(parseModels(body).entries[1]?.values['priceInputUsdPerMillionTokens']).toBe(0)
})

test('refuses pages of two versions, and comparisons across versions', () => {
  const next = { ...JSON.parse(free2), intelligence_index_version: 4.3 }
  expect(() => parseModels([free1, next])).toThrowError(/drift.*one version/)
  expect(() => compareSnapshots(parseModels([free1, free2]), parseModels(pro))).toThrowError(
    /incomparable/,
  )
})

test('warns of what a body does not say of itself', () => {
  const whole = { ...JSON.parse(pro) }
  const { pagination, ...unpaged } = whole
  const { intelligence_index_version: _, ...unversioned } = whole
  const pathsOf = (body: object) => parseModels(body).warnings.map(({ code, path }) => [code, path])
  expect(pathsOf(whole)).toEqual([])
  expect(pathsOf(unpaged)).toEqual([['field-missing', 'pagination']])
  expect(pathsOf({ ...whole, pagination: { total_pages: 1 } })).toEqual([])
  expect(pathsOf(unversioned)).toEqual([['field-missing', 'intelligence_index_version']])
  expect(pathsOf({ ...whole, intelligence_index_version: 43 })).toEqual([
    ['field-missing', 'intelligence_index_version'],
  ])
  expect(pagination).toBeDefined()
})

test('says what prompts its speeds are of', () => {
  const speed = parseModels(pro).metrics.find(({ key }) => key === 'outputTokensPerSecond')
  expect(speed?.label).toBe('Median output speed, prompts of 10,000 tokens')
})

test('warns of a required field that one row alone lacks', () => {
  const body = JSON.parse(pro)
  delete body.data[0].pricing.price_1m_input_tokens
  expect(parseModels(body).warnings.map(({ code, path }) => [code, path])).toEqual([
    ['field-missing', 'pricing.price_1m_input_tokens'],
  ])
})
