import type { IssueSource, SourceState } from '@inference-report/issue'
import { expect, test } from 'vitest'
import { factsFromSources } from '../src/index.ts'

function source(name: string, state: SourceState, fields: Partial<IssueSource> = {}): IssueSource {
  const id = name.toLowerCase()
  return { id, name, url: `https://${id}.example/`, state, items: 0, warnings: [], ...fields }
}

test.for<[string, IssueSource[], string]>([
  ['none', [], 'No source was read for this issue.'],
  ['one read', [source('A', 'ok')], 'The one source of this issue was read.'],
  ['one not', [source('A', 'failed')], 'The one source of this issue could not be read.'],
  ['all', [source('A', 'ok'), source('B', 'quiet')], 'Both sources of this issue were read.'],
  [
    'all of three',
    [source('A', 'ok'), source('B', 'quiet'), source('C', 'ok')],
    'All three sources of this issue were read.',
  ],
  [
    'none of three',
    [source('A', 'failed'), source('B', 'failed'), source('C', 'drift')],
    'None of the three sources of this issue could be read.',
  ],
  [
    'no one of several',
    [source('A', 'failed'), source('B', 'drift')],
    'Neither source of this issue could be read.',
  ],
  [
    'some',
    [source('A', 'failed'), source('B', 'stale'), source('C', 'ok')],
    'Of the three sources of this issue, two were read.',
  ],
])('total: %s', ([, sources, sentence]) => {
  expect(factsFromSources(sources)[0]).toMatchObject({ id: 'sources.read', sentence })
})

test.for<[IssueSource, string]>([
  [
    source('Tern', 'failed', { reason: 'the server answered 503.' }),
    'Tern is missing from this issue: the server answered 503.',
  ],
  [
    source('Tern', 'failed', { reason: 'It asked us to wait (429).' }),
    'Tern is missing from this issue: it asked us to wait (429).',
  ],
  [source('Tern', 'failed'), 'Tern is missing from this issue.'],
  [
    source('Tern', 'drift', { reason: 'no rows' }),
    'Tern no longer has the shape we know: no rows.',
  ],
  [
    source('Tern', 'drift', { reason: 'It no longer has the shape we know (no rows).' }),
    'Tern no longer has the shape we know (no rows).',
  ],
  [
    source('Tern', 'drift', { reason: 'It no longer has the shape we know.' }),
    'Tern no longer has the shape we know.',
  ],
  [
    source('Tern', 'drift', { reason: 'no longer has the shape we knowingly read' }),
    'Tern no longer has the shape we know: no longer has the shape we knowingly read.',
  ],
  [
    source('Tern', 'stale', { capturedAt: '2026-05-28', reason: 'It is stale.' }),
    'Tern is stale (captured on May 28, 2026).',
  ],
  [
    source('Tern', 'failed', { reason: 'It answered with an error (503, Retry-After 7200).' }),
    'Tern is missing from this issue: it answered with an error (503, Retry-After 7200).',
  ],
  [source('Tern', 'stale'), 'Tern is stale.'],
  [
    source('Tern', 'stale', { capturedAt: '2026-05-28' }),
    'Tern is stale: what we hold was captured on May 28, 2026.',
  ],
  [
    source('Tern', 'stale', { capturedAt: '2026-08-19T10:00:00Z', reason: 'dated June 1' }),
    'Tern is stale: dated June 1 (captured on August 19, 2026).',
  ],
  [
    source('Tern', 'stale', { capturedAt: '2026-08-10', reason: 'captured on 2026-08-10' }),
    'Tern is stale: captured on 2026-08-10.',
  ],
])('$1', ([one, sentence]) => {
  const [, fact, ...others] = factsFromSources([one])
  expect(others).toEqual([])
  expect(fact).toEqual({
    id: `tern.source-${one.state}`,
    kind: `source-${one.state}`,
    scope: 'tern',
    value: 'Tern',
    inputs: ['tern'],
    sentence,
  })
})

test.for<['failed' | 'drift' | 'stale', string]>([
  ['failed', 'are missing from this issue'],
  ['drift', 'no longer have the shape we know'],
  ['stale', 'are stale'],
])('eight that are %s are named, of more the rest is counted', ([state, says]) => {
  const sentence = (names: string) =>
    factsFromSources(names.split('').map((name) => source(name, state))).at(-1)?.sentence
  expect(sentence('ABCDEFGH')).toBe(`Eight sources ${says}: A, B, C, D, E, F, G and H.`)
  expect(sentence('ABCDEFGHIJ')).toBe(`Ten sources ${says}: A, B, C, D, E, F, G and three others.`)
})

test('several of one state are summed up as well', () => {
  const failed = ['A', 'B', 'C', 'D', 'E'].map((name) => source(name, 'failed'))
  const quiet = [source('F', 'quiet'), source('G', 'quiet')]
  const facts = factsFromSources([...failed, ...quiet])
  expect(facts.filter(({ scope }) => scope === 'sources').map(({ sentence }) => sentence)).toEqual([
    'Of the seven sources of this issue, two were read.',
    'Five sources are missing from this issue: A, B, C, D and E.',
    'Two sources were read and had nothing for this issue: F and G.',
  ])
})
