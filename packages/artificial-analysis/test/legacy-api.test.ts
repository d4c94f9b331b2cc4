import { bestOfEachModel, modelName } from '@inference-report/leaderboard'
import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import { legacy } from './fixtures.ts'

test('reads the table of 2 March 2026', () => {
  const { entries } = parseModels(legacy)
  const rows = bestOfEachModel(entries).map((entry) => [
    entry.rank,
    modelName(entry),
    entry.values['intelligenceIndex'],
    entry.values['outputTokensPerSecond'],
    entry.values['priceBlendedUsdPerMillionTokens'],
  ])
  expect(rows.slice(0, 5)).toEqual([
    [1, 'Gemini 3.1 Pro Preview', 57.2, 82, 4.5],
    [2, 'GPT-5.3 Codex', 54, 74, 4.81],
    [3, 'Claude Opus 4.6', 53, 48, 10],
    [4, 'Claude Sonnet 4.6', 51.7, 29, 6],
    [5, 'GPT-5.2', 51.3, 63, 4.81],
  ])
  expect(entries[1]).toMatchObject({ name: 'GPT-5.3 Codex (xhigh)', effort: 'xhigh' })
})

test('takes 0 for unknown, as this API means it', () => {
  const { entries, warnings } = parseModels(legacy)
  expect(entries.find(({ name }) => name === 'Nova 1')?.values).toEqual({ intelligenceIndex: 40.1 })
  expect(entries.at(-1)).toMatchObject({ name: 'Dim 1', values: { outputTokensPerSecond: 10 } })
  expect(entries.at(-1)).not.toHaveProperty('rank')
  expect(warnings).toEqual([])
})

test('is a series of its own, without a version', () => {
  const snapshot = parseModels(legacy, { url: 'https://board.example/' })
  expect(snapshot).toMatchObject({
    id: 'artificial-analysis/legacy',
    series: 'artificial-analysis/legacy',
    url: 'https://board.example/',
  })
  expect(snapshot).not.toHaveProperty('version')
  expect(snapshot.metrics.every((metric) => !('derived' in metric))).toBe(true)
})

test('reads the trimmed variant too', () => {
  const { data } = JSON.parse(legacy)
  expect(parseModels({ data })).toEqual(parseModels(legacy))
})

test('refuses several bodies: this API has no pages', () => {
  expect(() => parseModels([legacy, legacy])).toThrowError(/drift/)
})

test('says what prompts its speeds are of', () => {
  const speedOf = (body: object) =>
    parseModels(body).metrics.find(({ key }) => key === 'outputTokensPerSecond')?.label
  const body = JSON.parse(legacy)
  const withLength = (prompt_length: unknown) => ({ ...body, prompt_options: { prompt_length } })
  expect(speedOf(withLength('medium'))).toBe('Median output speed, prompts of 1,000 tokens')
  expect(speedOf(withLength(1000))).toBe(speedOf(withLength('medium')))
  const long = parseModels(withLength('long'))
  expect(long.series).toBe('artificial-analysis/legacy/prompts-10000')
  expect(long.warnings).toEqual([])
  const unknown = parseModels(withLength('huge'))
  expect(unknown.warnings.map(({ code }) => code)).toEqual(['prompt-unknown'])
  expect(speedOf(withLength('huge'))).toBe('Median output speed')
})

test('expects a release date of a whole answer, not of an extract', () => {
  const { data, ...body } = JSON.parse(legacy)
  const undated = data.map(({ release_date: _, ...row }: Record<string, unknown>) => row)
  expect(parseModels({ ...body, data: undated }).warnings).toMatchObject([
    { code: 'field-missing', path: 'release_date' },
    { code: 'column-sparse', path: 'releasedOn' },
  ])
  expect(parseModels({ data: undated }).warnings).toEqual([])
})
