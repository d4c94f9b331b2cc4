import type { Cooldown, HostState } from './host-state.ts'
import { leftOf } from './schedule.ts'
import type { Settings } from './settings.ts'
import type { UrlState } from './url-state.ts'

/** What a caller may ask of the store, in the words of the platform's `fetch`. */
export type CacheMode = 'default' | 'no-store' | 'reload' | 'no-cache' | 'force-cache'

export interface Known {
  /** Absent for what is never kept, such as a POST. */
  state: UrlState | undefined
  host: HostState | undefined
  cooldown: Cooldown | undefined
}

export type Decision =
  /** Ask, with these validators where there are any. */
  | { kind: 'send'; validators: Validators | undefined; amnesty: boolean }
  /** The host's turn comes later. */
  | { kind: 'wait'; ms: number }
  /** It is too early to ask this address again. */
  | { kind: 'rest'; leftMs: number; why: string }
  /** The host wants to be left alone. */
  | { kind: 'cooldown'; leftMs: number; why: string }

export interface Validators {
  etag?: string | undefined
  lastModified?: string | undefined
}

/**
 * What may be done now. `waitedFor` is the host's state that the caller has already waited for: it
 * is not waited for twice, however the clock went meanwhile.
 */
export function decide(
  settings: Settings,
  { state, host, cooldown }: Known,
  mode: CacheMode,
  now: number,
  waitedFor: HostState | undefined,
): Decision {
  if (state !== undefined && (mode === 'default' || mode === 'force-cache')) {
    const leftMs = leftOf(state, now)
    if (leftMs > 0) return { kind: 'rest', leftMs, why: state.why }
    if (mode === 'force-cache' && state.answer !== undefined) {
      return { kind: 'rest', leftMs: 0, why: 'force-cache' }
    }
  }
  const cooling = cooldown === undefined ? 0 : leftOf(cooldown, now)
  if (cooldown !== undefined && cooling > 0) {
    return { kind: 'cooldown', leftMs: cooling, why: cooldown.reason }
  }
  if (host !== undefined && !isSame(host, waitedFor)) {
    // A clock set back must not make the gap longer than it is.
    const ms = Math.min(leftOf(host, now), host.waitMs)
    if (ms > 0) return { kind: 'wait', ms }
  }
  if (state?.answer === undefined || mode === 'reload') {
    return { kind: 'send', validators: undefined, amnesty: false }
  }
  const { etag, lastModified } = state
  const has = etag !== undefined || lastModified !== undefined
  const amnesty = has && isAmnesty(settings, state, host, now)
  const validators = has && !amnesty ? { etag, lastModified } : undefined
  return { kind: 'send', validators, amnesty }
}

/** Some hosts answer 304 to whoever sends a validator: one request without finds out. */
function isAmnesty(
  { amnestyMs }: Settings,
  { wholeAt, answer, unchanged = 0 }: UrlState,
  host: HostState | undefined,
  now: number,
): boolean {
  if (amnestyMs === 0 || wholeAt === undefined || host?.honest === true) return false
  // The time must be filled with 304: a clock may jump, and a computer be switched off.
  const seenMs = Math.min(answer?.at ?? 0, now) - wholeAt
  return seenMs > amnestyMs && unchanged >= 3
}

function isSame(one: HostState, other: HostState | undefined): boolean {
  return other !== undefined && one.at === other.at && one.waitMs === other.waitMs
}
