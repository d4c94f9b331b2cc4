import { crc32 } from 'node:zlib'
import type { Answer } from './exchange.ts'
import { readFeedHints } from './feed-hints.ts'
import type { Cooldown, HostState } from './host-state.ts'
import { isPermanent } from './redirect.ts'
import { rateLimitMs, retryAfterMs } from './retry-after.ts'
import { cooldownMs, waitAfterAnswer, waitAfterFailure, waitAfterStatus } from './schedule.ts'
import type { Settings } from './settings.ts'
import type { Trouble, UrlState } from './url-state.ts'

const forever = 100 * 365 * 24 * 3_600_000

/** What is to be remembered after a request. */
export interface Learnt {
  state: UrlState
  /** Whether the body that came takes the place of the one before. */
  keepsBody: boolean
  /** What the server wished and did not get in full, in milliseconds. */
  cutFromMs?: number | undefined
}

/** After a good answer: 2xx or a redirect. Its validators replace all earlier ones, also by nothing. */
export function learnWhole(
  settings: Settings,
  before: UrlState,
  answer: Answer,
  now: number,
  everyMs: number | undefined,
): Learnt {
  const { status, statusText, headers, body } = answer
  const etag = headers['etag'] || undefined
  const lastModified = headers['last-modified'] || undefined
  const hints = readFeedHints(body)
  const conditional = etag !== undefined || lastModified !== undefined
  // A redirect for now may end any minute, and has no validators to spare it.
  const isPassing = status >= 300 && !isPermanent(status)
  const scheduled = { headers, hints, conditional: conditional || isPassing, now }
  const wait = waitAfterAnswer(settings, scheduled)
  return {
    state: {
      v: 1,
      at: now,
      waitMs: everyMs ?? wait.ms,
      why: everyMs === undefined ? wait.why : 'fixed',
      etag,
      lastModified,
      answer: {
        status,
        statusText,
        headers,
        at: askedAt(answer),
        bytes: body.byteLength,
        crc: crc32(body),
      },
      hints,
      unconditional: before.unconditional,
      wholeAt: now,
      parseFailures: before.parseFailures,
      move: isPermanent(status) ? before.move : undefined,
    },
    keepsBody: true,
    cutFromMs: wait.cutFromMs,
  }
}

/** After a 304: what it says replaces what was said before, the rest stays. */
export function learnUnchanged(
  settings: Settings,
  before: UrlState,
  answer: Answer,
  now: number,
  everyMs: number | undefined,
): Learnt {
  const { headers } = answer
  const etag = headers['etag'] || before.etag
  const lastModified = headers['last-modified'] || before.lastModified
  const merged = { ...before.answer?.headers, ...headers }
  const wait = waitAfterAnswer(settings, {
    headers: merged,
    hints: before.hints,
    conditional: true,
    now,
  })
  const { trouble: _, ...rest } = before
  return {
    state: {
      ...rest,
      at: now,
      waitMs: everyMs ?? wait.ms,
      why: everyMs === undefined ? wait.why : 'fixed',
      etag,
      lastModified,
      unchanged: (before.unchanged ?? 0) + 1,
      answer: before.answer && { ...before.answer, headers: merged, at: askedAt(answer) },
    },
    keepsBody: false,
    cutFromMs: wait.cutFromMs,
  }
}

/** After a status that is no good answer. What was known stays, for later. */
export function learnStatus(
  before: UrlState,
  answer: Answer,
  now: number,
  everyMs: number | undefined,
): Learnt {
  const { status, headers } = answer
  const trouble = troubleOf(before, { status, headers }, now)
  const wait = asksToWait(answer, now)
    ? { ms: askedWait(answer, now, trouble.times), why: `status-${status}` }
    : everyMs !== undefined && status < 500
      ? { ms: everyMs, why: 'fixed' }
      : status === 410
        ? { ms: forever, why: 'gone' }
        : status === 304
          ? { ms: 24 * 3_600_000, why: 'unasked-304' }
          : waitAfterStatus(status, trouble.times)
  return {
    state: { ...before, at: now, waitMs: wait.ms, why: wait.why, trouble },
    keepsBody: false,
  }
}

/** After no answer at all. */
export function learnFailure(
  before: UrlState,
  code: string,
  received: string,
  now: number,
): Learnt {
  const trouble = troubleOf(before, { code, received }, now)
  const wait = waitAfterFailure(code, received, trouble.times)
  return {
    state: { ...before, at: now, waitMs: wait.ms, why: wait.why, trouble },
    keepsBody: false,
  }
}

/** How long the whole host is left alone; `undefined` where it may be asked on. */
export function learnCooldown(
  before: Cooldown | undefined,
  answer: Answer,
  now: number,
): Cooldown | undefined {
  const { status, headers } = answer
  if (asksToWait(answer, now)) {
    const times = (before?.times ?? 0) + 1
    return {
      v: 1,
      at: now,
      waitMs: askedWait(answer, now, times),
      times,
      reason: `status ${status}`,
    }
  }
  const used = rateLimitMs(headers, now)
  if (used === undefined || used === 0) return undefined
  return { v: 1, at: now, waitMs: used, times: 0, reason: 'its rate limit is used up' }
}

/** The pace of a host: as slow as it answers, within reason. A failure never makes it quicker. */
export function learnPace(
  before: HostState | undefined,
  answer: Answer | undefined,
  took: { now: number; ms: number; spacingMs: number },
  isHonest: boolean,
): HostState {
  const { now, ms, spacingMs } = took
  const known = before?.paceMs ?? 0
  const average = known === 0 ? ms : (known + ms) / 2
  const good = answer !== undefined && answer.status < 400
  const paceMs = Math.round(Math.min(good ? average : Math.max(average, known), 60_000))
  return {
    v: 1,
    at: now,
    waitMs: spacingMs === 0 ? 0 : Math.max(spacingMs, paceMs),
    paceMs,
    ...(isHonest || before?.honest === true ? { honest: true } : {}),
  }
}

/** Whether an answer is about when to come back, and not about the page. */
export function asksToWait({ status, headers }: Answer, now: number): boolean {
  if (status === 429 || status === 503) return true
  // GitHub says 403 to who has used up a limit, and when that begins anew.
  if (status === 403 && rateLimitMs(headers, now)) return true
  return (status === 403 || status === 413 || status >= 500) && headers['retry-after'] !== undefined
}

function askedWait({ headers }: Answer, now: number, times: number): number {
  const asked = retryAfterMs(headers, now)
  // Who was told to come back at once, did, and is refused again, was told nothing.
  if (asked === 0 && times > 1) return cooldownMs(times - 1)
  return asked ?? (rateLimitMs(headers, now) || cooldownMs(times))
}

/** The moment an answer is of, by which it is known ever after. */
function askedAt({ capturedAt }: Answer): number {
  return Date.parse(capturedAt)
}

function troubleOf(
  { trouble }: UrlState,
  what: Omit<Trouble, 'times' | 'since'>,
  now: number,
): Trouble {
  const since = Math.min(trouble?.since ?? now, now)
  return { ...what, times: (trouble?.times ?? 0) + 1, since }
}
