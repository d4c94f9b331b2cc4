import { freezeIssue, type IssueSource } from '@inference-report/issue'
import { expect, test } from 'vitest'
import { issueWindow, sourceWindow } from '../src/issue-window.ts'

const to = '2026-03-03T00:00:00.000Z'

function previous(date: string, source: Partial<IssueSource> = {}) {
  return freezeIssue({
    publication: { name: 'Paper', language: 'en' },
    date,
    revision: 1,
    timeZone: 'UTC',
    window: { from: '2026-02-25T00:00:00.000Z', to: `${date}T23:59:59.000Z` },
    sections: [],
    editorial: { paragraphs: [], byline: 'b', writer: 'w' },
    facts: [],
    charts: [],
    sources: [
      {
        id: 'lab',
        name: 'Lab',
        url: 'https://lab.example/',
        state: 'ok',
        items: 0,
        warnings: [],
        ...source,
      },
    ],
  })
}

test('a first issue holds the seven days that end with its date', () => {
  expect(sourceWindow('2026-03-02', 'lab')).toEqual({ from: '2026-02-24T00:00:00.000Z', to })
})

test('a later issue goes on from when the previous one read the source', () => {
  const capturedAt = '2026-03-01T08:00:00.000Z'
  expect(sourceWindow('2026-03-02', 'lab', previous('2026-03-01', { capturedAt })).from).toBe(
    capturedAt,
  )
  const day = previous('2026-03-01', { capturedAt: '2026-03-01' })
  expect(sourceWindow('2026-03-02', 'lab', day).from).toBe('2026-03-01T00:00:00.000Z')
})

test('what a replay captured later was cut at the end of its issue', () => {
  const issue = previous('2026-03-01', { capturedAt: '2026-06-01T08:00:00.000Z' })
  expect(sourceWindow('2026-03-02', 'lab', issue).from).toBe('2026-03-02T00:00:00.000Z')
})

test('a source that failed goes on where the previous issue began', () => {
  const issue = previous('2026-03-01', { state: 'failed', capturedAt: '2026-03-01T08:00:00.000Z' })
  expect(sourceWindow('2026-03-02', 'lab', issue).from).toBe('2026-02-25T00:00:00.000Z')
})

test('a source the previous issue had not goes on at its end', () => {
  expect(sourceWindow('2026-03-02', 'new', previous('2026-03-01')).from).toBe(
    '2026-03-02T00:00:00.000Z',
  )
})

test('but no issue holds more than seven days', () => {
  expect(sourceWindow('2026-03-02', 'lab', previous('2026-01-01')).from).toBe(
    '2026-02-24T00:00:00.000Z',
  )
})

test('the window of the issue is that of all its sources', () => {
  const from = (day: string) => ({ from: `2026-02-${day}T00:00:00.000Z`, to })
  expect(issueWindow([from('27'), from('25')], '2026-03-02')).toEqual(from('25'))
  expect(issueWindow([], '2026-03-02')).toEqual(from('24'))
})
