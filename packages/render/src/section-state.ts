import type { IssueSource, Section, SourceState } from '@inference-report/issue'
import { longDate } from './format-date.ts'

/** What a section must say about the state it was found in. */
export interface StateNotice {
  state: SourceState
  /** e.g. `'Stale'` */
  label: string
  /** e.g. `'As of May 7, 2026'` */
  asOf?: string | undefined
  /** In plain words, a whole sentence or several. */
  why: string
}

export const stateLabels: Record<SourceState, string> = {
  ok: 'OK',
  quiet: 'Quiet',
  stale: 'Stale',
  drift: 'Drift',
  failed: 'Failed',
}

const plainWords: Record<Exclude<SourceState, 'ok'>, string> = {
  quiet: 'The source answered and had nothing new for this issue.',
  stale: 'The newest copy is old for this issue.',
  drift: 'The source no longer has the shape it had.',
  failed: 'The source could not be read; no reason was recorded.',
}

/** Absent where all is well: state `ok`, no note and no source of the section in trouble. */
export function stateNotice(
  section: Section,
  sources: readonly IssueSource[],
): StateNotice | undefined {
  const own = sources.filter(({ id }) => section.sourceIds.includes(id))
  const troubled = own.filter(({ state }) => state !== 'ok' && state !== 'quiet')
  const { state } = section
  if (state === 'ok' && section.note === undefined && troubled.length === 0) return undefined
  const [only] = troubled
  const reasons =
    state === only?.state && own.length === 1 && only.reason !== undefined
      ? only.reason
      : troubled.map(sourceTrouble).join(' ')
  const why = section.note ?? (reasons || (state === 'ok' ? '' : plainWords[state]))
  const when = state === 'stale' ? staleDates(section, own) : undefined
  return {
    state,
    label: state === 'ok' ? 'Note' : stateLabels[state],
    // A reason that names the date has said it.
    asOf: when === undefined || why.includes(when) ? undefined : `As of ${when}`,
    why,
  }
}

/** The notice in one line: `Stale. As of May 7, 2026. The board was last captured then.` */
export function noticeText(notice: StateNotice): string {
  return [`${notice.label}.`, notice.asOf && `${notice.asOf}.`, notice.why]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
}

function sourceTrouble({ name, state, reason }: IssueSource): string {
  const words = `${name} (${stateLabels[state].toLowerCase()})`
  return reason === undefined ? `${words}.` : `${words}: ${reason.replace(/\.$/, '')}.`
}

function staleDates(section: Section, own: readonly IssueSource[]): string | undefined {
  const board = section.kind === 'leaderboard' ? section.board?.capturedAt : undefined
  const dates = own.filter(({ state }) => state === 'stale').map(({ capturedAt }) => capturedAt)
  const days = (board === undefined ? dates : [board])
    .filter((date) => date !== undefined)
    .map((date) => date.slice(0, 10))
    .sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return undefined
  return first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`
}
