import type { Hop } from './exchange.ts'
import { redactUrl } from './redact.ts'
import { leftOf } from './schedule.ts'
import type { Settings } from './settings.ts'
import type { StateStore } from './state-store.ts'
import type { Tally } from './tally.ts'
import { decodeUrlState, encodeState, stateKey } from './url-state.ts'

const day = 24 * 3_600_000
const sightings = 3
/** So many addresses are remembered with what answered them. */
const mostAnswered = 10_000
/** After so long a move is checked again. */
const believedMs = 30 * day

// Where networks and operators send who is not let in, with a permanent redirect by mistake.
const detour =
  /log[-_]?in|sign[-_]?(?:in|up)|register|landing[-_]?page|captive|consent|portal|suspended|blocked|expired|parking|\b(?:sso|auth)\b/i

/** What an address turns out to be over several days. */
export interface Moves {
  /** Permanent redirects that were seen just now, on the way to a good answer. */
  seen(redirects: readonly { from: Hop; to: Hop }[]): Promise<void>
  /** That `first` was answered by `last` in the end: what cannot be parsed is of the latter. */
  answered(first: URL, last: Hop): void
  parsed(url: URL, ok: boolean): Promise<void>
}

interface Parts {
  settings: Settings
  store: Pick<StateStore, 'update'>
  tally: Tally
}

/**
 * Believes a permanent redirect after three sightings on at least two days: from then on the new
 * address is asked at once, and the old one only once in 30 days.
 */
export function createMoves({ settings, store, tally }: Parts): Moves {
  async function see(from: Hop, to: Hop): Promise<void> {
    if (!isPlausible(from.url, to.url)) return
    const key = `url ${stateKey(from)}`
    await store.update([key], (current) => {
      const state = decodeUrlState(current.get(key))
      if (state === undefined) return new Map()
      const now = settings.now()
      const today = Math.floor(now / day)
      const before = state.move?.to === to.url.href ? state.move : undefined
      const move = {
        to: to.url.href,
        seen: (before?.seen ?? 0) + 1,
        days: (before?.days ?? 0) + (before?.lastDay === today ? 0 : 1),
        lastDay: today,
      }
      const isBelieved = move.seen >= sightings && move.days >= 2
      const waitMs = Math.max(leftOf(state, now), believedMs)
      const moved = isBelieved ? { at: now, waitMs, why: 'moved' } : {}
      if (isBelieved) tally.moved(from.url, to.url.href)
      return new Map([[key, encodeState({ ...state, ...moved, move })]])
    })
  }

  const answeredBy = new Map<string, string>()

  function note(url: URL, key: string): void {
    const plain = redactUrl(url)
    answeredBy.delete(plain)
    answeredBy.set(plain, key)
    for (const oldest of answeredBy.keys()) {
      if (answeredBy.size <= mostAnswered) break
      answeredBy.delete(oldest)
    }
  }

  return {
    answered(first, last) {
      // By far the most answer for themselves, as `parsed` assumes.
      if (answeredBy.size === 0 && last.own.size === 0 && first.href === last.url.href) return
      const key = `url ${stateKey(last)}`
      note(first, key)
      note(last.url, key)
    },
    async seen(redirects) {
      for (const { from, to } of redirects) await see(from, to)
    },
    async parsed(url, ok) {
      url.hash = ''
      const hop = { method: 'GET', url, headers: {}, body: undefined, own: new Set<string>() }
      const key = answeredBy.get(redactUrl(url)) ?? `url ${stateKey(hop)}`
      await store.update([key], (current) => {
        const state = decodeUrlState(current.get(key))
        if (state === undefined || (ok && state.parseFailures === undefined)) return new Map()
        const { parseFailures = 0, ...rest } = state
        const failures = ok ? 0 : parseFailures + 1
        const stops = settings.parseFailures > 0 && failures >= settings.parseFailures
        const now = settings.now()
        const next = {
          ...rest,
          ...(ok ? {} : { parseFailures: failures }),
          ...(stops ? { at: now, waitMs: 7 * day, why: 'unreadable' } : {}),
        }
        return new Map([[key, encodeState(next)]])
      })
    },
  }
}

function isPlausible(from: URL, to: URL): boolean {
  if (from.protocol === 'https:' && to.protocol === 'http:') return false
  return !detour.test(to.hostname + to.pathname + to.search) || detour.test(from.href)
}
