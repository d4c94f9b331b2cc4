import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import { type TableSurface, tableSurfaces, toTable } from './invented-boards.ts'

const [models, providers] = tableSurfaces
const codesOf = (html: string) => parseModels(html).warnings.map(({ code }) => code)

test('reads the table of models by its heads, under a row of groups', () => {
  const snapshot = parseModels(models === undefined ? '' : toTable(models))
  expect(snapshot.series).toBe('artificial-analysis/table')
  expect(snapshot.entries[0]).toEqual({
    id: 'nova-0',
    name: 'Nova 0 (high)',
    organization: 'Acme',
    kind: 'model',
    rank: 1,
    values: {
      intelligenceIndex: 57,
      outputTokensPerSecond: 41,
      costUsdPerTask: 0.2,
      contextWindowTokens: 128_000,
    },
    effort: 'high',
    flags: [],
  })
  expect(snapshot.entries.at(-1)).not.toHaveProperty('rank')
})

test('keeps a model at each of its providers apart', () => {
  const twice = (table: TableSurface): TableSurface => ({
    ...table,
    rows: table.rows.flatMap((row) => [row, row.with(0, 'Another host').with(4, '$9.00')]),
  })
  const snapshot = parseModels(providers === undefined ? '' : toTable(twice(providers)))
  expect(snapshot.series).toBe('artificial-analysis/providers')
  expect(snapshot.warnings).toEqual([])
  expect(snapshot.entries.slice(0, 2)).toMatchObject([
    { id: 'nova-0/Host of Acme', values: { priceBlendedUsdPerMillionTokens: 0.44 } },
    { id: 'nova-0/Another host', values: { priceBlendedUsdPerMillionTokens: 9 } },
  ])
})

const head = (text: string) => `<th><span>${text}</span></th>`
const heads = ['Model', 'ContextWindow', 'Creator', 'Artificial AnalysisIntelligence Index']
const others = ['Cost per TaskUSD', 'MedianTokens/s', 'FurtherAnalysis']
const cell = (text: string) => `<td>${text}</td>`
const link = '<a href="https://artificialanalysis.ai/models/lux?x=1">Model</a>'
const tableOf = (...rows: string[]) =>
  `<table><tr>${[...heads, ...others].map(head).join('')}</tr>${rows.join('')}</table>`
const row = (...texts: string[]) => `<tr>${[...texts, link].map(cell).join('')}</tr>`

test.for<[string, string, string, string, object]>([
  ['rounded', '1.05M', '58', '$5.98', { contextWindowTokens: 1_050_000, costUsdPerTask: 5.98 }],
  ['long', '2,000,000', '-3', '$1,250', { contextWindowTokens: 2e6, costUsdPerTask: undefined }],
  ['unknown', '', 'N/A', '--', { intelligenceIndex: undefined, costUsdPerTask: undefined }],
  ['of another dress', '128', '58%', '5.98', { intelligenceIndex: undefined }],
])('reads cells that are %s', ([, context, score, cost, values]) => {
  const { entries } = parseModels(tableOf(row('Lux', context, 'Lumen', score, cost, '97')))
  for (const [key, value] of Object.entries(values)) expect(entries[0]?.values[key]).toBe(value)
})

test('warns of cells that are of another dress', () => {
  expect(codesOf(tableOf(row('Lux', '128', 'Lumen', '58%', '€5.98', '97/s')))).toEqual(
    Array(4).fill('value-unreadable'),
  )
})

test.for([
  ['741.17', 741.17],
  ['1,234.5', 1234.5],
  ['0.97', undefined],
] as const)('reads the speed of a cell that prints %s', ([text, speed]) => {
  const { entries } = parseModels(tableOf(row('Lux', '1M', 'Lumen', '58', '$1.00', text)))
  expect(entries[0]?.values['outputTokensPerSecond']).toBe(speed)
})

test('reads names that React cut in two, and none of the icons', () => {
  const name = '<div>Lux<!-- --> 2 (high)<svg><title>Lumen</title></svg></div>'
  const maker = '<img alt="Lumen logo"/><span>Lumen</span>'
  const { entries } = parseModels(tableOf(row(name, '1M', maker, '58', '$1.00', '97')))
  expect(entries[0]).toMatchObject({ id: 'lux', name: 'Lux 2 (high)', organization: 'Lumen' })
})

test('leaves out a row of another width, and refuses a table of such rows', () => {
  const good = row('Lux', '1M', 'Lumen', '58', '$1.00', '97')
  const short = `<tr>${cell('Dim')}${cell('58')}</tr>`
  expect(codesOf(tableOf(good, short))).toEqual(['row-unusable'])
  expect(() => parseModels(tableOf(short))).toThrowError(/drift/)
  expect(() => parseModels(tableOf())).toThrowError(/empty/)
})

test('reads the table behind a payload without a board, and says so', () => {
  const payload = '<script>self.__next_f.push([1,"0:[\\"x\\"]\\n"])</script>'
  const body = payload + tableOf(row('Lux', '1M', 'Lumen', '58', '$1.00', '97'))
  const title = '<title>Intelligence Index v4.3.2</title>'
  const snapshot = parseModels(title + body)
  expect(snapshot.warnings.map(({ code }) => code)).toEqual(['table-read'])
  expect(snapshot.series).toBe('artificial-analysis/table/4.3')
})

test('takes another table for none', () => {
  const other = '<table><tr><th>Model</th></tr><tr><td>An intelligence test</td></tr></table>'
  expect(() => parseModels(other)).toThrowError(/drift/)
  expect(
    parseModels(other + tableOf(row('Lux', '1M', 'L', '58', '$1.00', '97'))).entries,
  ).toHaveLength(1)
})

test('does not search a page without end', () => {
  const start = '<table><th>Intelligence'
  expect(() => parseModels(start.repeat(2e5))).toThrowError(/drift|too-large/)
  expect(() => parseModels(`<table>${'<div>'.repeat(1e5)}intelligence</table>`)).toThrowError(
    /too-large/,
  )
})
