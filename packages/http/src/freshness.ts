import CachePolicy from 'http-cache-semantics'
import type { HeaderRecord } from './exchange.ts'

/** How long an answer says it stays fresh. */
export interface Freshness {
  ms: number
  /** Which header says so; `undefined` where none does. */
  reason?: 'max-age' | 'expires' | undefined
}

const unread = { method: 'GET', url: '', headers: {} }

/**
 * How long an answer is fresh by its own headers, as a private cache counts: `max-age` before
 * `Expires`, less the time it spent in caches on its way. No guess from `Last-Modified`: a guess
 * silently skips what is new.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-4.2
 */
export function freshnessOf(headers: HeaderRecord, now: number): Freshness {
  const cacheControl = headers['cache-control']
  const expires = headers['expires']
  if (cacheControl === undefined && expires === undefined) return { ms: 0 }
  const clean = {
    // Directives are case-insensitive, which the reader of them is not.
    ...(cacheControl === undefined
      ? {}
      : { 'cache-control': cacheControl.toLowerCase().replace(/\bno-store\b/g, '') }),
    ...(expires === undefined ? {} : { expires }),
    ...(headers['age'] === undefined ? {} : { age: headers['age'] }),
    date: readDate(headers['date'], now),
  }
  // What may not be stored says how often to ask all the same, and what is stored is stored for us alone.
  const policy = new CachePolicy(
    unread,
    { status: 200, headers: clean },
    {
      shared: false,
      cacheHeuristic: 0,
      immutableMinTimeToLive: 0,
    },
  )
  const age = Math.max(Number.parseInt(headers['age'] ?? '', 10) || 0, 0)
  const seconds = policy.maxAge() - age
  const reason = /max-age/i.test(cacheControl ?? '') ? 'max-age' : 'expires'
  return seconds > 0 ? { ms: seconds * 1000, reason } : { ms: 0 }
}

function readDate(date: string | undefined, now: number): string {
  return date !== undefined && !Number.isNaN(Date.parse(date)) ? date : new Date(now).toUTCString()
}
