import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'

interface Row {
  score?: number | null
  speed?: number | null
  input?: number | null
  output?: number | null
  blended?: number | null
  maker?: string | null
}

/** Rows of the current API, otherwise sound. */
function boardOf(rows: readonly Row[]): object {
  return {
    tier: 'pro',
    intelligence_index_version: 4.3,
    pagination: { page: 1, total_pages: 1, has_more: false },
    data: rows.map((row, index) => ({
      id: `m${index}`,
      name: `Model ${index}`,
      release_date: '2026-05-02',
      model_creator: { name: row.maker === undefined ? 'Acme' : row.maker },
      evaluations: { artificial_analysis_intelligence_index: row.score ?? null },
      artificial_analysis_intelligence_index_cost: { cost_per_task: { total_cost: 0.5 } },
      pricing: {
        price_1m_input_tokens: row.input === undefined ? 1 : row.input,
        price_1m_output_tokens: row.output === undefined ? 5 : row.output,
        price_1m_blended_3_to_1: row.blended === undefined ? 2 : row.blended,
      },
      performance: { median_output_tokens_per_second: row.speed === undefined ? 80 : row.speed },
      context_window_tokens: 128_000,
      licensing: { is_open_weights: true },
    })),
  }
}

const rows = (count: number, rowAt: (index: number) => Row) =>
  Array.from({ length: count }, (_, index) => ({ score: 50 - index, ...rowAt(index) }))
const told = (of: readonly Row[]) =>
  parseModels(boardOf(of)).warnings.map(({ code, path }) => [code, path])

test('says nothing of a sound board', () => {
  expect(told(rows(20, () => ({})))).toEqual([])
  expect(told(rows(1, () => ({})))).toEqual([])
})

test.for<[string, readonly Row[], (string | undefined)[][]]>([
  [
    'a column that nobody fills',
    rows(6, () => ({ speed: null })),
    [['column-sparse', 'outputTokensPerSecond']],
  ],
  ['makers that are gone', rows(6, () => ({ maker: null })), [['column-sparse', 'organization']]],
  [
    'scores as fractions',
    rows(6, (i) => ({ score: 0.5 - i / 100 })),
    [['scale-suspect', 'intelligenceIndex']],
  ],
  [
    'a score of 0',
    rows(12, (i) => (i === 11 ? { score: 0 } : {})),
    [['scale-suspect', 'intelligenceIndex']],
  ],
  [
    'speeds a minute',
    rows(6, () => ({ speed: 4800 })),
    [['scale-suspect', 'outputTokensPerSecond']],
  ],
  [
    'prices in cents',
    rows(6, () => ({ input: 100, output: 500, blended: 200 })),
    [
      ['scale-suspect', 'priceInputUsdPerMillionTokens'],
      ['scale-suspect', 'priceOutputUsdPerMillionTokens'],
      ['scale-suspect', 'priceBlendedUsdPerMillionTokens'],
    ],
  ],
  [
    'zeros for unknown',
    rows(12, (i) => (i % 4 === 0 ? { speed: 0 } : {})),
    [['scale-suspect', 'outputTokensPerSecond']],
  ],
  [
    'input and output that changed places',
    rows(6, () => ({ input: 5, output: 1 })),
    [['price-inconsistent', undefined]],
  ],
  [
    'one price of two',
    rows(6, (i) => (i === 2 ? { input: null } : {})),
    [['price-inconsistent', undefined]],
  ],
  [
    'a blended price of no prices',
    rows(6, (i) => (i === 2 ? { input: null, output: null, blended: 0 } : {})),
    [['price-inconsistent', undefined]],
  ],
  [
    'a blended price in another unit',
    rows(6, (i) => (i === 2 ? { blended: 2000 } : {})),
    [['price-inconsistent', undefined]],
  ],
])('warns of %s, and keeps the values', ([, board, warnings]) => {
  expect(told(board)).toEqual(warnings)
  expect(parseModels(boardOf(board)).entries).toHaveLength(board.length)
})

test('takes a few true zeros for what they are', () => {
  const free = { input: 0, output: 0, blended: 0 }
  expect(told(rows(20, (i) => (i < 2 ? free : {})))).toEqual([])
  expect(told(rows(5, (i) => (i < 1 ? free : {})))).toEqual([])
})
