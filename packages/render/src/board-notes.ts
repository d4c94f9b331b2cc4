import type { LeaderboardColumn, LeaderboardSection } from '@inference-report/issue'
import { longDate, longTime } from './format-date.ts'

/** What stands under a board's table, apart from its credit: which board, when, against what. */
export function boardNotes(section: LeaderboardSection): string[] {
  const { board } = section
  if (board === undefined) return []
  const which = [
    board.version && `Version ${board.version}`,
    board.window && `tasks from ${longDate(board.window.from)} to ${longDate(board.window.to)}`,
    board.capturedAt && `captured ${longTime(board.capturedAt)}`,
    `snapshot ${board.snapshotId}`,
  ].filter((part) => part !== undefined && part !== '')
  return [`${capitalized(which.join('; '))}.`, baselineNote(board.baseline)]
}

/** What the columns mean, where the heads do not say it. */
export function columnNotes(columns: readonly LeaderboardColumn[]): string[] {
  return columns.flatMap(({ label, description, derived }) => {
    const ours = derived === true ? 'computed by this publication, not printed by the board' : ''
    const words = [description, ours].filter((part) => part !== undefined && part !== '')
    return words.length === 0 ? [] : [`${label}: ${words.join('; ')}.`]
  })
}

type Baseline = NonNullable<LeaderboardSection['board']>['baseline']

function baselineNote(baseline: Baseline): string {
  if (baseline === undefined) return 'No earlier snapshot to compare with yet.'
  const { capturedAt, snapshotId } = baseline
  return capturedAt === undefined
    ? `Movement, of models on the front page and of rows in the full table, is against the snapshot ${snapshotId}.`
    : `Movement, of models on the front page and of rows in the full table, is against the snapshot of ${longDate(capturedAt)} (${snapshotId}).`
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
