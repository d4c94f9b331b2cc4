import type { Entry, EntryFlag, Snapshot } from '@inference-report/leaderboard'
import type { Warning } from '@inference-report/source'

// A row has these for good: when it was released, and the window, do not change; nor what it is.
const lasting: readonly EntryFlag[] = ['contaminated', 'external']

/** Rows of one series that have another mark than they had: the page says it otherwise, or no longer. */
export function changedMarks(before: Snapshot, after: Snapshot): Warning[] {
  if (before.series !== after.series) return []
  const known = new Map(before.entries.map((entry) => [entry.id, marksOf(entry)]))
  const changed = after.entries.filter((entry) => {
    const marks = known.get(entry.id)
    return marks !== undefined && marks !== marksOf(entry)
  })
  if (changed.length === 0) return []
  const message = `${changed.length} rows have another mark (${lasting.join(', ')}) than they had.`
  return [{ code: 'marks-changed', message, path: changed[0]?.id }]
}

function marksOf({ flags }: Entry): string {
  return lasting.filter((flag) => flags.includes(flag)).join()
}
