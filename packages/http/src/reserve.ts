import { type Decision, decide, type Known } from './decide.ts'
import type { Hop } from './exchange.ts'
import { decodeCooldown, decodeHostState, type HostState } from './host-state.ts'
import type { How } from './how.ts'
import { isFromFuture } from './schedule.ts'
import type { Settings } from './settings.ts'
import type { StateKeys } from './state-keys.ts'
import type { StateStore } from './state-store.ts'
import { decodeUrlState, encodeState, type UrlState } from './url-state.ts'

/** What was decided, on the ground of what, and when. */
export interface Reserved extends Known {
  decision: Decision
  now: number
}

/** Decides whether to ask now, and lets everybody else who uses the store know of it in the same step. */
export type Reserve = (
  keys: StateKeys,
  mode: How['mode'],
  spacingMs: number,
  waitedFor: HostState | undefined,
) => Promise<Reserved>

export function createReserve(settings: Settings, store: Pick<StateStore, 'update'>): Reserve {
  return async (keys, mode, spacingMs, waitedFor) => {
    const names = [keys.host, keys.cooldown, ...(keys.url === undefined ? [] : [keys.url])]
    const box: { reserved?: Reserved } = {}
    await store.update(names, (current) => {
      const now = settings.now()
      const known = {
        state: keys.url === undefined ? undefined : decodeUrlState(current.get(keys.url)),
        host: decodeHostState(current.get(keys.host)),
        cooldown: decodeCooldown(current.get(keys.cooldown)),
      }
      const decision = decide(settings, known, mode, now, waitedFor)
      const reserved = { ...known, decision, now }
      box.reserved = reserved
      return decision.kind === 'send'
        ? announced(settings, keys, reserved, spacingMs)
        : mended(keys, reserved)
    })
    if (box.reserved === undefined) throw new TypeError('the store did not call what it was given')
    return box.reserved
  }
}

/** How long a host is left alone between two requests. */
export function spacingOf(settings: Settings, { url }: Hop, { crawlDelayMs = 0 }: How): number {
  return Math.max(settings.spacingMs(url.hostname), crawlDelayMs)
}

/**
 * An address that is being asked. It then waits as after its last answer, unless the outcome says
 * otherwise: whoever is killed while asking has asked, and must not ask again as if nothing had been.
 */
export function startedUrl(
  { floorMs, capMs }: Settings,
  before: UrlState | undefined,
  now: number,
  isWhole: boolean,
): UrlState {
  const unconditional = (before?.unconditional ?? 0) + (isWhole ? 1 : 0)
  const wished = before?.answer === undefined ? 0 : Math.min(before.waitMs, capMs)
  const waitMs = Math.max(floorMs, wished)
  return { v: 1, ...before, at: now, waitMs, why: 'asked', unconditional }
}

function announced(
  settings: Settings,
  keys: StateKeys,
  { state, host, decision, now }: Reserved,
  spacingMs: number,
): Map<string, Uint8Array> {
  const changes = new Map<string, Uint8Array>()
  if (spacingMs > 0) {
    const paceMs = host?.paceMs ?? 0
    const waitMs = Math.max(spacingMs, paceMs)
    changes.set(keys.host, encodeState({ v: 1, paceMs, ...host, at: now, waitMs }))
  }
  if (keys.url !== undefined && !settings.ownsStore) {
    const isWhole = decision.kind === 'send' && decision.validators === undefined
    changes.set(keys.url, encodeState(startedUrl(settings, state, now, isWhole)))
  }
  return changes
}

/** After a clock was set back by much: what was written in its future counts from now. */
function mended(
  keys: StateKeys,
  { decision, state, cooldown, now }: Reserved,
): Map<string, Uint8Array> {
  const changes = new Map<string, Uint8Array>()
  if (decision.kind === 'rest' && keys.url !== undefined && state !== undefined) {
    if (isFromFuture(state, now)) changes.set(keys.url, encodeState({ ...state, at: now }))
  }
  if (decision.kind === 'cooldown' && cooldown !== undefined && isFromFuture(cooldown, now)) {
    changes.set(keys.cooldown, encodeState({ ...cooldown, at: now }))
  }
  return changes
}
