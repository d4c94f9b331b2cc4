import type { IssueSource, SourceState } from '@inference-report/issue'
import { expect, test } from 'vitest'
import { noticeText, stateNotice } from '../src/section-state.ts'
import { breakwater, harbor, labs, lagoon } from './sample-sections.ts'

function source(state: SourceState, rest: Partial<IssueSource> = {}): IssueSource {
  return {
    id: 'northlight',
    name: 'Northlight Labs',
    url: 'https://northlight.example/',
    state,
    items: 0,
    warnings: [],
    ...rest,
  }
}

function words(state: SourceState, sources: IssueSource[], note?: string): string | undefined {
  const notice = stateNotice({ ...labs, state, note }, sources)
  return notice && noticeText(notice)
}

test('a healthy section says nothing', () => {
  expect(words('ok', [source('ok')])).toBeUndefined()
  expect(words('ok', [source('quiet')])).toBeUndefined()
})

test('each other state says so, and why', () => {
  expect(words('quiet', [source('quiet')])).toBe(
    'Quiet. The source answered and had nothing new for this issue.',
  )
  expect(words('drift', [source('drift', { reason: 'No dates.' })])).toBe('Drift. No dates.')
  expect(words('failed', [source('failed', { reason: 'HTTP 503' })])).toBe('Failed. HTTP 503')
  expect(words('failed', [])).toBe('Failed. The source could not be read; no reason was recorded.')
  expect(words('failed', [source('failed')], 'All feeds failed.')).toBe('Failed. All feeds failed.')
})

test('a stale section names the day it is of', () => {
  const note = 'Old.'
  expect(words('stale', [source('stale', { capturedAt: '2026-05-07' })], note)).toBe(
    'Stale. As of May 7, 2026. Old.',
  )
  expect(
    words('stale', [source('stale', { capturedAt: '2026-05-07' })], 'Captured on May 7, 2026.'),
  ).toBe('Stale. Captured on May 7, 2026.')
  const two = { ...labs, state: 'stale' as const, note, sourceIds: ['northlight', 'b'] }
  const notice = stateNotice(two, [
    source('stale', { capturedAt: '2026-05-07' }),
    source('stale', { id: 'b', capturedAt: '2026-05-01T10:00:00Z' }),
  ])
  expect(notice?.asOf).toBe('As of May 1, 2026 to May 7, 2026')
  expect(stateNotice(lagoon, [])?.asOf).toBe('As of February 6, 2026')
})

test('one failed source of several is named though the section is well', () => {
  const section = { ...harbor, sourceIds: ['northlight', 'b'] }
  const notice = stateNotice(section, [
    source('failed', { reason: 'HTTP 503.' }),
    source('ok', { id: 'b' }),
  ])
  expect(notice && noticeText(notice)).toBe('Note. Northlight Labs (failed): HTTP 503.')
})

test('sources of other sections do not matter', () => {
  expect(stateNotice({ ...breakwater, state: 'ok' }, [source('failed')])).toBeUndefined()
})
