import type { HeaderRecord } from './exchange.ts'
import { afterSkipped, type FeedHints } from './feed-hints.ts'
import { freshnessOf } from './freshness.ts'
import type { Settings } from './settings.ts'
import { unreached } from './unreached.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export interface Wait {
  ms: number
  /** e.g. `'max-age'`, `'floor'`. */
  why: string
  /** What was asked for and not granted in full, in milliseconds. */
  cutFromMs?: number | undefined
}

export interface Scheduled {
  headers: HeaderRecord
  hints: FeedHints | undefined
  /** Whether the next request can be conditional. */
  conditional: boolean
  now: number
}

/** How long a good answer is left alone: what the server and the feed say, between floor and cap. */
export function waitAfterAnswer(settings: Settings, answer: Scheduled): Wait {
  const { headers, hints, conditional, now } = answer
  const { floorMs, unconditionalFloorMs, capMs, jitter, random } = settings
  const floor = conditional ? floorMs : Math.max(floorMs, unconditionalFloorMs)
  const fresh = freshnessOf(headers, now)
  const hinted = hints?.everyMs ?? 0
  const wanted = Math.max(fresh.ms, hinted)
  const granted = Math.max(floor, Math.min(wanted, capMs))
  const why =
    wanted <= floor ? 'floor' : hinted > fresh.ms ? 'feed-hint' : (fresh.reason ?? 'max-age')
  // Upwards only, and never past the cap: a daily run must not miss its day by chance.
  const most = Math.max(granted, capMs)
  const spread = Math.min(granted + granted * jitter * random(), most)
  const skipped = hints === undefined ? 0 : afterSkipped(now + spread, hints) - now
  return {
    ms: Math.ceil(Math.max(spread, skipped)),
    why: skipped > spread ? 'skip-hours' : why,
    ...(wanted > capMs ? { cutFromMs: wanted } : {}),
  }
}

/** How long a host is left alone that said 429 or 503 without a time that makes sense. */
export function cooldownMs(times: number): number {
  return doubling(10 * minute, times, day)
}

/** How long an address is left alone that answers with a status of 400 or above. */
export function waitAfterStatus(status: number, times: number): Wait {
  if (status < 500) return { ms: doubling(2 * day, times, 7 * day), why: `status-${status}` }
  return { ms: doubling(hour, times, day), why: `status-${status}` }
}

/** How long an address is left alone that gave no answer. */
export function waitAfterFailure(code: string, received: string, times: number): Wait {
  if (received === 'ENOTFOUND') return { ms: doubling(hour, times, day), why: 'no-such-host' }
  // Only our own time is spared.
  if (unreached.has(received)) return { ms: doubling(minute, times, hour), why: 'unreached' }
  if (code === 'too-large' || code === 'blocked') return { ms: day, why: code }
  return { ms: doubling(hour, times, day), why: code }
}

/**
 * What is left of a wait. Where the clock has been set back since, never more than the wait itself
 * and a day: a step of an hour must not set off a burst, one of a year not silence it for a year.
 */
export function leftOf({ at, waitMs }: { at: number; waitMs: number }, now: number): number {
  return Math.min(Math.max(at + waitMs - now, 0), waitMs + day)
}

/** Whether something was written by a clock so wrong that it must be counted from now. */
export function isFromFuture({ at }: { at: number }, now: number): boolean {
  return at - now > day
}

function doubling(first: number, times: number, most: number): number {
  return Math.min(first * 2 ** Math.min(Math.max(times - 1, 0), 30), most)
}
