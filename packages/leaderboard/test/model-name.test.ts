import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOfEachModel, modelName, readEffort, readEfforts } from '../src/index.ts'
import { row } from './snapshots.ts'

test.for([
  ['GPT-5.3 Codex (xhigh)', 'GPT-5.3 Codex', 'xhigh'],
  ['GPT-5.6 Sol [medium]', 'GPT-5.6 Sol', 'medium'],
  ['gpt-5.5-2026-04-23-xhigh', 'gpt-5.5-2026-04-23', 'xhigh'],
  ['gpt-5.5-2026-04-23-medium', 'gpt-5.5-2026-04-23', 'medium'],
  ['Claude Opus 4.8-xhigh', 'Claude Opus 4.8', 'xhigh'],
  ['Claude Opus 4.8-max', 'Claude Opus 4.8', 'max'],
  ['o4-mini-high', 'o4-mini', 'high'],
  ['Gemini 3.5 Flash (High)', 'Gemini 3.5 Flash', 'high'],
  ['Claude Opus 4.6 (Adaptive Reasoning, Max Effort)', 'Claude Opus 4.6', 'max'],
  ['Claude Opus 4.6 (Non-reasoning, High Effort)', 'Claude Opus 4.6', 'high'],
  ['Claude Fable 5 (Adaptive Reasoning, Max Effort, Opus 4.8 Fallback)', 'Claude Fable 5', 'max'],
  ['Claude Opus 5.5 (max with fallback)', 'Claude Opus 5.5', 'max'],
  ['Kimi K2.5 (Reasoning)', 'Kimi K2.5', 'reasoning'],
  ['GPT-5.4 mini (Non-Reasoning)', 'GPT-5.4 mini', 'non-reasoning'],
  [
    "Gemini 2.5 Flash Preview (Sep '25) (Reasoning)",
    "Gemini 2.5 Flash Preview (Sep '25)",
    'reasoning',
  ],
] as const)('%s is %s at %s', ([name, model, effort]) => {
  expect(readEffort(name)).toBe(effort)
  expect(modelName({ name, effort })).toBe(model)
})

test.for([
  'Gemini 3.1 Pro Preview',
  'Qwen3 Max Thinking (Preview)',
  "GPT-4o (May '24)",
  'GPT-4o (March 2025, chatgpt-4o-latest)',
  'HyperCLOVA X SEED Think (32B)',
  'GPT-5 (high, March 2025)',
  'Qwen3-Max',
  'qwen3.7-max',
  'GPT-5.1-Codex-Max',
  'mistral-medium',
  'Mistral Medium 3.1',
  'xhigh',
  '(high)',
  '-high',
  '()',
  '',
])('%s is a whole name', (name) => {
  expect(readEffort(name)).toBeUndefined()
  expect(modelName({ name })).toBe(name)
})

test.for<[string, Record<string, string | undefined>]>([
  ['another effort', { 'nova-codex-xhigh': 'xhigh', 'nova-codex-medium': 'medium' }],
  ['another effort in brackets', { 'Nova [high]': 'high', 'Nova-max': 'max' }],
  [
    'two that a name alone does not tell',
    { 'nova-codex-max': 'max', 'nova-codex-medium': 'medium' },
  ],
  ['none at all', { 'nova-codex': undefined, 'nova-codex-medium': 'medium' }],
  ['another spelling of none', { 'nova-codex-none': 'none', 'nova-codex-low': 'low' }],
  ['nobody', { 'mistral-medium': undefined, 'Qwen3-Max': undefined, 'lux-max': undefined }],
  ['another model', { 'mistral-medium': undefined, 'mistral-large': undefined }],
  ['a model whose name goes on', { 'nova-codex': undefined, 'nova-codex-max': undefined }],
  [
    'rows that carry an effort behind it',
    { 'nova-high': 'high', 'nova-max': undefined, 'nova-max-high': 'high' },
  ],
  ['capitals, which are of names', { 'Qwen3-Max': undefined, 'Qwen3-high': 'high' }],
])('reads efforts over a board: beside %s', ([, efforts]) => {
  expect(readEfforts(Object.keys(efforts))).toEqual(Object.values(efforts))
  expect(readEfforts(Object.keys(efforts).toReversed())).toEqual(Object.values(efforts).reverse())
})

test('a row repeated is no evidence, and the effort read is taken off the name', () => {
  expect(readEfforts(['nova-max', 'nova-max'])).toEqual([undefined, undefined])
  const names = ['nova-codex-xhigh', 'nova-codex-medium', 'nova-codex-max']
  const efforts = readEfforts(names)
  expect(names.map((name, index) => modelName({ name, effort: efforts[index] }))).toEqual([
    'nova-codex',
    'nova-codex',
    'nova-codex',
  ])
})

test('takes away only what is the effort of the row', () => {
  expect(modelName({ name: 'Nova (high)' })).toBe('Nova (high)')
  expect(modelName({ name: 'Nova (high)', effort: 'low' })).toBe('Nova (high)')
  expect(modelName({ name: 'Nova-turbo', effort: 'Turbo' })).toBe('Nova')
  expect(modelName({ name: 'Nova [Deep Think]', effort: 'deep think' })).toBe('Nova')
  expect(modelName({ name: '(high)', effort: 'high' })).toBe('(high)')
})

test('never gives an empty name for a name, nor one that is not its beginning', () => {
  const part = fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    '-',
    ' ',
    ',',
    'high',
    'Max Effort',
    '4.8',
    'reasoning',
  )
  const name = fc.oneof(
    fc.array(part).map((parts) => parts.join('')),
    fc.string(),
  )
  fc.assert(
    fc.property(name, (text) => {
      const model = modelName({ name: text, effort: readEffort(text) })
      expect(text.trim().startsWith(model.trim())).toBe(true)
      expect(model.trim() === '').toBe(text.trim() === '')
    }),
  )
})

test('keeps the best row of each model, in order, with its rank on the whole board', () => {
  const of = (id: string, name: string, rank?: number, organization = 'Acme') =>
    row(id, undefined, { name, organization, effort: readEffort(name), rank })
  const entries = [
    of('1', 'Sol (high)', 1),
    of('2', 'Lux', 2),
    of('3', 'Sol (xhigh)', 3),
    of('4', 'Sol', 4, 'Other'),
    of('5', 'Sol (Non-reasoning)'),
    of('6', 'Dim (low)'),
    of('7', 'Dim (high)'),
  ]
  const best = bestOfEachModel(entries)
  expect(best.map(({ id, rank }) => [id, rank])).toEqual([
    ['1', 1],
    ['2', 2],
    ['4', 4],
    ['6', undefined],
  ])
  // In another order, the best rank counts and not the place.
  expect(bestOfEachModel(entries.toReversed()).map(({ id }) => id)).toEqual(['7', '4', '2', '1'])
})

test('tells an agent from a model of its name', () => {
  const entries = [row('a', 1, { name: 'Codex', kind: 'agent' }), row('m', 1, { name: 'Codex' })]
  expect(bestOfEachModel(entries)).toEqual(entries)
})

test('a row without a maker is of the only maker that its name has', () => {
  const of = (id: string, organization: string | undefined, kind: 'model' | 'agent' = 'model') =>
    row(id, Number(id), { name: 'Alpha', organization, kind, rank: Number(id) })
  const ids = (...entries: ReturnType<typeof of>[]) => bestOfEachModel(entries).map(({ id }) => id)
  expect(ids(of('1', undefined), of('2', 'Acme'))).toEqual(['1'])
  expect(ids(of('1', 'Acme'), of('2', undefined), of('3', undefined))).toEqual(['1'])
  expect(ids(of('1', undefined), of('2', undefined))).toEqual(['1'])
  // Nobody can tell whose model the second row is.
  expect(ids(of('1', 'Acme'), of('2', undefined), of('3', 'Other'))).toEqual(['1', '2', '3'])
  expect(ids(of('1', undefined), of('2', 'Acme', 'agent'))).toEqual(['1', '2'])
})
