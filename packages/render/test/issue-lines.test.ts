import { expect, test } from 'vitest'
import { colophonLines, sourcesLine } from '../src/issue-lines.ts'
import { sampleDraft, sampleIssue } from './sample-issue.ts'

test('sources are counted by state', () => {
  expect(sourcesLine(sampleIssue())).toBe('9 sources: 4 ok, 1 quiet, 1 stale, 1 drift, 2 failed')
  expect(sourcesLine({ ...sampleIssue(), sources: [] })).toBe('0 sources')
})

test('the colophon names window, revision, the issue before and the hash', () => {
  const issue = sampleIssue()
  const text = colophonLines(issue).join('\n')
  expect(text).toContain('issue of March 2, 2026, revision 2')
  expect(text).toContain('February 23, 2026, 00:00 UTC to March 3, 2026, 00:00 UTC')
  expect(text).toContain('the issue of March 1, 2026, revision 1')
  expect(text).toContain(issue.hash)
  const first = sampleIssue({ ...sampleDraft, previous: undefined })
  expect(colophonLines(first)).toContain('There is no issue before it.')
})
