import type { Fact, SectionItem } from '@inference-report/issue'
import type { Entry, Movement, Snapshot } from '@inference-report/leaderboard'
import {
  agreement,
  compareSnapshots,
  pareto,
  scorePerDollar,
  spreadTrend,
  superlatives,
} from '@inference-report/leaderboard'
import fc from 'fast-check'
import {
  type BoardOptions,
  factsFromAgreement,
  factsFromFrontier,
  factsFromGroups,
  factsFromMovement,
  factsFromMoves,
  factsFromSections,
  factsFromSnapshot,
  factsFromSources,
  factsFromSpread,
  factsFromSuperlatives,
  factsFromTiers,
  factsFromValues,
} from '../src/index.ts'
import { percent, points, type Row, snapshotOf } from './boards.ts'
import { headlines, papers, repositories } from './sections.ts'

const outlets = fc.constantFrom(
  'Heron Lab',
  'Ibis 2.0',
  'First Post',
  'The Most',
  'Jay & Kite',
  'ÖKO',
)
const titles = fc.constantFrom(
  'Introducing Tern 4.5',
  'The “largest” model, for $3 billion',
  'Who pays?',
  '12 birds & 3 cats: a "record"',
  "It's Auk's world…",
  'See https://evil.example/',
  'a',
)
const states = fc.constantFrom('ok', 'quiet', 'stale', 'drift', 'failed')
const notes = fc.constantFrom(
  undefined,
  'HTTP 503 from https://a.example/x.',
  'expected “rows”, got 0',
  'It no longer has the shape we know (<!doctype html><p>Buy "now" for $3).',
  '503 {"error": "largest outage ever at www.evil.example/x"}',
  'Sorry! See ftp://evil.example/a or evil.example/b. OpenAI (“best',
  `It answered (${'tern '.repeat(60)}`,
  'x'.repeat(500),
  '<b>',
)

const sections = fc
  .tuple(
    fc.array(fc.tuple(outlets, titles), { maxLength: 14 }),
    fc.array(fc.tuple(outlets, titles), { maxLength: 4 }),
    fc.array(fc.tuple(titles, fc.constantFrom('new', 'cross', 'replace', undefined)), {
      maxLength: 4,
    }),
    fc.array(fc.option(fc.nat(20_000), { nil: undefined }), { maxLength: 14 }),
    states,
    notes,
    fc.constantFrom(undefined, '2026-05-13', '2026-05-13T04:00:00Z'),
  )
  .map(([labs, wire, some, gains, state, note, capturedAt]) => {
    const titled = (all: typeof labs, fields: { id: string; heading: string }) => {
      const section = headlines(
        all.map(([outlet]) => outlet),
        { ...fields, state, note },
      )
      return {
        ...section,
        items: section.items.map((item, index) => ({ ...item, title: all[index]?.[1] ?? 'a' })),
      }
    }
    const all = [
      titled(labs, { id: 'labs', heading: 'AI Labs' }),
      titled(wire, { id: 'wire', heading: 'From the Wire' }),
      papers(
        some.map(([title, announceType]) => ({ title, announceType })),
        { state, note },
      ),
      repositories(gains, { state }),
    ]
    const source = { id: 'source', name: 'Tern', url: 'https://a.example/', state, capturedAt }
    return { all, sources: [{ ...source, items: 0, warnings: [] }] }
  })

const score = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.integer({ min: 50, max: 54 }),
)
const row: fc.Arbitrary<Row> = fc.record({
  name: fc.constantFrom(
    'Auk',
    'Auk (high)',
    'Auk 2 (low)',
    'Coot-5.3',
    'Dunlin 70B',
    'Eider',
    'Ibis',
    'Jay',
  ),
  score: fc.option(score, { nil: undefined }),
  organization: fc.constantFrom('Heron Lab', 'Ibis 2.0', undefined),
  openWeights: fc.constantFrom(true, false, undefined),
  flags: fc.constantFrom<Entry['flags'][]>([], [], ['estimated'], ['contaminated']),
  values: fc.dictionary(
    fc.constantFrom('priceBlendedUsdPerMillionTokens', 'outputTokensPerSecond', 'costUsdPerTask'),
    fc.oneof(fc.constantFrom(0, 0.004, 4.5), fc.double({ min: 0, max: 1e7, noNaN: true })),
  ),
})
const rows = fc.uniqueArray(row, { selector: ({ name }) => name, maxLength: 8 }).map((all) =>
  all.map((one) => {
    const effort = /\((\w+)\)$/.exec(one.name)?.[1]
    return effort === undefined ? one : { ...one, effort }
  }),
)

const boards = fc
  .tuple(
    rows,
    rows,
    fc.constantFrom(percent, points),
    fc.constantFrom(undefined, { since: '2026-05-28' }),
    fc.nat(2),
  )
  .map(([was, is, metric, stale, mode]) => {
    const side = ['priceBlendedUsdPerMillionTokens', 'outputTokensPerSecond', 'costUsdPerTask']
    const metrics = [metric, ...side.map((key) => ({ key, label: key, unit: 'USD' }))]
    const before = snapshotOf(was, { metric, metrics, id: 'before', capturedAt: '2026-05-01' })
    const after = snapshotOf(is, { metric, metrics })
    const options = { name: 'the Tern Board', sourceId: 'tern', stale, incomparable: mode === 1 }
    const movement = mode === 0 ? compareSnapshots(before, after) : undefined
    return [
      ...factsFromSnapshot(after, options),
      ...factsFromMovement(movement, { before, after }, options),
      ...(movement === undefined ? [] : statistics(movement, before, after, options)),
    ]
  })

/** All that can be told of two snapshots beside their movement. */
function statistics(
  movement: Movement,
  before: Snapshot,
  after: Snapshot,
  options: BoardOptions,
): Fact[] {
  const snapshots = { before, after }
  const price = 'priceBlendedUsdPerMillionTokens'
  const hasPrice = after.metrics.some(({ key }) => key === price)
  const [score = { key: '' }] = after.metrics
  const other = { ...options, name: 'the Gull Board', sourceId: 'gull', scope: 'gull-board' }
  return [
    ...factsFromMoves(movement, snapshots, options),
    ...factsFromSuperlatives(
      [...movement.superlatives, ...superlatives(movement, { from: 1, to: 3 })],
      movement,
      snapshots,
      options,
    ),
    ...factsFromTiers(movement, snapshots, options),
    ...factsFromGroups(movement.groups.organization, movement, snapshots, options),
    ...factsFromGroups(movement.groups.openWeights, movement, snapshots, {
      ...options,
      by: 'openWeights',
    }),
    ...factsFromSpread(spreadTrend([before, after], { from: 1, to: 2 }), after, options),
    ...factsFromAgreement(agreement(after, before, { depth: 2 }), { a: options, b: other }),
    ...(hasPrice ? factsFromValues(scorePerDollar(after, price), after, options) : []),
    ...(hasPrice
      ? factsFromFrontier(pareto(after, score.key, { key: price, better: 'lower' }), after, options)
      : []),
  ]
}

const sources = fc
  .array(fc.tuple(outlets, states, notes, fc.constantFrom(undefined, '2026-08-10')), {
    maxLength: 14,
  })
  .map((all) =>
    factsFromSources(
      all.map(([name, state, reason, capturedAt], index) => ({
        id: `source-${index}`,
        name: `${name} ${String.fromCharCode(65 + index)}`,
        url: 'https://a.example/',
        state,
        reason,
        capturedAt,
        items: 0,
        warnings: [],
      })),
    ),
  )

/** The facts and items of an issue of any size, state and luck. */
export const arbitraryIssue: fc.Arbitrary<{ facts: Fact[]; items: SectionItem[] }> = fc
  .tuple(fc.option(sections), fc.option(boards), fc.option(sources))
  .map(([some, board, read]) => ({
    facts: [
      ...factsFromSections(some?.all ?? [], some?.sources),
      ...(board ?? []),
      ...(read ?? []),
    ],
    items: (some?.all ?? []).flatMap((section): SectionItem[] => section.items),
  }))
