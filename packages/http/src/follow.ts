import type { Asked } from './asked.ts'
import type { CacheMode } from './decide.ts'
import type { Hop } from './exchange.ts'
import { httpError } from './http-error.ts'
import type { Moves } from './moves.ts'
import type { ReadRequest } from './read-request.ts'
import { redactUrl } from './redact.ts'
import { isPermanent, nextHop } from './redirect.ts'
import type { Settings } from './settings.ts'
import type { Tally } from './tally.ts'

/** What came at the end of all redirects. */
export interface Followed {
  asked: Asked
  url: URL
  redirected: boolean
}

interface Parts {
  settings: Settings
  askHop: (
    hop: Hop,
    mode: CacheMode,
    signal: AbortSignal,
    budget: { leftMs: number },
  ) => Promise<Asked>
  moves: Moves
  tally: Tally
}

/** Asks hop by hop, each under the same rules, until an answer is no redirect. */
export type Follow = (request: ReadRequest, signal: AbortSignal) => Promise<Followed>

export function createFollow({ settings, askHop, moves, tally }: Parts): Follow {
  /** What another redirect would violate. */
  function redirectLimit(mode: RequestRedirect, loops: boolean, redirects: number) {
    if (mode === 'error') return 'an answer without a redirect'
    if (loops) return 'redirects that do not return to an earlier address'
    if (redirects >= settings.maxRedirects) return `at most ${settings.maxRedirects} redirects`
    return undefined
  }

  return async ({ hop: first, redirect, cache }, signal) => {
    const mode = readMode(cache)
    const budget = { leftMs: settings.totalMs }
    const seen = new Set<string>()
    const permanent: { from: Hop; to: Hop }[] = []
    let hop = first
    for (let redirects = 0; ; redirects++) {
      const asked = await askHop(hop, mode, signal, budget)
      const next = redirect === 'manual' ? undefined : nextHop(hop, asked.answer)
      if (next === undefined) {
        if (permanent.length > 0 && asked.answer.status < 300) await moves.seen(permanent)
        moves.answered(first.url, hop)
        return { asked, url: hop.url, redirected: redirects > 0 }
      }
      seen.add(keyOf(hop))
      const expected = redirectLimit(redirect, seen.has(keyOf(next)), redirects)
      if (expected !== undefined) {
        const received = `status ${asked.answer.status} to ${redactUrl(next.url)}`
        throw httpError('upstream', first.url, expected, { received, retryable: false })
      }
      if (asked.why === 'moved') tally.moved(hop.url, next.url.href)
      // Only what the server says now is a sighting.
      else if (isPermanent(asked.answer.status) && !asked.fromStore) {
        permanent.push({ from: hop, to: next })
      }
      hop = next
    }
  }
}

function keyOf({ method, url }: Hop): string {
  return `${method} ${url.href}`
}

function readMode(cache: RequestCache): CacheMode {
  // 'only-if-cached' is for pages of one origin; the platform refuses it before we see it.
  return cache === 'only-if-cached' ? 'force-cache' : cache
}
