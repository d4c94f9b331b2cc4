import { compareSnapshots } from '@inference-report/leaderboard'
import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { SourceError } from '@inference-report/source'
import { expect, test } from 'vitest'
import { parseLeaderboard } from '../src/index.ts'
import { may, payload, summer } from './fixtures.ts'
import { props, table, write } from './mutations/board.ts'

const board = { from: '2026-05-15', to: '2026-07-01' }
const codeOf = (html: string, options: Parameters<typeof parseLeaderboard>[1]) => {
  try {
    parseLeaderboard(html, options)
    return 'no error'
  } catch (error) {
    return SourceError.is(error) ? error.code : error
  }
}

test('reads the payload where the page has no table, for the window it shows first', () => {
  const snapshot = parseLeaderboard(payload)
  expect(snapshot.series).toBe('swe-rebench/all/2026-05-15..2026-07-01')
  expect(snapshot.entries).toStrictEqual([
    {
      id: 'nova-5.6-medium__tools',
      name: 'Nova 5.6 [medium]',
      kind: 'model',
      rank: 1,
      values: {
        resolvedPercent: 64.5,
        semPercent: 1.41,
        passAt5Percent: 72.5,
        costUsdPerProblem: 1.2,
        tokensPerProblem: 2518308.5,
        cachedTokensPercent: 94.9,
      },
      releasedOn: '2026-06-20',
      effort: 'medium',
      flags: ['contaminated'],
    },
    {
      id: 'lux-5__tools',
      name: 'Lux 5',
      kind: 'model',
      rank: 2,
      values: {
        resolvedPercent: 58.2,
        semPercent: 1.41,
        passAt5Percent: 66.2,
        tokensPerProblem: 2518308.5,
      },
      releasedOn: '2026-03-01',
      flags: [],
    },
    {
      id: 'lux-5__text',
      name: 'Lux 5',
      kind: 'model',
      rank: 3,
      values: {
        resolvedPercent: 50,
        semPercent: 1.41,
        passAt5Percent: 58,
        tokensPerProblem: 2518308.5,
      },
      releasedOn: '2026-03-01',
      flags: [],
    },
    {
      id: 'dim__tools',
      name: 'Dim-Scout',
      kind: 'model',
      values: {},
      releasedOn: '2025-01-01',
      flags: ['out-of-range'],
    },
  ])
  expect(snapshot.warnings).toEqual([])
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
})

test('gives rows of the table the ids, makers and dates that their names had before', () => {
  const previous = parseLeaderboard(payload)
  const snapshot = parseLeaderboard(summer, { previous })
  expect(snapshot.entries.map(({ id, releasedOn }) => [id, releasedOn])).toEqual([
    ['nova-5.6-medium__tools', '2026-06-20'],
    ['larkwright-cli', undefined],
    // Two runs had this name.
    ['lux-5', undefined],
    ['dim__tools', '2025-01-01'],
  ])
  const movement = compareSnapshots(previous, snapshot)
  expect(movement.moves.map(({ id }) => id)).toEqual(['nova-5.6-medium__tools', 'dim__tools'])
})

test('reads another language or window from the payload behind the table', () => {
  const both = summer + payload
  const python = parseLeaderboard(both, { language: 'Python', window: board })
  expect(python).toMatchObject({
    language: 'python',
    series: 'swe-rebench/python/2026-05-15..2026-07-01',
  })
  expect(python.entries.map(({ values }) => values['resolvedPercent'])).toEqual([
    70.25,
    undefined,
    undefined,
    undefined,
  ])
  const june = parseLeaderboard(both, { window: { from: '2026-05-15', to: '2026-06-15' } })
  expect(june.entries[0]).toMatchObject({ name: 'Dim-Scout', rank: 1 })
})

test('reads the flat ranges of May 2026, and seconds for milliseconds', () => {
  const item = {
    modelName: 'Nova 1',
    release: { timestamp: 1772323200 },
    taskRangeTimestamp: { from: 1772323200, to: 1778803200 },
    rangeStats: { '1772323200:1778803200': { resolvedRate: 31.5 } },
  }
  const dates = { dates: [1772323200, 1778803200], initialStartIndex: 0, initialEndIndex: 1 }
  const row = `0:${JSON.stringify({ items: [item], dates })}\n`
  const page = `<script>self.__next_f.push([1,${JSON.stringify(row)}])</script>`
  const snapshot = parseLeaderboard(page)
  expect(snapshot.window).toEqual({ from: '2026-03-01', to: '2026-05-15' })
  expect(snapshot.entries[0]).toMatchObject({
    values: { resolvedPercent: 31.5 },
    releasedOn: '2026-03-01',
    flags: [],
  })
  expect(codeOf(page, { language: 'python' })).toBe('not-found')
})

test('reads names that are broken, efforts over all rows, and nothing from what is nested without end', () => {
  const stats = { '1772323200:1778803200': { resolvedRate: 31.5 } }
  const names = ['nova-codex-high', 'nova-codex-medium', 'X \\ud83d Y', 'X \\ud83d Y', 'Nova  6']
  const items = names.map((modelName) => ({ modelName, rangeStats: stats }))
  const page = (index: string) => {
    const data = { items, dates: { dates: [1772323200, 1778803200], initialEndIndex: 1 } }
    const row = JSON.stringify({ ...data, '': 0 })
      .replaceAll('\\\\', '\\')
      .replace('"initialEndIndex"', `"initialStartIndex":${index},"initialEndIndex"`)
    return `<script>self.__next_f.push([1,${JSON.stringify(`0:${row}\n`)}])</script>`
  }
  const { entries, warnings } = parseLeaderboard(page('0'))
  expect(entries.map(({ id, name, effort }) => [id, name, effort])).toEqual([
    ['nova-codex-high', 'nova-codex-high', 'high'],
    ['nova-codex-medium', 'nova-codex-medium', 'medium'],
    ['x-y', 'X \ufffd Y', undefined],
    ['x-y-2', 'X \ufffd Y', undefined],
    ['nova-6', 'Nova 6', undefined],
  ])
  expect(warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['duplicate-name', 'name-repaired', 'range-unknown', 'field-missing']),
  )
  expect(JSON.stringify(warnings)).not.toContain('\\ud83d')
  const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`
  for (const index of [deep, 'null', '"0"']) expect(codeOf(page(index), {})).toBe('drift')
})

test('takes the window of the slider where the payload tells none', () => {
  const undated = payload.replace('initialStartIndex', 'startIndex')
  expect(codeOf(undated, {})).toBe('drift')
  const snapshot = parseLeaderboard(summer + undated)
  expect(snapshot.series).toBe('swe-rebench/all/2026-05-15..2026-07-01')
  expect(snapshot.entries).toHaveLength(4)
  expect(snapshot.warnings.map(({ code }) => code)).toContain('window-moved')
})

test('takes the window of a payload nobody can read the results of, beside a table without dates', () => {
  const undated = summer.replace(/\d\d\/\d\d\/2026/g, '')
  const broken = payload.replaceAll('resolvedRate', 'quota')
  const snapshot = parseLeaderboard(undated + broken)
  expect(snapshot.series).toBe('swe-rebench/all/2026-05-15..2026-07-01')
  expect(snapshot.entries).toEqual(parseLeaderboard(summer).entries)
  const codes = new Set(snapshot.warnings.map(({ code }) => code))
  expect([...codes]).toEqual(['field-missing', 'payload-unreadable', 'window-moved'])
})

test('takes the results that stand with their dates, not a larger object without', () => {
  const other = { a: 1, b: 2, c: 3, d: 4, items: [{ modelName: 'Other', rangeStats: {} }] }
  const push = `<script>self.__next_f.push([1,${JSON.stringify(`9:${JSON.stringify(other)}\n`)}])</script>`
  expect(parseLeaderboard(push + payload)).toEqual(parseLeaderboard(payload))
})

test('reads no table from a text of the bare payload, whatever row that begins with', () => {
  const text = table(6).replace('Nova', 'Elsewhere')
  const rows = `18:T${Buffer.byteLength(text).toString(16)},${text}7:${JSON.stringify(props('languages'))}\n`
  for (const body of [rows, `:HL["/page.css","style"]\n${rows}`]) {
    const { entries, warnings } = parseLeaderboard(body)
    expect(warnings).toEqual([])
    expect(entries[0]?.name).toBe('Nova 5.6 [medium]')
  }
})

test('takes the whole board where a part of it stands before it, with dates of its own', () => {
  const whole = props('languages')
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return
  const { items } = whole
  const part = { ...whole, items: Array.isArray(items) ? items.slice(0, 1) : [] }
  const page = write({ slider: '', props: [part, { list: whole }] })
  expect(parseLeaderboard(page)).toEqual(parseLeaderboard(write({ slider: '', props: whole })))
})

test.for<[string, string, (value: number) => number]>([
  ['a hundredth of a dollar', 'instanceCosts', (value) => value / 100],
  ['tokens of a hundred problems', 'totalTokenUsage', (value) => value * 100],
  ['no rate', 'resolvedRate', () => 0],
  ['the tenth part of a rate', 'resolvedRate', (value) => value / 10],
])('says that a column holds what no board has shown: %s', ([, field, change]) => {
  const revive = (key: string, value: unknown): unknown =>
    key === field && typeof value === 'number' && value > 0 ? change(value) : value
  const text = JSON.stringify(props('languages'))
  const page = write({ slider: '', props: JSON.parse(text, revive) })
  expect(parseLeaderboard(page).warnings.map(({ code }) => code)).toEqual(['unit-suspect'])
})

test('never answers with another language or window than was asked for', () => {
  expect(codeOf(may, { language: 'python' })).toBe('not-found')
  expect(codeOf(may, { window: board })).toBe('not-found')
  expect(codeOf(payload, { language: 'cobol' })).toBe('not-found')
  expect(codeOf(payload, { window: { from: '2026-05-15', to: '2026-05-15' } })).toBe('not-found')
  expect(codeOf(payload, { window: { from: '2020-01-01', to: '2020-02-01' } })).toBe('not-found')
  expect(codeOf(may, { language: 'All', window: { from: '2026-03-01', to: '2026-05-15' } })).toBe(
    'no error',
  )
})

test('reads what the payload writes with a dollar: a name, nothing, and references to other rows', () => {
  const push = (row: string) => `<script>self.__next_f.push(${JSON.stringify([1, row])})</script>`
  const key = `${Date.UTC(2026, 4, 15)}:${Date.UTC(2026, 6, 1)}`
  const results = { resolvedRate: 64.5, sem: 1.4, passN: 70.5, instanceCosts: 1.2 }
  const item = (modelName: string, ranges: object | string) => ({
    modelId: `${modelName}__tools`,
    modelName,
    release: { timestamp: Date.UTC(2026, 5, 9), date: '$undefined' },
    taskRangeTimestamp: { from: Date.UTC(2026, 4, 15), to: Date.UTC(2026, 6, 1) },
    rangeStats: ranges,
  })
  const known = { ...results, totalTokenUsage: 2518308, cachedTokenPercentage: '$undefined' }
  const dates = [Date.UTC(2026, 4, 15), Date.UTC(2026, 6, 1)]
  const page = (...items: object[]) =>
    push(
      `8:${JSON.stringify({ [key]: { ...known, resolvedRate: 50 } })}\n7:${JSON.stringify({
        items,
        dates: { dates, initialStartIndex: 0, initialEndIndex: 1 },
      })}\n`,
    )
  const read = (html: string) => {
    const { entries, warnings } = parseLeaderboard(html)
    const rows = entries.map(({ id, name, values }) => [id, name, values['resolvedPercent']])
    return { rows, codes: warnings.map(({ code, path }) => [code, path]) }
  }
  const nova = item('$$5 Nova', { all: { [key]: known } })
  const told = [['field-missing', 'cachedTokensPercent']]
  expect(read(page(nova))).toEqual({ rows: [['$5 Nova__tools', '$5 Nova', 64.5]], codes: told })
  const rows = [
    ['$5 Nova__tools', '$5 Nova', 64.5],
    ['Lux__tools', 'Lux', 50],
  ]
  expect(read(page(nova, item('Lux', { all: '$8' })))).toEqual({ rows, codes: told })
  expect(read(page(nova, item('Lux', '$8')))).toEqual({ rows, codes: told })
})
