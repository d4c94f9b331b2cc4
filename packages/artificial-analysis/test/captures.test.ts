import { createHash } from 'node:crypto'
import { compareSnapshots, modelName, type Snapshot } from '@inference-report/leaderboard'
import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { readFlight } from '@inference-report/next-flight'
import { describe, expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import {
  generations,
  hasCaptures,
  readCapture,
  readNormalized,
  toFlightPage,
  toProviderTable,
} from './captures.ts'
import { fieldsOf, type Json, mutationsOf, outcomeOf } from './mutations.ts'

/** Which model stands where with which figures; the surface's own series with it. */
const hashOf = ({ series, entries }: Snapshot) =>
  createHash('sha256')
    .update(JSON.stringify([series, entries]))
    .digest('hex')
    .slice(0, 16)

const table = 'aa_leaderboards_models_table_excerpt_2026-autumn.html'
const legacy = 'aa_api_v2_data_llms_models_2026-05-07.json'
const trimmed = 'aa_api_v2_data_llms_models_2026-04-28.json'
const june = 'aa_api_v2_language_models_free_p1_v4.1_2026-06-27.json'
const september = 'aa_api_v2_language_models_free_p1_v4.3_excerpt7_2026-09.json'
const page = 'aa_flight_leaderboards_models_excerpt6_2026-09.html'
const costs = 'aa_flight_failed-two-costs_2026-09.html'

/** The first of several pages, as if it were the only one. */
function asWhole(file: string): Json {
  const body = JSON.parse(readCapture(file))
  return { ...body, pagination: { ...body.pagination, total_pages: 1, has_more: false } }
}

describe.skipIf(!hasCaptures)('captures (skipped where there are none)', () => {
  test.for([
    [legacy, 'artificial-analysis/legacy', 513, 504, [], '9a4da7712df03845'],
    [trimmed, 'artificial-analysis/legacy', 56, 56, [], '16360c87d29f7f1c'],
    [june, 'artificial-analysis/4.1', 200, 0, ['partial'], 'fae4c64abfd0b660'],
    [september, 'artificial-analysis/4.3', 7, 0, ['partial'], '09a439cd193981d6'],
    [page, 'artificial-analysis/page', 6, 6, [], '6dbcf98ca9d4a633'],
    [costs, 'artificial-analysis/page', 6, 0, ['partial'], 'ac22578356d4af53'],
    [table, 'artificial-analysis/table', 1, 1, [], '12a24b5a27c185dd'],
  ] as const)('%s', ([file, series, rows, ranked, codes, hash]) => {
    const snapshot = parseModels(readCapture(file))
    expect(snapshot.warnings.map(({ code }) => code)).toEqual(codes)
    expect(snapshot.series).toBe(series)
    expect(snapshot.entries).toHaveLength(rows)
    expect(snapshot.entries.filter(({ rank }) => rank !== undefined)).toHaveLength(ranked)
    expect(hashOf(snapshot)).toBe(hash)
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
  })

  test.for([
    ['2026-05-02', Object.keys(generations), 483, 475, 120, '56da71a1b8a5d86a'],
    ['2026-05-03', ['camelCase of spring 2026'], 483, 475, 120, 'd737f1b332dea7f4'],
    ['2026-06-15', ['camelCase of spring 2026'], 509, 501, 120, '842581b7a1cd01c7'],
    ['2026-06-16', ['camelCase of spring 2026'], 509, 501, 458, '9a6745ec638f2453'],
  ] as const)(
    'the record behind the page of %s, under each generation of names',
    ([day, names, rows, ranked, estimated, hash]) => {
      const models = readNormalized(`aa_page_llms_normalized_${day}.json`)
      for (const name of names) {
        const snapshot = parseModels(toFlightPage(models.map((row) => generations[name]?.(row))))
        expect(snapshot.warnings).toEqual([])
        expect(snapshot.entries).toHaveLength(rows)
        expect(snapshot.entries.filter(({ rank }) => rank !== undefined)).toHaveLength(ranked)
        expect(snapshot.entries.filter(({ flags }) => flags.includes('estimated'))).toHaveLength(
          estimated,
        )
        expect(hashOf(snapshot)).toBe(hash)
      }
    },
  )

  test('the providers board of August 2025, whose head fuses its words', () => {
    const snapshot = parseModels(toProviderTable())
    expect(snapshot.warnings).toEqual([])
    expect(snapshot.series).toBe('artificial-analysis/providers')
    expect(snapshot.entries).toHaveLength(506)
    expect(hashOf(snapshot)).toBe('bbed2d340ac9a956')
    expect(snapshot.entries[0]).toMatchObject({
      name: 'GPT-5 (high)',
      values: {
        intelligenceIndex: 69,
        outputTokensPerSecond: 112.2,
        priceBlendedUsdPerMillionTokens: 3.44,
        contextWindowTokens: 400_000,
      },
    })
  })

  test('a row of the providers board with all its columns open fits no other head', () => {
    const head = readCapture('aa_leaderboards_models_table_headers_2025-08-13.html')
    const row = readCapture('aa_leaderboards_models_table_row_2025-08-13.html')
    expect(() => parseModels(`<table>${head}<tbody>${row}</tbody></table>`)).toThrowError(/drift/)
  })

  test.for([june, september])('a whole answer leaves no warning: %s', (file) => {
    const snapshot = parseModels(asWhole(file))
    expect(snapshot.warnings).toEqual([])
    expect(snapshot.entries.filter(({ rank }) => rank === 1)).toHaveLength(1)
  })

  test('no mutation of a field of a capture is silently wrong', { timeout: 120_000 }, () => {
    const rows = readFlight(readCapture(page)).find(
      (value) => Array.isArray(value) && Object.hasOwn(Object(value[0]), 'slug'),
    )
    const documents: [Json, (document: Json) => string | object][] = [
      [asWhole(june), (document) => document],
      [asWhole(september), (document) => document],
      [JSON.parse(readCapture(trimmed)), (document) => document],
      [{ rows }, (document) => toFlightPage(document['rows'])],
    ]
    const silent: string[] = []
    for (const [document, toBody] of documents) {
      const original = parseModels(toBody(document))
      expect(original.warnings).toEqual([])
      for (const mutation of fieldsOf(document).flatMap(mutationsOf)) {
        const outcome = outcomeOf(original, toBody(mutation.apply(document)))
        if (outcome === 'silent') silent.push(mutation.name)
      }
    }
    // One speed of seven rows: too few to tell a 0 that means unknown from a true one.
    expect(silent).toEqual(['retype null to 0 data[].performance.median_output_tokens_per_second'])
  })

  test('the older API of 7 May 2026, by hand', () => {
    const { entries } = parseModels(readCapture(legacy))
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

  test('the day of version 4.1, by hand: every score fell, and more than half is estimated', () => {
    const [before, after] = ['2026-06-15', '2026-06-16'].map((day) =>
      parseModels(toFlightPage(readNormalized(`aa_page_llms_normalized_${day}.json`))),
    )
    const rowOf = (snapshot: Snapshot | undefined, slug: string) =>
      snapshot?.entries.find(({ id }) => id === slug)
    expect(rowOf(before, 'gpt-5-5')).toMatchObject({
      name: 'GPT-5.5 (xhigh)',
      rank: 3,
      organization: 'OpenAI',
      releasedOn: '2026-04-23',
      openWeights: false,
      values: { intelligenceIndex: 60.2375549867282, priceBlendedUsdPerMillionTokens: 11.25 },
    })
    expect(rowOf(after, 'gpt-5-5')?.values['intelligenceIndex']).toBe(54.8375984166433)
    expect(rowOf(after, 'claude-fable-5')).toMatchObject({
      rank: 1,
      effort: 'max',
      values: { intelligenceIndex: 59.8606463217303, priceBlendedUsdPerMillionTokens: 20 },
    })
    // Not measured that day.
    expect(rowOf(after, 'claude-fable-5')?.values).not.toHaveProperty('outputTokensPerSecond')
  })

  test('two versions of the current API are not comparable', () => {
    const [was, is] = [june, september].map((file) => parseModels(readCapture(file)))
    expect([was?.version, is?.version]).toEqual(['4.1', '4.3'])
    expect(() => was && is && compareSnapshots(was, is)).toThrowError(/incomparable/)
  })

  test('the page of September 2026, by hand', () => {
    const { entries } = parseModels(readCapture(page))
    expect(entries.find(({ id }) => id === 'glm-4-5v')).toMatchObject({
      organization: 'Z AI',
      effort: 'non-reasoning',
      openWeights: true,
      flags: ['estimated', 'deprecated'],
      values: { intelligenceIndex: 6.69669796944385, priceBlendedUsdPerMillionTokens: 0.9 },
    })
    const two = parseModels(readCapture(costs)).entries
    expect(two.filter(({ values }) => 'costUsdPerTask' in values)).toHaveLength(4)
  })

  test('the table of autumn 2026, by hand', () => {
    expect(parseModels(readCapture(table)).entries).toEqual([
      {
        id: 'claude-opus-5-5',
        name: 'Claude Opus 5.5 (max with fallback)',
        organization: 'Anthropic',
        kind: 'model',
        rank: 1,
        values: {
          intelligenceIndex: 58,
          outputTokensPerSecond: 97,
          costUsdPerTask: 5.98,
          contextWindowTokens: 1_000_000,
        },
        effort: 'max',
        flags: [],
      },
    ])
  })
})
