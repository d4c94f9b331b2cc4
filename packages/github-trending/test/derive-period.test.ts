import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivePeriod, parseTrending, type Repository, type Trending } from '../src/index.ts'
import { derivedTrendingSchema } from '../src/schema.ts'
import { fixture } from './fixture.ts'

/** A stored page: `day('2026-11-20', { a: 3, b: undefined })` lists a with 3 gained stars, then b with none known. */
function day(
  on: string,
  gains: Record<string, number | undefined>,
  rest: Partial<Trending> = {},
): Trending {
  return {
    period: 'daily',
    capturedAt: `${on}T08:00:00Z`,
    repositories: Object.entries(gains).map(
      ([name, starsGained], index): Repository => ({
        rank: index + 1,
        owner: 'acme',
        name,
        url: `https://github.com/acme/${name}`,
        description: `${name} on ${on}`,
        ...(starsGained === undefined ? {} : { starsGained }),
        builtBy: [],
      }),
    ),
    warnings: [],
    ...rest,
  }
}

const week = [
  day('2026-11-17', { a: 10, b: 7 }),
  day('2026-11-18', { a: 20 }),
  day('2026-11-19', { b: 5, a: 30 }),
  day('2026-11-20', { a: 40, c: 100 }),
  day('2026-11-21', { a: 50, b: 1 }),
  day('2026-11-22', { d: 3, b: 2 }),
  day('2026-11-23', { b: 3, d: 4 }),
]

test('a whole week: gains summed, days, streaks, who is new, back and gone', () => {
  const derived = derivePeriod(week, 'weekly')
  expect(derived).toMatchObject({
    period: 'weekly',
    isDerived: true,
    fromOn: '2026-11-17',
    toOn: '2026-11-23',
    daysMissing: [],
    warnings: [],
  })
  expect(derived.daysObserved).toHaveLength(7)
  const rows = derived.repositories.map((row) => [
    row.rank,
    row.name,
    row.starsGained,
    row.daysPresent,
    row.streakDays,
    row.longestStreakDays,
    row.bestRank,
    row.flags.join(),
  ])
  expect(rows).toEqual([
    [1, 'a', 150, 5, 0, 5, 1, 'gone'],
    [2, 'c', 100, 1, 0, 1, 2, 'new,gone'],
    [3, 'b', 18, 5, 3, 3, 1, 'returning'],
    [4, 'd', 7, 2, 2, 2, 1, 'new'],
  ])
  expect(derived.repositories[2]).toMatchObject({
    presentOn: ['2026-11-17', '2026-11-19', '2026-11-21', '2026-11-22', '2026-11-23'],
    firstSeenOn: '2026-11-17',
    lastSeenOn: '2026-11-23',
    description: 'b on 2026-11-23',
  })
  expect(derived.gone.map(({ name, lastSeenOn }) => [name, lastSeenOn])).toEqual([
    ['a', '2026-11-21'],
    ['c', '2026-11-20'],
  ])
  expect(derivedTrendingSchema.parse(derived)).toEqual(derived)
})

test('missing days are told, end streaks, and count for nobody’s absence', () => {
  const derived = derivePeriod(
    [day('2026-11-20', { a: 1 }), day('2026-11-21', { a: 1 }), day('2026-11-23', { a: 1 })],
    'weekly',
  )
  expect(derived.daysMissing).toEqual(['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-22'])
  expect(derived.warnings).toMatchObject([{ code: 'days-missing', path: 'daysMissing' }])
  expect(derived.repositories).toMatchObject([
    { starsGained: 3, daysPresent: 3, streakDays: 1, longestStreakDays: 2, flags: [] },
  ])
})

test('earlier pages tell who is new, and who has gone since; without one nobody is new', () => {
  const before = [day('2026-11-15', { a: 1, x: 9 }), day('2026-11-01', { y: 9 })]
  const derived = derivePeriod([...week, ...before], 'weekly')
  expect(derived.repositories.find(({ name }) => name === 'b')?.flags).toEqual(['new', 'returning'])
  expect(derived.repositories.find(({ name }) => name === 'a')).toMatchObject({
    firstSeenOn: '2026-11-15',
    starsGained: 150,
  })
  // Longer ago than the week before.
  expect(derived.gone.map(({ name }) => name)).toEqual(['a', 'c', 'x'])
  const [only] = derivePeriod([day('2026-11-23', { a: 1 })], 'weekly').repositories
  expect(only?.flags).toEqual([])
})

test('a month has thirty days, and may end on any of them', () => {
  const month = derivePeriod(week, 'monthly', { toOn: '2026-11-21' })
  expect(month).toMatchObject({ period: 'monthly', fromOn: '2026-10-23', toOn: '2026-11-21' })
  expect([month.daysObserved.length, month.daysMissing.length]).toEqual([5, 25])
  expect(month.repositories.map(({ name }) => name)).toEqual(['a', 'c', 'b'])
  expect(() => derivePeriod(week, 'weekly', { toOn: '2026-12-25' })).toThrow(
    expect.objectContaining({ code: 'empty' }),
  )
  for (const toOn of ['', '2026-02-30', 'today']) {
    expect(() => derivePeriod(week, 'weekly', { toOn })).toThrow(TypeError)
  }
  // @ts-expect-error for who has no types
  expect(() => derivePeriod(week, 'yearly')).toThrow(TypeError)
})

test.for(['2026-02-30', '2026-02-30T08:00:00Z', '2026-13-01T08:00:00Z', '2026-11-23T08:00:00'])(
  'a page of %s is of no day',
  (capturedAt) => {
    const page = { ...day('2026-11-23', { a: 1 }), capturedAt }
    expect(() => derivePeriod([page], 'weekly')).toThrow(
      expect.objectContaining({ code: 'incomparable' }),
    )
  },
)

test('of two pages of a day the later counts, in whichever order they come', () => {
  const late = { ...day('2026-11-23', { b: 9 }), capturedAt: '2026-11-23T23:30:00-00:00' }
  const early = day('2026-11-23', { a: 5, b: 2 })
  for (const pages of [
    [late, early],
    [early, late],
  ]) {
    const derived = derivePeriod(pages, 'weekly')
    expect(derived.repositories.map(({ name, starsGained }) => [name, starsGained])).toEqual([
      ['b', 9],
    ])
    expect(derived.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'day-repeated 2026-11-23',
      'days-missing daysMissing',
    ])
  }
})

test('days are those of UTC, and an empty page is a day', () => {
  const evening = { ...day('2026-11-22', { a: 1 }), capturedAt: '2026-11-22T23:30:00-05:00' }
  expect(derivePeriod([evening], 'weekly').toOn).toBe('2026-11-23')
  const quiet = derivePeriod([day('2026-11-22', { a: 1 }), day('2026-11-23', {})], 'weekly')
  expect(quiet.daysObserved).toEqual(['2026-11-22', '2026-11-23'])
  expect(quiet.repositories).toMatchObject([{ name: 'a', flags: ['gone'] }])
})

test('a row without its gain makes the sum less, and is told', () => {
  const derived = derivePeriod(
    [day('2026-11-22', { a: 4, b: undefined }), day('2026-11-23', { a: undefined })],
    'weekly',
  )
  expect(derived.repositories.map(({ name, starsGained }) => [name, starsGained])).toEqual([
    ['a', 4],
    ['b', undefined],
  ])
  expect(derived.repositories[1]).not.toHaveProperty('starsGained')
  expect(derived.warnings.map(({ code }) => code)).toEqual([
    'days-missing',
    'gain-missing',
    'gain-missing',
  ])
})

test('a renamed letter case is the same repository', () => {
  const upper = day('2026-11-23', { A: 2 })
  expect(derivePeriod([day('2026-11-22', { a: 1 }), upper], 'weekly').repositories).toMatchObject([
    { name: 'A', starsGained: 3, daysPresent: 2 },
  ])
})

test.for([
  ['a weekly page', { period: 'weekly' }],
  ['another language', { language: 'Rust' }],
  ['no time', { capturedAt: undefined }],
  ['no readable time', { capturedAt: 'yesterday' }],
] as const)('%s among the days is incomparable', ([, rest]) => {
  const other = day('2026-11-22', { a: 1 }, rest)
  expect(() => derivePeriod([day('2026-11-23', { a: 1 }), other], 'weekly')).toThrow(
    expect.objectContaining({ code: 'incomparable', source: 'github-trending' }),
  )
})

test('pages of one language make one of that language, however it is written', () => {
  const [one, two] = [
    day('2026-11-22', { a: 1 }, { language: 'C++' }),
    day('2026-11-23', { a: 1 }, { language: 'c++' }),
  ]
  expect(derivePeriod([one, two], 'weekly')).toMatchObject({
    language: 'c++',
    repositories: [{ starsGained: 2 }],
  })
})

test('no page at all is empty', () => {
  expect(() => derivePeriod([], 'monthly')).toThrow(expect.objectContaining({ code: 'empty' }))
})

test('what parseTrending gives with its time can be stored as JSON and derived from', () => {
  const page = parseTrending(fixture('today'), { capturedAt: '2026-11-23T08:00:00Z' })
  const stored: Trending = JSON.parse(JSON.stringify(page))
  expect(derivePeriod([stored], 'weekly').repositories).toMatchObject([
    { name: 'serve.it', starsGained: 1014, language: 'Jupyter Notebook' },
    { name: 'bare', starsGained: 1 },
  ])
})

const days = fc.uniqueArray(fc.nat(70), { minLength: 1, maxLength: 40 }).chain((offsets) =>
  fc.tuple(
    ...offsets.map((offset) =>
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(1000)).map((gains) => {
        const on = new Date(Date.UTC(2026, 8, 1 + offset)).toISOString().slice(0, 10)
        return day(on, gains)
      }),
    ),
  ),
)

test('any days: the sums add up, nothing is claimed of other days, and the order does not matter', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('weekly' as const, 'monthly' as const), (pages, period) => {
      const derived = derivePeriod(pages, period)
      expect(derivedTrendingSchema.parse(derived)).toEqual(derived)
      expect(derivePeriod([...pages].reverse(), period)).toEqual(derived)
      const observed = new Set(derived.daysObserved)
      expect(derived.daysObserved.length + derived.daysMissing.length).toBe(
        period === 'weekly' ? 7 : 30,
      )
      const within = pages.filter((page) => observed.has((page.capturedAt ?? '').slice(0, 10)))
      const all = within.flatMap(({ repositories }) =>
        repositories.map(({ starsGained = 0 }) => starsGained),
      )
      const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
      expect(sum(derived.repositories.map(({ starsGained = 0 }) => starsGained))).toBe(sum(all))
      for (const {
        presentOn,
        daysPresent,
        streakDays,
        longestStreakDays,
        flags,
      } of derived.repositories) {
        expect(presentOn.every((on) => observed.has(on))).toBe(true)
        expect(presentOn).toHaveLength(daysPresent)
        expect(streakDays).toBeLessThanOrEqual(longestStreakDays)
        expect(flags.includes('gone')).toBe(streakDays === 0)
      }
    }),
    { numRuns: 200 },
  )
})
