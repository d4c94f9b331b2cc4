import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkSnapshot,
  type DriftOptions,
  detectDrift,
  type Entry,
  type Metric,
  refuseDrift,
  type Snapshot,
} from '../src/index.ts'
import { board, points, row } from './snapshots.ts'

const price: Metric = { key: 'price', label: 'Price', unit: 'USD', better: 'lower' }
const rows = (count: number, change: (entry: Entry, index: number) => Entry = (entry) => entry) =>
  Array.from({ length: count }, (_, index) =>
    change(
      row(`m${index}`, 50 - index, {
        organization: 'Acme',
        values: { points: 50 - index, price: 2 },
      }),
      index,
    ),
  )
const metrics = [points, price]
const before = board(rows(20), { metrics })
const found = (entries: readonly Entry[], rest: Partial<Snapshot> = {}, options?: DriftOptions) =>
  detectDrift(before, board(entries, { metrics, ...rest }), options)
const codes = (...input: Parameters<typeof found>) =>
  found(...input).map(({ code, severity, column }) =>
    [code, severity, column].filter(Boolean).join(' '),
  )

test('finds nothing on a board that only moved a little', () => {
  expect(found(rows(20))).toEqual([])
  const moved = rows(24, (entry, index) => ({
    ...entry,
    values: { points: 49 - index, ...(index % 3 === 0 ? {} : { price: 2.5 }) },
  }))
  expect(found(moved.slice(4))).toEqual([])
  expect(checkSnapshot(before)).toEqual([])
})

test('finds an id that stands for two rows', () => {
  expect(found([...rows(20), row('m3', 1), row('m3', 2)])).toEqual([
    {
      code: 'id-collision',
      severity: 'error',
      message: '2 rows have the id of another row.',
      ids: ['m3'],
      evidence: { after: 2, limit: 0, rows: 22 },
    },
  ])
})

test('finds two rows that only the id tells apart, unless the board always had such', () => {
  const twins = [...rows(20), row('x', 9, { name: 'Twin' }), row('y', 9, { name: 'Twin' })]
  const notices = found(twins)
  expect(notices).toMatchObject([{ code: 'name-collision', severity: 'notice', ids: ['y'] }])
  expect(notices[0]?.message).toMatch(/^1 row has the name of another row, /)
  const usual = board(twins, { metrics })
  expect(checkSnapshot(usual)).toEqual(notices)
  expect(detectDrift(usual, usual)).toEqual([])
  const efforts = [row('x', 9, { name: 'Twin', effort: 'low' }), row('y', 9, { name: 'Twin' })]
  expect(checkSnapshot(board(efforts))).toEqual([])
})

test.for([Number.NaN, Number.POSITIVE_INFINITY])('finds a value that is %d', (value) => {
  const broken = rows(20, (entry, index) =>
    index === 4 ? { ...entry, values: { ...entry.values, price: value } } : entry,
  )
  expect(found(broken)).toMatchObject([
    { code: 'value-not-finite', severity: 'error', column: 'price', ids: ['m4'] },
  ])
})

test('a key without a value is an unknown value, as in JSON', () => {
  const values: Record<string, number> = { points: 5 }
  Reflect.set(values, 'price', undefined)
  expect(checkSnapshot(board([{ ...row('a'), values }]))).toEqual([])
})

test('finds values out of range: by their unit, and by what the source knows', () => {
  const spoilt = (value: number) =>
    rows(20, (entry, index) =>
      index === 4 ? { ...entry, values: { points: 46, price: value } } : entry,
    )
  expect(found(spoilt(-0.01))).toEqual([
    {
      code: 'value-out-of-range',
      severity: 'error',
      message: 'price has a value outside 0 to Infinity, such as -0.01.',
      column: 'price',
      ids: ['m4'],
      evidence: { after: -0.01, limit: '0 to Infinity', rows: 1 },
    },
  ])
  expect(codes(spoilt(900))).toEqual([])
  expect(codes(spoilt(900), {}, { ranges: { price: [0, 800] } })).toEqual([
    'value-out-of-range error price',
  ])
  const share: Metric = { key: 'share', label: 'Share', unit: 'percent' }
  const percents = (value: number) =>
    checkSnapshot(
      board([row('a', 1, { values: { points: 1, share: value } })], { metrics: [points, share] }),
    )
  expect([0, 100].flatMap(percents)).toEqual([])
  expect([-1, 100.1].flatMap(percents)).toHaveLength(2)
  expect(checkSnapshot(board([row('a', -99)]), { ranges: { points: [-100, 100] } })).toEqual([])
  expect(checkSnapshot(board([row('a', -101)]), { ranges: { points: [-100, 100] } })).toHaveLength(
    1,
  )
})

test('finds a board that nobody has a score on', () => {
  const unscored = rows(20, (entry) => ({ ...entry, values: { price: 2 } }))
  expect(codes(unscored)).toEqual(['no-scores error points', 'column-emptied error points'])
  expect(codes([])).toEqual(['no-scores error points', 'rows-disappeared error'])
  expect(checkSnapshot(board([], { metrics: [] })).map(({ code }) => code)).toEqual(['no-scores'])
})

test('finds a column that is gone, or emptied, and a field of the rows too', () => {
  expect(found(rows(20), { metrics: [points] })).toEqual([
    {
      code: 'column-missing',
      severity: 'error',
      message: 'The column price is gone.',
      column: 'price',
      evidence: { before: 100, after: 0, rows: 20 },
    },
  ])
  const emptied = rows(20, ({ organization, ...entry }, index) => ({
    ...entry,
    ...(index < 11 ? { organization } : {}),
    values: { points: 50 - index, ...(index < 9 ? { price: 2 } : {}) },
  }))
  expect(found(emptied)).toEqual([
    {
      code: 'column-emptied',
      severity: 'error',
      message: 'price is known for 45 % of the rows; it was for 100 %.',
      column: 'price',
      evidence: { before: 100, after: 45, limit: 50, rows: 20 },
    },
  ])
  expect(codes(rows(20, ({ organization: _, ...entry }) => entry))).toEqual([
    'column-emptied error organization',
  ])
})

test.for(['releasedOn', 'effort', 'openWeights'] as const)(
  '%s is a field that a board can do without',
  (field) => {
    const with_ = rows(20, (entry) => ({
      ...entry,
      [field]: field === 'openWeights' ? true : '2026-01-31',
    }))
    const after = board(rows(20), { metrics })
    expect(detectDrift(board(with_, { metrics }), after)).toMatchObject([
      { code: 'column-emptied', severity: 'warning', column: field },
    ])
  },
)

test('a source says what must be there, in how many rows, and what need not be', () => {
  const options: DriftOptions = {
    required: ['price', 'organization'],
    floors: { price: 60, points: 95 },
  }
  expect(checkSnapshot(before, options)).toEqual([])
  const half = rows(20, (entry, index) => ({
    ...entry,
    values: { points: 50 - index, ...(index < 11 ? { price: 2 } : {}) },
  }))
  expect(checkSnapshot(board(half, { metrics }), options)).toEqual([
    {
      code: 'column-sparse',
      severity: 'error',
      message: 'price is known for 55 % of the rows, fewer than the 60 % it must be.',
      column: 'price',
      evidence: { after: 55, limit: 60, rows: 20 },
    },
  ])
  const bare = rows(20, ({ organization: _, ...entry }) => ({ ...entry, values: { points: 1 } }))
  expect(checkSnapshot(board(bare), options).map(({ code, column }) => [code, column])).toEqual([
    ['column-missing', 'price'],
    ['column-missing', 'organization'],
    ['column-sparse', 'price'],
  ])
  // Named twice is told once.
  expect(codes(rows(20), { metrics: [points] }, { required: ['price'] })).toEqual([
    'column-missing error price',
  ])
  expect(codes(rows(20), { metrics: [points] }, { optional: ['price'] })).toEqual([
    'column-missing warning price',
  ])
})

test('finds a unit that is another, and a direction that turned', () => {
  expect(
    found(rows(20), { metrics: [points, { ...price, unit: 'USD per thousand tokens' }] }),
  ).toEqual([
    {
      code: 'unit-changed',
      severity: 'error',
      message:
        'price is in USD per thousand tokens, lower being better; it was in USD, lower being better.',
      column: 'price',
      evidence: {
        before: 'USD, lower is better',
        after: 'USD per thousand tokens, lower is better',
      },
    },
  ])
  expect(codes(rows(20), { metrics: [points, { ...price, better: 'higher' }] })).toEqual([
    'unit-changed error price',
  ])
})

const scaled = (by: number) =>
  rows(20, (entry, index) => ({ ...entry, values: { points: (50 - index) * by, price: 2 } }))

test('finds a scale that changed, in one series only', () => {
  expect(found(scaled(0.01))).toEqual([
    {
      code: 'scale-changed',
      severity: 'error',
      message: 'points of the middle row is 0.01 times what it was.',
      column: 'points',
      evidence: { before: 41, after: 0.41, limit: 'a factor of 3', rows: 20 },
    },
  ])
  expect(codes(scaled(-1))).toEqual(['scale-changed error points', 'order-changed error points'])
  expect(codes(scaled(0.01), { series: 'demo/2' })).toEqual(['series-changed warning'])
})

test('finds scores that were rescaled without a word', () => {
  // 0.800 became 0.666 on the coding agents' board between 14 and 22 July 2026; 0.75 is worse.
  expect(codes(scaled(0.75))).toEqual(['values-shifted warning points'])
  expect(codes(scaled(1.3))).toEqual(['values-shifted warning points'])
  expect(codes(scaled(0.85))).toEqual([])
})

test('finds another column read as the score: the values are likely, the order is not', () => {
  const another = rows(20, (entry, index) => ({
    ...entry,
    values: { points: 31 + ((index * 7) % 20), price: 2 },
  }))
  const [drift, ...rest] = found(another)
  expect(rest).toEqual([])
  expect(drift).toMatchObject({ code: 'order-changed', severity: 'error', column: 'points' })
  expect(drift?.evidence).toMatchObject({ limit: 0.5, rows: 20 })
  expect(Number(drift?.evidence.after)).toBeLessThan(0.5)
  expect(codes(another, { version: '2' })).toEqual([
    'version-changed warning',
    'order-changed error points',
  ])
})

test('finds more than a quarter of the rows gone, or half in another series', () => {
  expect(found(rows(15))).toEqual([])
  expect(found(rows(14))).toEqual([
    {
      code: 'rows-disappeared',
      severity: 'error',
      message: '6 of 20 rows are gone.',
      ids: ['m14', 'm15', 'm16', 'm17', 'm18', 'm19'],
      evidence: { before: 20, after: 14, limit: 15, rows: 20 },
    },
  ])
  expect(codes(rows(14), {}, { mostRowsLostPercent: 30 })).toEqual([])
  expect(codes(rows(10), { series: 'demo/2' })).toEqual(['series-changed warning'])
  expect(codes(rows(9), { series: 'demo/2' })).toEqual([
    'series-changed warning',
    'rows-disappeared warning',
  ])
  const partial = { warnings: [{ code: 'partial', message: 'Page 1 of 3.' }] }
  expect(codes(rows(9), partial)).toEqual([])
})

test('rows that only have other ids now have not disappeared', () => {
  const renamed = rows(20, (entry, index) => ({ ...entry, id: `new-${index}`, name: `m${index}` }))
  expect(found(renamed)).toMatchObject([
    {
      code: 'ids-changed',
      severity: 'error',
      message: '20 of 20 rows have another id now.',
      evidence: { before: 20, after: 0, limit: 15, rows: 20 },
    },
  ])
})

test('says that version, window or series are others', () => {
  const window = { from: '2026-03-01', to: '2026-05-15' }
  expect(found(rows(20), { version: '4.1', series: 'demo/4.1' })).toEqual([
    {
      code: 'version-changed',
      severity: 'warning',
      message: 'The version is 4.1; it was unknown.',
      evidence: { after: '4.1' },
    },
  ])
  expect(found(rows(20), { window, series: 'demo/2' })).toEqual([
    {
      code: 'window-changed',
      severity: 'warning',
      message: 'The window is 2026-03-01 to 2026-05-15; it was unknown.',
      evidence: { after: '2026-03-01 to 2026-05-15' },
    },
  ])
  expect(found(rows(20), { series: 'demo/2' })).toMatchObject([
    { code: 'series-changed', evidence: { before: 'demo/1', after: 'demo/2' } },
  ])
})

test('says nothing of a board that was too small to tell', () => {
  const small = board(rows(4), { metrics })
  expect(detectDrift(small, board(rows(1), { metrics }))).toEqual([])
  const unlike = rows(4, ({ organization: _, ...entry }) => ({ ...entry, values: { points: 0.5 } }))
  expect(detectDrift(small, board(unlike, { metrics }))).toEqual([])
  expect(detectDrift(board([], { metrics }), board(rows(1), { metrics }))).toEqual([])
})

test('what is graver than a warning is refused, with its evidence', () => {
  const drifts = found(rows(14), { metrics: [points], version: '2' })
  const about = { source: 'demo', url: 'https://board.example/' }
  expect(() => refuseDrift(drifts, about)).toThrowError(SourceError)
  try {
    refuseDrift(drifts, about)
  } catch (error) {
    expect(error).toMatchObject({
      code: 'drift',
      source: 'demo',
      url: 'https://board.example/',
      received:
        'column-missing: The column price is gone. rows-disappeared: 6 of 20 rows are gone.',
      cause: drifts.filter(({ severity }) => severity === 'error'),
    })
  }
  const warning = found(rows(20), { version: '2' })
  expect(refuseDrift(warning, about)).toEqual(warning)
  expect(() => refuseDrift(warning, about, 'notice')).toThrowError(/version-changed/)
  expect(refuseDrift([], about, 'notice')).toEqual([])
})

test('any two boards: no crash, plain data, and none against itself but what is wrong with it alone', () => {
  const value = fc.oneof(fc.integer({ min: -5, max: 50 }), fc.double())
  const entry = fc.tuple(fc.nat(12), fc.constantFrom('A', 'B'), value, value)
  const any = fc.array(entry, { maxLength: 25 }).map((list) =>
    board(
      list.map(([id, name, score, cost]) =>
        row(`m${id}`, score, { name, values: { points: score, price: cost } }),
      ),
      { metrics },
    ),
  )
  fc.assert(
    fc.property(any, any, (was, is) => {
      for (const drift of detectDrift(was, is)) {
        expect(drift.message).toMatch(/^\S.*\.$/)
        expect(drift.ids?.length ?? 0).toBeLessThanOrEqual(20)
      }
      const own = new Set(checkSnapshot(is).map(({ code }) => code))
      for (const { code } of detectDrift(is, is)) expect(own).toContain(code)
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
  )
})

test('the time a board takes grows with its rows, not with their square', () => {
  // Counted, not timed: how often a row's values are looked at.
  const looks = (count: number) => {
    let reads = 0
    const entries = rows(count).map((entry) => ({
      ...entry,
      get values() {
        reads += 1
        return entry.values
      },
    }))
    const whole = {
      ...before,
      entries: entries.map((entry, index) => Object.assign(entry, { rank: index + 1 })),
    }
    detectDrift(whole, whole)
    return reads
  }
  expect(looks(2000)).toBeLessThan(looks(1000) * 2.5)
})
