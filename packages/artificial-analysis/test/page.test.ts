import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import { page } from './fixtures.ts'

const push = (value: unknown) =>
  `<script>self.__next_f.push([1,${JSON.stringify(`0:${JSON.stringify(value)}\n`)}])</script>`

test('reads the board of the page, not its menus', () => {
  const snapshot = parseModels(page)
  expect(snapshot.warnings).toEqual([])
  expect(snapshot).toMatchObject({ series: 'artificial-analysis/page/4.3', version: '4.3.2' })
  expect(snapshot.entries).toStrictEqual([
    {
      id: 'lux-2',
      name: 'Lux 2 (max with fallback)',
      organization: 'Lumen',
      kind: 'model',
      rank: 1,
      values: { intelligenceIndex: 58.25, contextWindowTokens: 128000 },
      effort: 'max',
      openWeights: true,
      flags: ['deprecated'],
    },
    {
      id: 'nova-3',
      name: 'Nova 3 (xhigh)',
      organization: 'Acme',
      kind: 'model',
      rank: 2,
      values: {
        intelligenceIndex: 46.4465506302286,
        outputTokensPerSecond: 90.25,
        priceInputUsdPerMillionTokens: 2,
        priceOutputUsdPerMillionTokens: 6,
        priceBlendedUsdPerMillionTokens: 3,
        costUsdPerTask: 3.738325952106939,
        contextWindowTokens: 1000000,
      },
      effort: 'xhigh',
      openWeights: false,
      flags: [],
    },
    {
      id: 'nova-3-low',
      name: 'Nova 3 (low)',
      organization: 'Acme',
      kind: 'model',
      rank: 3,
      values: {
        intelligenceIndex: 30.1,
        priceInputUsdPerMillionTokens: 2,
        priceOutputUsdPerMillionTokens: 6,
        priceBlendedUsdPerMillionTokens: 3,
        contextWindowTokens: 1000000,
      },
      effort: 'low',
      openWeights: false,
      flags: ['estimated'],
    },
    {
      id: 'dim-3',
      name: 'Dim 3',
      organization: 'Lumen',
      kind: 'model',
      values: {},
      openWeights: false,
      flags: [],
    },
  ])
})

test('reads the RSC body of the page too', () => {
  const rows = [{ slug: 'a', name: 'A', intelligenceIndex: 3, price1mInputTokens: 1 }]
  const snapshot = parseModels(`0:${JSON.stringify({ models: rows })}\n`)
  expect(snapshot.series).toBe('artificial-analysis/page')
  expect(snapshot.entries).toMatchObject([{ id: 'a', rank: 1 }])
})

test('reads the generations before, and says which fields moved', () => {
  const snake = {
    slug: 'nova-1',
    name: 'Nova 1',
    model_creators: { name: 'Acme' },
    intelligence_index: 33.27,
    price_1m_input_tokens: 0.15,
    price_1m_blended_0_3_1: 0.26,
    timescaleData: { median_output_speed: 230.6 },
  }
  const { entries, warnings } = parseModels(push({ initialModels: [snake] }))
  expect(entries[0]).toMatchObject({
    organization: 'Acme',
    values: {
      intelligenceIndex: 33.27,
      outputTokensPerSecond: 230.6,
      priceInputUsdPerMillionTokens: 0.15,
      priceBlendedUsdPerMillionTokens: 0.26,
    },
  })
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([
    ['field-moved', 'model_creators.name'],
    ['field-moved', 'intelligence_index'],
    ['field-moved', 'timescaleData.median_output_speed'],
    ['field-moved', 'price_1m_input_tokens'],
    ['field-moved', 'price_1m_blended_0_3_1'],
  ])
})

test('keeps two efforts apart that share a slug, and takes a repeated row once', () => {
  const row = { slug: 'nova', intelligenceIndex: 3, price1mInputTokens: 1 }
  const models = ['Nova (high)', 'Nova (low)', 'Nova (low)', 'Nova (high)'].map((name) => ({
    ...row,
    name,
  }))
  const { entries, warnings } = parseModels(push({ models }))
  expect(entries.map(({ id }) => id)).toEqual(['nova', 'nova/Nova (low)'])
  expect(warnings.map(({ code }) => code)).toEqual(['duplicate-id', 'duplicate-id', 'duplicate-id'])
})

test('gives no ranks for models that stand in no list, such as a page about one', () => {
  const snapshot = parseModels(
    push({ currentModel: { slug: 'a', name: 'A', intelligenceIndex: 3 } }),
  )
  expect(snapshot.warnings.map(({ code }) => code)).toEqual(['partial'])
  expect(snapshot.entries[0]).not.toHaveProperty('rank')
})

test('tells an empty board from a page without one', () => {
  expect(() => parseModels(push({ models: [] }))).toThrowError(/artificial-analysis: empty/)
  expect(() => parseModels(push({ hosts: [{ slug: 'a' }] }))).toThrowError(
    /artificial-analysis: drift/,
  )
  expect(() => parseModels('<html>Just a moment…</html>')).toThrowError(
    /artificial-analysis: drift/,
  )
})
