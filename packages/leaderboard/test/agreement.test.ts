import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement, type Entry, kendallTau, modelKey, type Snapshot } from '../src/index.ts'
import { board, row } from './snapshots.ts'

/** A board of the names given, best first. */
const named = (names: readonly string[], rest: Partial<Snapshot> = {}) =>
  board(
    names.map((name, index) => row(`${rest.board ?? 'a'}-${index}`, 100 - index, { name })),
    { board: 'a', id: `${rest.board ?? 'a'}@1`, ...rest },
  )
const other = (names: readonly string[]) => named(names, { board: 'b', series: 'b' })

test.for<[string, number[], number[], number | undefined]>([
  ['the same order', [1, 2, 3], [4, 5, 6], 1],
  ['the reversed order', [1, 2, 3], [3, 2, 1], -1],
  // By hand: pairs (1,2)+ (1,3)+ (1,4)+ (2,3)- (2,4)+ (3,4)+ → (5 - 1) / 6.
  ['one exchange of four', [1, 2, 3, 4], [1, 3, 2, 4], 4 / 6],
  // By hand: x ties one of 6 pairs, the other 5 agree → 5 / √(5 · 6).
  ['a tie on one side', [1, 2, 2, 4], [1, 2, 3, 4], 5 / Math.sqrt(30)],
  // By hand: both tie the same pair, the other 5 agree → 5 / √(5 · 5).
  ['the same tie on both sides', [1, 2, 2, 4], [1, 3, 3, 4], 1],
  // By hand: each ties another pair; of the 4 others all agree → 4 / √(5 · 5).
  ['a tie on each side', [1, 1, 3, 4], [1, 2, 3, 3], 4 / 5],
  // The examples in the manuals of SciPy's kendalltau and of R's cor.test (Hollander and Wolfe).
  ["SciPy's example", [12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.471405],
  [
    "R's example",
    [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1],
    [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8],
    0.444444,
  ],
  ['no pair', [1], [1], undefined],
  ['nothing', [], [], undefined],
  ['a list that orders nothing', [1, 1, 1], [1, 2, 3], undefined],
])('tau-b of %s', ([, x, y, tau]) => {
  if (tau === undefined) expect(kendallTau(x, y)).toBeUndefined()
  else expect(kendallTau(x, y)).toBeCloseTo(tau, 6)
})

test('tau-b of lists that do not fit is an error', () => {
  expect(() => kendallTau([1, 2], [1])).toThrowError(RangeError)
  expect(() => kendallTau([1, Number.NaN], [1, 2])).toThrowError(RangeError)
})

/** The definition, pair by pair. */
function slowTau(x: readonly number[], y: readonly number[]): number | undefined {
  let [both, inX, inY] = [0, 0, 0]
  for (const [i, a] of x.entries()) {
    for (let j = 0; j < i; j += 1) {
      const [dx, dy] = [Math.sign(a - (x[j] ?? 0)), Math.sign((y[i] ?? 0) - (y[j] ?? 0))]
      both += dx * dy
      inX += Math.abs(dx)
      inY += Math.abs(dy)
    }
  }
  return inX * inY === 0 ? undefined : both / Math.sqrt(inX * inY)
}

test('tau-b is what the definition counts, symmetric, and turned by a turned list', () => {
  const few = fc.integer({ min: 0, max: 6 })
  fc.assert(
    fc.property(fc.array(fc.tuple(few, few), { maxLength: 40 }), (pairs) => {
      const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
      const tau = kendallTau(x, y)
      const slow = slowTau(x, y)
      if (slow === undefined) expect(tau).toBeUndefined()
      else expect(tau).toBeCloseTo(slow, 9)
      expect(kendallTau(y, x)).toBe(tau)
      const turned = kendallTau(
        x,
        y.map((value) => -value),
      )
      expect((turned ?? 0) + (tau ?? 0)).toBe(0)
      expect(Math.abs(tau ?? 0)).toBeLessThanOrEqual(1)
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
  )
})

test('a board agrees with itself', () => {
  const names = ['Nova 2', 'Lux', 'Dim']
  const { a, b, models, overlap, tau, disagreement, ambiguous } = agreement(
    named(names),
    other(names),
  )
  expect(a).toEqual({ snapshot: 'a@1', board: 'a', models: 3, only: 0 })
  expect(b).toEqual({ snapshot: 'b@1', board: 'b', models: 3, only: 0 })
  expect(models.map(({ name, placesApart }) => [name, placesApart])).toEqual([
    ['Nova 2', 0],
    ['Lux', 0],
    ['Dim', 0],
  ])
  expect(overlap).toEqual({ depth: 3, shared: 3, of: 3, sharedPercent: 100 })
  expect([tau, disagreement, ambiguous]).toEqual([1, undefined, []])
})

test('two boards on the models both have: overlap, tau, and where they differ most', () => {
  // "Substantially different rankings": the edition of 2 March 2026.
  const first = named(['only a', 'Nova', 'Lux', 'Dim', 'Owl', 'Kite'])
  const second = other(['Kite', 'only b', 'also only b', 'Nova', 'Lux', 'Dim', 'Owl'])
  const found = agreement(first, second, { depth: 2 })
  expect([found.a.only, found.b.only]).toEqual([1, 2])
  expect(found.overlap).toEqual({ depth: 2, shared: 1, of: 2, sharedPercent: 50 })
  // Of 10 pairs, the 4 with Kite are the other way round.
  expect(found.tau).toBe(0.2)
  expect(found.disagreement).toEqual({
    placesApart: 4,
    models: [
      {
        name: 'Kite',
        a: { id: 'a-5', name: 'Kite', rank: 6, place: 5 },
        b: { id: 'b-0', name: 'Kite', rank: 1, place: 1 },
        placesApart: 4,
      },
    ],
  })
})

test('ties at the edge make the lists longer, on both sides of the fraction', () => {
  const tied = (scores: Record<string, number>, rest: Partial<Snapshot> = {}) =>
    board(
      Object.entries(scores).map(([name, score]) => row(name, score, { name })),
      { board: 'x', ...rest },
    )
  const found = agreement(tied({ A: 9, B: 8, C: 8, D: 1 }), tied({ A: 9, D: 8, B: 7, C: 6 }), {
    depth: 2,
  })
  expect(found.overlap).toEqual({ depth: 2, shared: 1, of: 3, sharedPercent: 33.333333 })
})

test('boards without a model in common say so', () => {
  const found = agreement(named(['Nova']), other(['Lux']))
  expect(found).toMatchObject({ models: [], ambiguous: [], a: { only: 1 }, b: { only: 1 } })
  expect(Object.keys(found)).not.toContain('overlap')
  expect(Object.keys(found)).not.toContain('tau')
  expect(agreement(named([]), other([])).models).toEqual([])
})

test.for<[string, string]>([
  ['GPT-5.5 (xhigh)', 'gpt-5.5-xhigh'],
  ['GPT-5.5 (xhigh)', 'gpt-5.5-2026-04-23-medium'],
  ['Claude Opus 4.6 (Adaptive Reasoning, Max Effort)', 'claude-opus-4-6'],
  ['Claude 4.5 Sonnet', 'Claude Sonnet 4.5'],
  ['Qwen3 Max', 'qwen-3-max'],
  ['Kimi K2.5 (Reasoning)', 'moonshotai/Kimi-K2.5'],
  ['gpt-4.1', 'gpt-4.1-20250414'],
  ['ＧＰＴ－5.5', 'GPT 5.5'],
])('%s and %s are one model', ([a, b]) => {
  expect(agreement(named([a]), other([b])).models).toHaveLength(1)
  expect(agreement(named([b]), other([a])).models).toHaveLength(1)
})

test.for<[string, string]>([
  ['Gemini 3.1 Pro Preview', 'Gemini 3.1 Pro'],
  ['GPT-5.1', 'GPT-5.1-Codex-Max'],
  ['gpt-4o-2024-05-13', 'gpt-4o-2024-08-06'],
  ['meta/llama-3-70b', 'harbour/llama-3-70b'],
  ['GPT-5', 'GPT-5.5'],
  ['mistral-medium', 'mistral-large'],
  ['…', '?'],
])('%s and %s are two', ([a, b]) => {
  expect(agreement(named([a]), other([b])).models).toEqual([])
})

test('a looser match is made only where it is the only one', () => {
  const dated = ['gpt-4o-2024-05-13', 'gpt-4o-2024-08-06']
  const several = agreement(named(['GPT-4o']), other(dated))
  expect([several.models, several.ambiguous]).toEqual([[], ['GPT-4o', ...dated]])
  const exact = agreement(named(['GPT-4o']), other(['gpt-4o', 'gpt-4o-2024-08-06']))
  expect(exact.models.map(({ b }) => b.name)).toEqual(['gpt-4o'])
  expect(exact.ambiguous).toEqual(['gpt-4o-2024-08-06'])
})

test('an alias is found by any spelling of a name, with its effort or without, and along a chain', () => {
  const match = (name: string, aliases: Record<string, string>, to = 'Nova 2') =>
    agreement(named([name]), other([to]), { aliases }).models.length
  expect(match('NV-2', {})).toBe(0)
  expect(match('NV-2', { 'nv 2': 'Nova 2' })).toBe(1)
  expect(match('NV-2 (high)', { 'NV-2': 'Nova 2' })).toBe(1)
  expect(match('NV-2 (high)', { 'NV-2 (high)': 'Nova 2 (high)' })).toBe(1)
  expect(match('NV-2', { 'NV-2': 'NV', NV: 'nova-2' })).toBe(1)
  expect(match('NV-2', { 'NV-2': 'NV', NV: 'NV-2' }, 'NV')).toBe(1)
  expect(match('constructor', {})).toBe(0)
})

test('a model counts by its best row, or with each of its efforts', () => {
  const first = named(['Nova (high)', 'Lux', 'Nova (low)'])
  const second = other(['Lux', 'Nova [low]', 'Nova [high]'])
  const best = agreement(first, second)
  expect(best.models.map(({ a, b }) => [a.name, b.name])).toEqual([
    ['Nova (high)', 'Nova [low]'],
    ['Lux', 'Lux'],
  ])
  const each = agreement(first, second, { efforts: 'each' })
  expect(each.models.map(({ a, b }) => [a.name, b.name])).toEqual([
    ['Nova (high)', 'Nova [high]'],
    ['Lux', 'Lux'],
    ['Nova (low)', 'Nova [low]'],
  ])
  expect(each.tau).toBe(-0.333333)
})

test('an effort that only the other rows of the board tell is one here too', () => {
  const board_ = other(['nova-codex-xhigh', 'nova-codex-medium', 'lux-max'])
  const found = agreement(named(['Nova Codex', 'Lux', 'Lux Max']), board_)
  expect(found.models.map(({ a, b }) => [a.name, b.name])).toEqual([
    ['Nova Codex', 'nova-codex-xhigh'],
    ['Lux Max', 'lux-max'],
  ])
})

test('agents are not models, unranked rows take no part, and two makers of one name are neither', () => {
  const of = (rows: Entry[], rest: Partial<Snapshot> = {}) => board(rows, rest)
  const model = of([row('m', 1, { name: 'Codex' }), row('x', undefined, { name: 'Lux' })])
  const agent = of([row('c', 1, { name: 'Codex', kind: 'agent' }), row('x', 0, { name: 'Lux' })])
  expect(agreement(model, agent).models).toEqual([])
  const twoMakers = of([
    row('1', 2, { name: 'Codex', organization: 'Acme' }),
    row('2', 1, { name: 'Codex', organization: 'Other' }),
  ])
  const found = agreement(model, twoMakers)
  expect([found.models, found.ambiguous, found.b.models]).toEqual([[], ['Codex'], 0])
})

test('a part of a board, and a depth that is none, are refused', () => {
  const part = { ...named(['Nova']), warnings: [{ code: 'partial', message: 'One page.' }] }
  for (const [a, b] of [
    [part, other(['Nova'])],
    [other(['Nova']), part],
  ] as const) {
    expect(() => agreement(a, b)).toThrowError(/incomparable/)
  }
  for (const depth of [0, 1.5, Number.NaN]) {
    expect(() => agreement(named(['Nova']), other(['Nova']), { depth })).toThrowError(RangeError)
  }
})

test('agreement is symmetric, and the order of the rows changes nothing', () => {
  const name = fc.constantFrom(
    ...[
      'Nova 2',
      'nova-2',
      'Nova 2 (high)',
      '2 Nova',
      'acme/nova-2',
      'nova-2-2026-01-02',
      'Lux',
      'Dim',
    ],
  )
  const rows = fc.array(fc.tuple(name, fc.nat(5)), { maxLength: 10 })
  const of = (list: readonly [string, number][]) =>
    board(list.map(([one, score], index) => row(`r${index}`, score, { name: one })))
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const [a, b] = [of(first), of(second)]
      const [there, back] = [agreement(a, b), agreement(b, a)]
      expect(back.tau).toBe(there.tau)
      expect(back.overlap).toEqual(there.overlap)
      expect(back.ambiguous).toEqual(there.ambiguous)
      expect(back.disagreement?.placesApart).toBe(there.disagreement?.placesApart)
      expect(back.models.map((model) => [model.b, model.a]).length).toBe(there.models.length)
      const turn = (one: Snapshot) => ({ ...one, entries: one.entries.toReversed() })
      expect(agreement(turn(a), turn(b))).toEqual(there)
      for (const { a: stood } of there.models) expect(stood.place).toBeLessThanOrEqual(stood.rank)
      expect(JSON.parse(JSON.stringify(there))).toEqual(there)
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
  )
})

test('names in one spelling', () => {
  const opus = ['Claude Opus 4.6', 'claude-opus-4-6', ' CLAUDE  Opus_4.6 ']
  expect(new Set(opus.map(modelKey))).toEqual(new Set(['claude opus 4 6']))
  expect(modelKey('Qwen3')).toBe(modelKey('qwen-3'))
  expect(modelKey('通义千问2.5')).toBe('通义千问 2 5')
  expect(modelKey('GPT-4+')).not.toBe(modelKey('GPT-4'))
  expect([modelKey('…'), modelKey('')]).toEqual(['...', ''])
})
