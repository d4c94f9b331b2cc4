import type { Issue, IssueSource } from '@inference-report/issue'
import { addDays, endOf, startOf } from './calendar.ts'

/** ISO 8601 UTC; `from` inclusive, `to` exclusive. */
export interface Window {
  from: string
  to: string
}

/**
 * What an issue may hold of a source: all since the previous issue read it, but at most 7 days, until
 * 24:00 UTC of its date. An issue made in the morning cannot hold its own evening, nor what a source
 * had on a day it failed: the next one does.
 */
export function sourceWindow(date: string, sourceId: string, previous?: Issue | undefined): Window {
  const to = endOf(date)
  const week = addDays(to, -7)
  if (previous === undefined) return { from: week, to }
  const since = readUntil(
    previous,
    previous.sources.find(({ id }) => id === sourceId),
  )
  return { from: since > week ? since : week, to }
}

/** Up to when the previous issue had what the source published. */
function readUntil(previous: Issue, source: IssueSource | undefined): string {
  const end = endOf(previous.date)
  if (source === undefined) return end
  if (source.state === 'failed' || source.state === 'drift') return previous.window.from
  if (source.capturedAt === undefined) return end
  const captured = source.capturedAt.length === 10 ? startOf(source.capturedAt) : source.capturedAt
  return captured < end ? captured : end
}

/** The window of the issue: that of all its sources. */
export function issueWindow(windows: readonly Window[], date: string): Window {
  const from = windows.map((window) => window.from).sort()[0]
  return { from: from ?? addDays(endOf(date), -7), to: endOf(date) }
}
