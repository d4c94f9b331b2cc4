import { checkProse, writeIssue } from '@inference-report/editorial'
import {
  compareSnapshots,
  type Entry,
  rankEntries,
  type Snapshot,
} from '@inference-report/leaderboard'
import { expect, test } from 'vitest'
import { factsFromBoards } from '../src/board-facts.ts'
import type { BoardComparison } from '../src/boards.ts'

const score = {
  key: 'intelligenceIndex',
  label: 'Index',
  unit: 'points',
  better: 'higher',
} as const
const price = {
  key: 'priceBlendedUsdPerMillionTokens',
  label: 'Blended price',
  unit: 'USD per million tokens',
  better: 'lower',
} as const

type Row = [name: string, score: number, price?: number | undefined, more?: Partial<Entry>]

function snapshotOf(rows: readonly Row[], more: Partial<Snapshot> = {}): Snapshot {
  const entries = rows.map(
    ([name, value, dollars, fields]): Entry => ({
      id: name.toLowerCase().replaceAll(' ', '-'),
      name,
      kind: 'model',
      flags: [],
      values: { [score.key]: value, ...(dollars === undefined ? {} : { [price.key]: dollars }) },
      ...fields,
    }),
  )
  return {
    id: `artificial-analysis@${more.capturedAt ?? '2026-03-02'}`,
    board: 'artificial-analysis',
    series: 'artificial-analysis',
    capturedAt: '2026-03-02',
    metrics: [score, price],
    warnings: [],
    ...more,
    entries: rankEntries(entries, score),
  }
}

const boardOf = (snapshot: Snapshot, baseline?: Snapshot): BoardComparison => ({
  sourceId: snapshot.board,
  name: snapshot.board === 'swe-rebench' ? 'SWE-rebench' : 'Artificial Analysis',
  url: 'https://board.example/',
  snapshot,
  against: baseline && { baseline, movement: compareSnapshots(baseline, snapshot) },
})

const of = (organization: string, openWeights = false) => ({ organization, openWeights })

const then = snapshotOf(
  [
    ['Auk 2', 60, 9, of('Heron Lab')],
    ['Coot 5', 58, 4, of('Pier Works')],
    ['Dunlin 1', 57, 4, of('Pier Works')],
    ['Eider 3', 55, 3, of('open', true)],
    ['Fulmar 7', 54, 2, of('open', true)],
    ['Gull 4', 50, 1, of('Heron Lab')],
    ['Ibis 6', 48, undefined, of('Heron Lab')],
  ],
  { capturedAt: '2026-02-20' },
)
const now = snapshotOf([
  ['Auk 2', 60, 9, of('Heron Lab')],
  ['Coot 5', 53, 4, of('Pier Works')],
  ['Dunlin 1', 52, 4, of('Pier Works')],
  ['Eider 3', 60.5, 3, of('open', true)],
  ['Fulmar 7', 58.5, 3, of('open', true)],
  ['Gull 4', 50, 1, of('Heron Lab')],
  ['Ibis 6', 48, undefined, of('Heron Lab')],
])
const rebench = (rows: readonly Row[], more: Partial<Snapshot> = {}) =>
  snapshotOf(rows, { id: 'swe-rebench@2026-03-01', board: 'swe-rebench', series: 'swe', ...more })

const kindsOf = (boards: readonly BoardComparison[]) =>
  [...new Set(factsFromBoards(boards).map(({ kind }) => kind))].sort()

test('a board with a baseline tells of its moves, tiers, makers, spread and frontier', () => {
  const facts = factsFromBoards([boardOf(now, then)])
  const told = new Map(
    facts.map(({ id, sentence }) => [id.replace('artificial-analysis.', ''), sentence]),
  )
  expect(told.get('rank-move.eider-3')).toBe(
    'Eider 3 has climbed from rank 4 to rank 1 on Artificial Analysis since the snapshot of February 20, 2026.',
  )
  expect(told.get('score-move.coot-5')).toBe(
    'Coot 5 has lost 5 points on Artificial Analysis since the snapshot of February 20, 2026, to 53 points.',
  )
  expect(told.get('superlative.climb')).toContain('is of three places, by Eider 3')
  expect(told.get('tier.1-5')).toContain('five have moved')
  expect(told.get('group-trend.Pier Works')).toContain('have dropped 2 places on average')
  expect(told.get('spread-trend.1-5')).toContain('has widened from 6 points to 8.5 points')
  expect(told.get(`frontier.${score.key}-${price.key}`)).toBe(
    'Of the six entries on Artificial Analysis whose “Index” and “Blended price” are known, two are outdone by no other on the two together: Eider 3 and Gull 4; one more lacks one or both.',
  )
})

test('a maker called "open" and open weights are told once, for an id is used once', () => {
  const ids = factsFromBoards([boardOf(now, then)]).map(({ id }) => id)
  expect(ids).toContain('artificial-analysis.group-trend.open')
  expect(new Set(ids).size).toBe(ids.length)
})

test('of dozens of makers five are told, and none that kept its places', () => {
  const rows = Array.from(
    { length: 40 },
    (_, index): Row => [`Tern ${index}`, 90 - index, 1, of(`Maker ${Math.floor(index / 2)}`)],
  )
  const turned = rows.map(
    ([name, value, ...rest], index): Row => [name, index < 30 ? 60 - value : value, ...rest],
  )
  const before = snapshotOf(rows, { capturedAt: '2026-02-20' })
  const facts = factsFromBoards([boardOf(snapshotOf(turned), before)])
  const groups = facts.filter(({ kind }) => kind === 'group-trend')
  expect(groups).toHaveLength(5 + 1)
  expect(facts.length).toBeLessThan(40)
})

test('where nothing moved one fact says so', () => {
  const still = snapshotOf(
    now.entries.map(({ name, values }): Row => [name, values[score.key] ?? 0, values[price.key]]),
    { capturedAt: '2026-02-20' },
  )
  const kinds = kindsOf([boardOf(now, still)])
  expect(kinds).toContain('unchanged')
  expect(kinds.filter((kind) => /move|^tier|trend|superlative/.test(kind))).toEqual([])
})

test('without a baseline nothing is told of movement; the frontier needs none', () => {
  const kinds = kindsOf([boardOf(now)])
  expect(kinds).toContain('frontier')
  expect(kinds).toContain('no-baseline')
  expect(kinds.filter((kind) => /move|^tier|trend|superlative/.test(kind))).toEqual([])
})

test('two boards tell how far they agree, by the models that both rank', () => {
  const other = rebench([
    ['auk-2-high', 45],
    ['Eider 3', 41],
    ['Gull 4 (low)', 30],
    ['Kite', 99],
  ])
  const facts = factsFromBoards([boardOf(now), boardOf(other)])
  expect(facts.find(({ kind }) => kind === 'agreement')).toMatchObject({
    id: 'artificial-analysis.agreement.swe-rebench',
    value: 0.33,
    inputs: [now.id, other.id, 'artificial-analysis', 'swe-rebench'],
    sentence:
      'Artificial Analysis and SWE-rebench rank three models in common; Kendall’s tau-b of their two orders is 0.33.',
  })
})

test('of a part of a board neither a frontier nor an agreement is told', () => {
  const warnings = [{ code: 'partial', message: 'One page of two.' }]
  const part = { ...now, warnings }
  const other = rebench([
    ['Auk 2', 40],
    ['Eider 3', 41],
    ['Gull 4', 30],
  ])
  for (const boards of [
    [part, other],
    [other, part],
  ]) {
    expect(kindsOf(boards.map((snapshot) => boardOf(snapshot)))).not.toContain('agreement')
  }
  expect(kindsOf([boardOf(part)])).not.toContain('frontier')
  // Two sources of one board say the same: that is no agreement.
  expect(kindsOf([boardOf(now), boardOf(now)])).not.toContain('agreement')
})

test('every fact bears out its own sentence, and the boards’ paragraph stays short', async () => {
  const other = rebench([
    ['Auk 2', 40],
    ['Eider 3', 41],
    ['Gull 4', 30],
  ])
  const facts = factsFromBoards([boardOf(now, then), boardOf(other)])
  const sentences = facts.map(({ id, sentence }) => ({ text: sentence, supports: [id] }))
  expect(checkProse(sentences, { facts, items: [] })).toEqual([])
  const { paragraphs, findings } = await writeIssue(facts, [])
  expect(findings).toEqual([])
  const told = paragraphs.flatMap((paragraph) => paragraph.sentences)
  expect(told.length).toBeLessThanOrEqual(5 + 4 + 1)
  const kinds = told.flatMap(({ supports }) =>
    supports.map((id) => facts.find((fact) => fact.id === id)?.kind),
  )
  // Never five rows one after the other.
  expect(kinds.filter((kind) => kind === 'rank-move' || kind === 'score-move').length).toBeLessThan(
    3,
  )
})
