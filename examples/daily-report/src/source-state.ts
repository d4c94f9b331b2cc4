import type { SourceState } from '@inference-report/issue'
import { SourceError, type SourceErrorCode } from '@inference-report/source'
import { daysBetween, longDate } from './calendar.ts'
import type { SourceKind } from './config.ts'
import type { Harvest } from './sources/harvest.ts'

export interface Verdict {
  state: SourceState
  reason?: string | undefined
}

/** How many days before the issue a source may have been captured, or be of. */
const freshDays: Readonly<Record<SourceKind, number>> = {
  feed: 2,
  'github-trending': 2,
  arxiv: 4,
  'artificial-analysis': 21,
  'swe-rebench': 21,
}

/** These show one moment: captured after the issue, they show what its readers could not know. */
const momentary: ReadonlySet<SourceKind> = new Set([
  'github-trending',
  'artificial-analysis',
  'swe-rebench',
])

/** The state of a source that gave something. */
export function verdictOf(
  kind: SourceKind,
  harvest: Harvest,
  capturedAt: string | undefined,
  issueDate: string,
): Verdict {
  if (capturedAt !== undefined && momentary.has(kind) && capturedAt.slice(0, 10) > issueDate) {
    return {
      state: 'failed',
      reason: `Captured on ${longDate(capturedAt)}, after this issue, and so not used.`,
    }
  }
  const dates = [
    { verb: 'Captured', on: capturedAt },
    { verb: harvest.kind === 'papers' ? 'Announced' : 'Dated', on: harvest.datedOn },
  ].flatMap(({ verb, on }) =>
    on === undefined ? [] : [{ verb, age: daysBetween(on, issueDate), on }],
  )
  const oldest = dates.sort((a, b) => b.age - a.age)[0]
  if (oldest !== undefined && oldest.age > freshDays[kind]) {
    return {
      state: 'stale',
      reason: `${oldest.verb} on ${longDate(oldest.on)}, ${oldest.age} days before this issue.`,
    }
  }
  return { state: itemCount(harvest) === 0 ? 'quiet' : 'ok' }
}

/** The state of a source that threw. */
export function failureOf(error: unknown): Verdict {
  if (!SourceError.is(error)) {
    const message = error instanceof Error ? error.message : String(error)
    return { state: 'failed', reason: `It could not be read (${message}).` }
  }
  const words = isUnreached(error) ? 'It could not be reached' : failureWords[error.code]
  // What a source wrote is not quoted: it would stand in the paper as our own words.
  const detail = isStatus(error.received) ? error.received : `expected ${error.expected}`
  return {
    state: error.code === 'drift' ? 'drift' : 'failed',
    reason: `${words} (${detail.replace(/\.$/, '')}).`,
  }
}

/** `429, Retry-After 3600`, or the name of a failure such as `ENOTFOUND`. */
function isStatus(received: string): boolean {
  return /^(?:[1-5]\d\d(?:, Retry-After [\w ,:+-]{1,40})?|[A-Z][A-Z0-9_]{2,40})$/.test(received)
}

/** No answer at all: the client, and not the source, says so. */
function isUnreached({ code, source }: SourceError): boolean {
  return code === 'upstream' && source === 'http'
}

const failureWords: Readonly<Record<SourceErrorCode, string>> = {
  incomparable: 'It could not be read',
  drift: 'It no longer has the shape we know',
  empty: 'It held no rows and did not say that there are none',
  'not-a-feed': 'It answered with something that is no feed',
  unparseable: 'Its answer was broken',
  'rate-limited': 'It asked us to come back later',
  'not-found': 'It was not there',
  blocked: 'It refused us',
  'too-large': 'Its answer was too large',
  timeout: 'It did not answer in time',
  upstream: 'It answered with an error',
  'not-recorded': 'A part of it was not recorded',
}

function itemCount(harvest: Harvest): number {
  return harvest.kind === 'leaderboard' ? harvest.snapshot.entries.length : harvest.items.length
}
