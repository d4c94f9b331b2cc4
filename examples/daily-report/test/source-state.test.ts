import { SourceError } from '@inference-report/source'
import { expect, test } from 'vitest'
import { failureOf, verdictOf } from '../src/source-state.ts'
import type {
  HeadlinesHarvest,
  PapersHarvest,
  RepositoriesHarvest,
} from '../src/sources/harvest.ts'

const headline = {
  id: 'a-1',
  sourceId: 'a',
  url: 'https://a.example/1',
  title: 'One',
  outlet: 'A',
  publishedAt: '2026-03-02T00:00:00.000Z',
  authors: [],
  also: [],
}
const some: HeadlinesHarvest = { kind: 'headlines', items: [headline], warnings: [] }
const none: HeadlinesHarvest = { kind: 'headlines', items: [], warnings: [] }
const trending: RepositoriesHarvest = {
  kind: 'repositories',
  period: 'daily',
  items: [{ id: 't-1', sourceId: 't', url: 'https://t.example/', rank: 1, owner: 'o', name: 'n' }],
  warnings: [],
}

test('ok with items, quiet without', () => {
  expect(verdictOf('feed', some, '2026-03-02', '2026-03-02')).toEqual({ state: 'ok' })
  expect(verdictOf('feed', none, '2026-03-02', '2026-03-02')).toEqual({ state: 'quiet' })
})

test.for([
  ['feed', '2026-02-28', 'ok'],
  ['feed', '2026-02-27', 'stale'],
  ['arxiv', '2026-02-26', 'ok'],
  ['arxiv', '2026-02-25', 'stale'],
  ['artificial-analysis', '2026-02-09', 'ok'],
  ['artificial-analysis', '2026-02-08', 'stale'],
  ['swe-rebench', '2026-02-08', 'stale'],
] as const)('a %s captured on %s is %s on March 2', ([kind, capturedAt, state]) => {
  expect(verdictOf(kind, some, capturedAt, '2026-03-02').state).toBe(state)
})

test('a stale source says since when', () => {
  expect(verdictOf('github-trending', trending, '2026-02-20T06:00:00.000Z', '2026-03-02')).toEqual({
    state: 'stale',
    reason: 'Captured on February 20, 2026, 10 days before this issue.',
  })
})

test('what the source says of its own date counts too', () => {
  const papers: PapersHarvest = { kind: 'papers', items: [], datedOn: '2026-02-20', warnings: [] }
  expect(verdictOf('arxiv', papers, '2026-03-02', '2026-03-02')).toEqual({
    state: 'stale',
    reason: 'Announced on February 20, 2026, 10 days before this issue.',
  })
})

test('a feed captured later is still read; a moment captured later is not used', () => {
  expect(verdictOf('feed', some, '2026-04-01', '2026-03-02').state).toBe('ok')
  expect(verdictOf('github-trending', trending, '2026-03-03', '2026-03-02')).toEqual({
    state: 'failed',
    reason: 'Captured on March 3, 2026, after this issue, and so not used.',
  })
})

test('a changed page is drift; all else that throws is a failure, in plain words', () => {
  const error = (code: 'drift' | 'rate-limited') =>
    new SourceError(code, { source: 's', expected: 'a table', received: '429, Retry-After 3600' })
  expect(failureOf(error('drift')).state).toBe('drift')
  expect(failureOf(error('rate-limited'))).toEqual({
    state: 'failed',
    reason: 'It asked us to come back later (429, Retry-After 3600).',
  })
  expect(
    failureOf(new SourceError('upstream', { source: 'http', expected: 'x', received: 'ENOTFOUND' }))
      .reason,
  ).toBe('It could not be reached (ENOTFOUND).')
  expect(failureOf(new SourceError('empty', { source: 's', expected: 'rows' })).reason).toBe(
    'It held no rows and did not say that there are none (expected rows).',
  )
  expect(failureOf(new TypeError('x is not a function'))).toEqual({
    state: 'failed',
    reason: 'It could not be read (x is not a function).',
  })
})
