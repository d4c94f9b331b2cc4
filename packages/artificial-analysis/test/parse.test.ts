import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import { free1, free2, legacy, page, pro } from './fixtures.ts'

const codeOf = (body: string | object) => {
  try {
    return parseModels(body)
  } catch (error) {
    return SourceError.is(error) ? error.code : error
  }
}

test.for<[string, string | object, string]>([
  ['an error of the API', '{"error":"API key is required"}', 'upstream'],
  ['an error with details', { error: 'Invalid page', details: [] }, 'upstream'],
  ['an error status', { status: 500 }, 'upstream'],
  ['an error status beside an empty list', '{"status":429,"data":[]}', 'rate-limited'],
  ['an error status in quotes', { status: '503', data: [] }, 'upstream'],
  ['an error status beside rows', { ...JSON.parse(legacy), status: 500 }, 'upstream'],
  ['an error beside an empty list', { error: 'Try later', data: [] }, 'upstream'],
  ['an error in the second body', [free1, { status: 429, data: [] }], 'rate-limited'],
  ['broken JSON', '{"data":[', 'unparseable'],
  ['another object', { models: [1] }, 'drift'],
  ['another list', '[1,2,3]', 'drift'],
  [
    'the models of another site',
    { data: [{ id: 'a', name: 'A', pricing: { prompt: '1' } }] },
    'drift',
  ],
  [
    'a renamed score',
    legacy.replaceAll('artificial_analysis_intelligence_index', 'aa_index'),
    'drift',
  ],
  ['both APIs at once', [legacy, free1], 'drift'],
  ['a page among bodies', [page, free1], 'drift'],
  ['no bodies', [], 'empty'],
  ['no rows', { status: 200, data: [] }, 'empty'],
  [
    'rows without names',
    { data: [{ evaluations: { artificial_analysis_intelligence_index: 1 } }] },
    'drift',
  ],
  ['no text', '', 'drift'],
])('throws for %s', ([, body, code]) => {
  expect(codeOf(body)).toBe(code)
})

test('takes an error that is none for none', () => {
  const body = JSON.parse(legacy)
  expect(parseModels({ ...body, error: null }).entries).toEqual(parseModels(body).entries)
})

const lists = '['.repeat(1e5) + ']'.repeat(1e5)
const objects = `${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`

test.for([
  ['lists', lists],
  ['objects', objects],
] as const)('never overflows on endless %s, as text or parsed', ([, deep]) => {
  const score = '"evaluations":{"artificial_analysis_intelligence_index":1}'
  const bodies = [
    deep,
    `{"data":${deep}}`,
    `{"data":[${deep}]}`,
    `{"error":${deep}}`,
    `{"status":500,"data":[],"x":${deep}}`,
    `{"data":[{${score}}],"x":${deep}}`,
    `{"data":[{${score}},{"evaluations":${deep}}],"x":1}`,
    `[{"data":[]},${deep}]`,
  ]
  for (const body of bodies) {
    expect(typeof codeOf(body)).toBe('string')
    expect(typeof codeOf(JSON.parse(body))).toBe('string')
  }
  const row = (date: string) => `{"id":"a","name":"A","release_date":${date},${score}}`
  const { entries, warnings } = parseModels(`{"data":[${row(deep)}]}`)
  expect(entries).toHaveLength(1)
  expect(warnings.map(({ code }) => code)).toContain('date-unreadable')
})

test('shows only the outside of a body that is no board', () => {
  const circle: Record<string, unknown> = { models: [{ a: { b: { c: [1] } } }], count: 1n }
  circle['self'] = circle
  expect(() => parseModels(circle)).toThrowError(/received \{"models":\[\{"a":"\{…\}"/)
})

test('replaces half a character, and says so of a name', () => {
  const body = JSON.parse(legacy)
  body.data[0].name = 'X \ud83d Y'
  body.data[0].id = 'x\ud83d'
  body.data[1].model_creator.name = 'Ac\ude00me'
  const { entries, warnings } = parseModels(JSON.stringify(body))
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([['name-repaired', 'data[0]']])
  expect(entries.map(({ name }) => name)).toContain('X \ufffd Y')
  expect(entries.map(({ organization }) => organization)).toContain('Ac\ufffdme')
  const texts = [...entries.flatMap(({ id, name }) => [id, name]), warnings[0]?.message ?? '']
  expect(texts.filter((text) => !text.isWellFormed())).toEqual([])
})

test('reads efforts over all rows', () => {
  const body = JSON.parse(legacy)
  body.data[0].name = 'nova-codex-xhigh'
  body.data[1].name = 'nova-codex-medium'
  body.data[2].name = 'mistral-medium'
  const efforts = parseModels(body).entries.map(({ name, effort }) => [name, effort])
  expect(efforts).toContainEqual(['nova-codex-xhigh', 'xhigh'])
  expect(efforts).toContainEqual(['nova-codex-medium', 'medium'])
  expect(efforts).toContainEqual(['mistral-medium', undefined])
})

test('says what the API said', () => {
  expect(() => parseModels('{"error":"API key is required"}')).toThrowError(/API key is required/)
})

test('takes out one bad row or value and keeps the rest', () => {
  const body = JSON.parse(legacy)
  body.data[0].id = ''
  body.data[1].name = 42
  body.data[2].release_date = '2026-02-30'
  body.data[2].median_output_tokens_per_second = '82'
  body.data[3].evaluations.artificial_analysis_intelligence_index = 517
  body.data[4].pricing.price_1m_input_tokens = Number.POSITIVE_INFINITY
  body.data.push(null)
  const { entries, warnings } = parseModels(body)
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([
    ['row-unusable', 'data[0]'],
    ['row-unusable', 'data[1]'],
    ['date-unreadable', 'data[2]'],
    ['value-unreadable', 'data[2]'],
    ['value-out-of-range', 'data[3]'],
    ['value-unreadable', 'data[4]'],
    ['row-unusable', 'data[7]'],
    ['price-inconsistent', undefined],
  ])
  expect(entries.map(({ name, rank }) => [name, rank])).toEqual([
    ['Gemini 3.1 Pro Preview', 1],
    ['Claude Opus 4.6 (Adaptive Reasoning, Max Effort)', 2],
    ['Nova 1', 3],
    ['Claude Sonnet 4.6 (Adaptive Reasoning, Max Effort)', undefined],
    ['Dim 1', undefined],
  ])
  expect(entries[0]).not.toHaveProperty('releasedOn')
  expect(entries[0]?.values).not.toHaveProperty('outputTokensPerSecond')
})

test('an empty text where there was true or false is told', () => {
  const body = JSON.parse(pro)
  for (const row of body.data) row.licensing = { is_open_weights: '' }
  const { entries, warnings } = parseModels(body)
  expect(entries.map(({ openWeights }) => openWeights)).not.toContain(true)
  expect(warnings.map(({ code }) => code)).toEqual(body.data.map(() => 'value-unreadable'))
})

test('tells 20 defects of a kind and counts the others', () => {
  const body = JSON.parse(legacy)
  body.data.push(...Array.from({ length: 30 }, () => null))
  const { warnings } = parseModels(body)
  expect(warnings).toHaveLength(21)
  expect(warnings.at(-1)).toEqual({ code: 'row-unusable', message: '10 more of these.' })
})

test('never crashes but with a SourceError, and always gives a sound snapshot', {
  timeout: 60_000,
}, () => {
  const bodies = [free1, free2, legacy, pro].map((text): unknown => JSON.parse(text))
  const json = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(null, -0, 1e308, -1, '', '2026-02-30', [], {}),
  )
  const mutate = (value: unknown, [at, change]: [number, unknown]): unknown => {
    let count = 0
    return JSON.parse(JSON.stringify(value), (_, inner) => (count++ === at ? change : inner))
  }
  const change = fc.tuple(fc.integer({ min: 0, max: 160 }), json)
  fc.assert(
    fc.property(fc.constantFrom(...bodies), fc.array(change, { maxLength: 3 }), (body, changes) => {
      const changed = JSON.stringify(changes.reduce(mutate, body)) ?? ''
      const result = codeOf(changed)
      if (typeof result === 'string') return
      expect(snapshotSchema.parse(result)).toEqual(result)
      expect(new Set(parseModels(changed).entries.map(({ id }) => id)).size).toBe(
        parseModels(changed).entries.length,
      )
    }),
    { numRuns: 400 },
  )
})
