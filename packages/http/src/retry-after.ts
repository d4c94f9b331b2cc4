import type { HeaderRecord } from './exchange.ts'

const week = 7 * 24 * 3_600_000

/**
 * Milliseconds that `Retry-After` asks to wait, at most a week; `undefined` where it is absent or
 * says nothing sensible. A date is measured against the answer's own `Date`, so that a wrong clock
 * on either side does not matter.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterMs(headers: HeaderRecord, now: number): number | undefined {
  const text = headers['retry-after']?.trim()
  if (text === undefined) return undefined
  // Fractions are not in the standard and are sent all the same.
  if (/^\d{1,15}(?:\.\d{1,9})?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), week)
  return untilDate(text, headers, now)
}

function untilDate(text: string, headers: HeaderRecord, now: number): number | undefined {
  if (!/^[A-Z][a-z]{2,8},? [\w :+-]{10,40}$/.test(text)) return undefined
  const then = parseDate(text)
  if (Number.isNaN(then)) return undefined
  const dated = parseDate(headers['date'] ?? '')
  return Math.min(Math.max(then - (Number.isNaN(dated) ? now : dated), 0), week)
}

/** The oldest of the three forms of a date names no zone, and means UTC. */
function parseDate(text: string): number {
  return Date.parse(/ \d{4}$/.test(text.trim()) ? `${text.trim()} GMT` : text)
}

/**
 * Milliseconds until a used-up quota is renewed, at most a week; `undefined` while requests remain.
 * Reads `RateLimit` as drafted by the IETF, and `RateLimit-*` and `X-RateLimit-*` as hosts send them.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function rateLimitMs(headers: HeaderRecord, now: number): number | undefined {
  const [remaining, reset] =
    readStructured(headers['ratelimit']) ??
    readPair(headers['ratelimit-remaining'], headers['ratelimit-reset']) ??
    readPair(headers['x-ratelimit-remaining'], headers['x-ratelimit-reset']) ??
    readPair(headers['x-rate-limit-remaining'], headers['x-rate-limit-reset']) ??
    []
  if (remaining === undefined || reset === undefined || remaining > 0) return undefined
  // Some hosts name a moment, in seconds or milliseconds since 1970, others the seconds until then.
  const ms = reset > 1e12 ? reset - now : reset > 1e9 ? reset * 1000 - now : reset * 1000
  return Math.min(Math.max(ms, 0), week)
}

/** `"default";r=0;t=30`: of several quotas the first that is used up, else the first. */
function readStructured(text: string | undefined): [number, number] | undefined {
  if (text === undefined) return undefined
  const quotas = text
    .slice(0, 1000)
    .split(',')
    .flatMap((quota): [number, number][] => {
      const remaining = /;\s*r=(\d{1,15})/.exec(quota)?.[1]
      const reset = /;\s*t=(\d{1,15})/.exec(quota)?.[1]
      return remaining === undefined || reset === undefined
        ? []
        : [[Number(remaining), Number(reset)]]
    })
  return quotas.find(([remaining]) => remaining === 0) ?? quotas[0]
}

function readPair(
  remainingText: string | undefined,
  resetText: string | undefined,
): [number, number] | undefined {
  if (remainingText === undefined || resetText === undefined) return undefined
  const remaining = /^\s*(\d{1,15})/.exec(remainingText)?.[1]
  const reset = /^\s*(\d{1,15})/.exec(resetText)?.[1]
  return remaining === undefined || reset === undefined
    ? undefined
    : [Number(remaining), Number(reset)]
}
