import type { Entry } from '@inference-report/leaderboard'
import { longDate } from './dates.ts'

/** How to speak of a board. */
export interface BoardOptions {
  /** As it stands in a sentence, e.g. `'SWE-rebench'` or `'the Artificial Analysis Intelligence Index'`. */
  name: string
  /** What is ranked; by default models, agents, or systems where a board has both. */
  subject?: { one: string; many: string } | undefined
  /** Id of the source that the snapshot comes from. */
  sourceId: string
  /** What the facts' ids start with; by default the snapshot's `board`. */
  scope?: string | undefined
  /** The snapshot is too old to be today's: since when its figures are. ISO date or time. */
  stale?: { since: string } | undefined
}

export function subjectOf(
  entries: readonly Entry[],
  { subject }: BoardOptions,
): { one: string; many: string } {
  if (subject !== undefined) return subject
  const kinds = new Set(entries.map(({ kind }) => kind))
  if (kinds.size > 1) return { one: 'system', many: 'systems' }
  return kinds.has('agent') ? { one: 'agent', many: 'agents' } : { one: 'model', many: 'models' }
}

/** Ends a sentence about the board; old figures always say from when they are. */
export function boardSentence(text: string, options: BoardOptions): string {
  const date = longDate(options.stale?.since)
  if (options.stale === undefined) return `${text}.`
  return date === undefined ? `${text} (old figures).` : `${text} (figures of ${date}).`
}
