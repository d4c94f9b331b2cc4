import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compareSnapshots, modelName } from '@inference-report/leaderboard'
import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { describe, expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))
const read = (file: string) => readFileSync(`${captures}/leaderboards/${file}`, 'utf8')

describe.skipIf(!existsSync(captures))('captures (skipped where there are none)', () => {
  test.for([
    ['aa_api_v2_data_llms_models_2026-05-07.json', 513, 504, 'gpt-5-5', []],
    ['aa_api_v2_data_llms_models_2026-04-28.json', 56, 56, undefined, []],
    ['aa_api_v2_language_models_free_p1_v4.1_2026-06-27.json', 200, 0, undefined, ['partial']],
    ['aa_api_v2_language_models_free_p1_v4.3_excerpt7_2026-09.json', 7, 0, undefined, ['partial']],
    ['aa_flight_leaderboards_models_excerpt6_2026-09.html', 6, 6, undefined, ['reference-missing']],
    ['aa_flight_failed-two-costs_2026-09.html', 6, 0, undefined, ['row-without-id', 'partial']],
  ] as const)('%s', ([file, rows, ranked, , codes]) => {
    const snapshot = parseModels(read(file))
    expect(snapshot.entries).toHaveLength(rows)
    expect(snapshot.entries.filter(({ rank }) => rank !== undefined)).toHaveLength(ranked)
    expect(snapshot.warnings.map(({ code }) => code)).toEqual(codes)
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
  })

  test('the older API of 7 May 2026, by hand', () => {
    const { entries } = parseModels(read('aa_api_v2_data_llms_models_2026-05-07.json'))
    expect(entries[0]).toMatchObject({ name: 'GPT-5.5 (xhigh)', rank: 1, effort: 'xhigh' })
    expect(entries[0]?.values).toMatchObject({
      intelligenceIndex: 60.2,
      outputTokensPerSecond: 77.984,
      priceBlendedUsdPerMillionTokens: 11.25,
    })
    expect(entries[3]).toMatchObject({ name: 'Gemini 3.1 Pro Preview', rank: 4 })
    expect(entries.map(modelName).slice(2, 3)).toEqual(['Claude Opus 4.7'])
    // 173 prices and 204 speeds are a 0 that means unknown.
    const known = (key: string) => entries.filter(({ values }) => key in values).length
    expect(known('priceBlendedUsdPerMillionTokens')).toBe(513 - 173)
    expect(known('outputTokensPerSecond')).toBe(513 - 204)
  })

  test('two versions of the current API are not comparable', () => {
    const [june, september] = [
      'aa_api_v2_language_models_free_p1_v4.1_2026-06-27.json',
      'aa_api_v2_language_models_free_p1_v4.3_excerpt7_2026-09.json',
    ].map((file) => parseModels(read(file)))
    expect([june?.version, september?.version]).toEqual(['4.1', '4.3'])
    expect(() => june && september && compareSnapshots(june, september)).toThrowError(
      /incomparable/,
    )
  })

  test('the page of September 2026, by hand', () => {
    const { entries } = parseModels(read('aa_flight_leaderboards_models_excerpt6_2026-09.html'))
    expect(entries.find(({ id }) => id === 'glm-4-5v')).toMatchObject({
      organization: 'Z AI',
      effort: 'non-reasoning',
      openWeights: true,
      flags: ['estimated', 'deprecated'],
      values: { intelligenceIndex: 6.69669796944385, priceBlendedUsdPerMillionTokens: 0.9 },
    })
    const costs = parseModels(read('aa_flight_failed-two-costs_2026-09.html')).entries
    expect(costs.filter(({ values }) => 'costUsdPerTask' in values)).toHaveLength(4)
  })
})
