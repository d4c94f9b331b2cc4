import { parseModels } from '@inference-report/artificial-analysis'
import { readFlight } from '@inference-report/next-flight'
import { parseLeaderboard, parseNews } from '@inference-report/swe-rebench'
import { describe, expect, test } from 'vitest'
import { artificialAnalysisPage } from '../src/leaderboards/inputs/artificial-analysis-page.ts'
import { writePushes, writeRows } from '../src/leaderboards/inputs/flight-page.ts'
import type { RangeResults } from '../src/leaderboards/inputs/swe-rebench-models.ts'
import { type SweRebenchPage, sweRebenchPage } from '../src/leaderboards/inputs/swe-rebench-page.ts'
import { pages } from '../src/leaderboards/inputs/write-pages.ts'

const valuesOf = (results: RangeResults | undefined) =>
  results === undefined
    ? {}
    : {
        resolvedPercent: results.resolvedRate,
        semPercent: results.sem,
        passAt5Percent: results.passN,
        // Zeros are what nobody counted.
        ...(results.instanceCosts ? { costUsdPerProblem: results.instanceCosts } : {}),
        ...(results.totalTokenUsage ? { tokensPerProblem: results.totalTokenUsage } : {}),
        ...(results.cachedTokenPercentage
          ? { cachedTokensPercent: results.cachedTokenPercentage }
          : {}),
      }

/** The rows of a page as a snapshot must tell them. */
function meant({ rows }: SweRebenchPage, hasMakers: boolean) {
  return rows.map(({ model, results, isContaminated }) => ({
    id: model.modelId,
    name: model.modelName,
    kind: model.isAgent ? 'agent' : 'model',
    organization: hasMakers ? model.developer : undefined,
    releasedOn: new Date(model.releasedAt).toISOString().slice(0, 10),
    flags: [
      ...(isContaminated ? ['contaminated'] : []),
      // In May 2026 only the table tells products, and colours one that is out of range as such.
      ...(model.isAgent && (hasMakers || results !== undefined) ? ['external'] : []),
      ...(results === undefined ? ['out-of-range'] : []),
    ],
    values: valuesOf(results),
  }))
}

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)

describe.for([
  ['flat', 'rows', 'ms'],
  ['flat', 'awkward', 's'],
  ['languages', 'rows', 's'],
  ['languages', 'awkward', 'ms'],
] as const)('SWE-rebench, %s, cut at %s, in %s', ([shape, cut, unit]) => {
  const page = sweRebenchPage({ models: 24, shape, cut, unit })
  const hasMakers = shape === 'languages'

  test('is read exactly', () => {
    const snapshot = parseLeaderboard(page.html)
    expect(snapshot.warnings).toEqual([])
    expect(snapshot.window).toEqual(page.window)
    expect(snapshot.language).toBe('all')
    const read = snapshot.entries.map((entry) => ({
      id: entry.id,
      name: entry.name,
      kind: entry.flags.includes('external') ? 'agent' : entry.kind,
      organization: entry.organization,
      releasedOn: entry.releasedOn,
      flags: entry.flags,
      values: entry.values,
    }))
    const expected = meant(page, hasMakers).map((row) =>
      row.flags.includes('external') ? row : { ...row, kind: 'model' },
    )
    expect(read.toSorted(byId)).toEqual(expected.toSorted(byId))
    const ranked = page.rows.filter(({ results }) => results !== undefined)
    expect(snapshot.entries.filter(({ rank }) => rank !== undefined).map(({ id }) => id)).toEqual(
      ranked.map(({ model }) => model.modelId),
    )
  })

  test('is read the same from its payload alone, and roughly from its table alone', () => {
    const scripts = page.html.slice(page.html.indexOf('<script>'))
    const [alone, whole] = [parseLeaderboard(scripts), parseLeaderboard(page.html)]
    expect(alone.warnings).toEqual([])
    expect(alone.entries.map(({ id, values }) => [id, values])).toEqual(
      whole.entries.map(({ id, values }) => [id, values]),
    )
    const table = parseLeaderboard(page.html.slice(0, page.html.indexOf('<script>')))
    expect(table.series).toBe(whole.series)
    // Rounded rates tie, so ranks may differ; the order does not.
    expect(table.entries.map(({ name }) => name)).toEqual(whole.entries.map(({ name }) => name))
    for (const [index, { values }] of table.entries.entries()) {
      const exact = whole.entries[index]?.values ?? {}
      expect(Object.keys(values)).toEqual(Object.keys(exact))
      for (const [key, value] of Object.entries(values)) {
        const digits =
          key === 'tokensPerProblem' ? 0 : key.startsWith('sem') || key.startsWith('cost') ? 2 : 1
        expect(value).toBeCloseTo(exact[key] ?? Number.NaN, digits)
      }
    }
  })

  test('tells its news', () => {
    const { entries, warnings } = parseNews(page.html)
    expect(warnings).toEqual([])
    expect(entries.map(({ publishedOn, text }) => ({ date: publishedOn, text }))).toEqual(page.news)
  })

  test('is read in another language where it has some', () => {
    if (!hasMakers) {
      expect(() => parseLeaderboard(page.html, { language: 'python' })).toThrow(/not-found/)
      return
    }
    const python = parseLeaderboard(page.html, { language: 'python' })
    expect(python.series).toBe(`swe-rebench/python/${page.window.from}..${page.window.to}`)
    expect(python.warnings).toEqual([])
    const read = python.entries.filter(({ rank }) => rank !== undefined)
    expect(new Map(read.map(({ id, values }) => [id, values]))).toEqual(
      new Map([...page.python].map(([id, results]) => [id, valuesOf(results)])),
    )
  })
})

test('a language nobody was tested in is not found, though the page has zeros for it', () => {
  const { html } = sweRebenchPage({ models: 8, shape: 'languages', cut: 'rows' })
  const early = { from: '2025-11-01', to: '2026-01-15' }
  expect(() => parseLeaderboard(html, { language: 'rust', window: early })).toThrow(/not-found/)
})

describe.for(['rows', 'awkward'] as const)('Artificial Analysis, cut at %s', (cut) => {
  const page = artificialAnalysisPage({ models: 60, cut })

  test.for(['html', 'rsc'] as const)('is read exactly from its %s', (surface) => {
    const snapshot = parseModels(page[surface])
    expect(snapshot.warnings).toEqual([])
    const read = snapshot.entries.map((entry) => ({
      id: entry.id,
      name: entry.name,
      organization: entry.organization,
      openWeights: entry.openWeights,
      estimated: entry.flags.includes('estimated'),
      deprecated: entry.flags.includes('deprecated'),
      index: entry.values['intelligenceIndex'],
      speed: entry.values['outputTokensPerSecond'],
      input: entry.values['priceInputUsdPerMillionTokens'],
      output: entry.values['priceOutputUsdPerMillionTokens'],
      cost: entry.values['costUsdPerTask'],
      context: entry.values['contextWindowTokens'],
    }))
    const expected = page.models.map((model) => ({
      id: model.slug,
      name: model.name,
      organization: model.creator,
      openWeights: model.isOpenWeights,
      estimated: model.isEstimated,
      deprecated: model.deprecated,
      index: model.intelligenceIndex ?? undefined,
      speed: model.outputTokensPerSecond,
      input: model.priceInput ?? undefined,
      output: model.priceOutput ?? undefined,
      cost: model.costPerTask,
      context: model.contextWindowTokens,
    }))
    expect(read.toSorted(byId)).toEqual(expected.toSorted(byId))
  })
})

test('pushes cut within words, characters’ neighbours and heads of text rows hold the same rows', () => {
  const text = 'Étoile 😀 北斗 – “quoted”\n<p>7:[1]</p>'.repeat(40)
  const rows = writeRows([
    { id: '1', text },
    { id: '2', json: { a: '$1', b: ['\\"\u2028&', { c: '$$x' }] } },
    { id: '3', module: '1,[],"X"' },
    { id: '4', text: 'end' },
  ])
  expect(rows[0]).toBe(`1:T${Buffer.byteLength(text).toString(16)},`)
  for (const cut of ['rows', 'awkward'] as const) {
    const page = writePushes(rows, cut)
    expect(page).not.toMatch(/<p>|\u2028/)
    const flight = readFlight(`<!DOCTYPE html>${page}`)
    expect(flight.warnings).toEqual([])
    expect(flight.rows.get('1')).toBe(text)
    expect(flight.rows.get('2')).toEqual({ a: text, b: ['\\"\u2028&', { c: '$x' }] })
    expect(flight.rows.get('4')).toBe('end')
  }
})

test('the pages that are measured are as large as the real ones', { timeout: 60_000 }, () => {
  const megabytes = pages.map(({ html }) => Buffer.byteLength(html()) / 1e6)
  expect(megabytes.map(Math.round)).toEqual([2, 12, 12])
})
