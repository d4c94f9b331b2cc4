import type { Answer } from './exchange.ts'
import { learnCooldown, learnPace } from './learn.ts'
import type { Reserved } from './reserve.ts'
import type { Settings } from './settings.ts'
import type { StateKeys } from './state-keys.ts'
import type { StateStore } from './state-store.ts'
import { encodeState, type UrlState } from './url-state.ts'

/** What came of a request. */
export interface Outcome {
  answer: Answer | undefined
  conditional: boolean
  /** How long it took, in milliseconds. */
  ms: number
  spacingMs: number
  /** What is to be known of the address from now on. */
  state: UrlState
  /** The body to be kept with it, where it is a new one. */
  body: Uint8Array | undefined
}

/** Writes what came of a request, all in one step: validators and body are always of one answer. */
export async function remember(
  settings: Settings,
  store: Pick<StateStore, 'update'>,
  keys: StateKeys,
  { host, cooldown }: Reserved,
  { answer, conditional, ms, spacingMs, state, body }: Outcome,
): Promise<void> {
  const now = settings.now()
  const changes = new Map<string, Uint8Array | undefined>()
  if (keys.url !== undefined) {
    changes.set(keys.url, encodeState(state))
    if (body !== undefined) changes.set(keys.body, body)
  }
  const isHonest = conditional && answer?.status === 200
  if (spacingMs > 0 || (isHonest && host?.honest !== true)) {
    changes.set(keys.host, encodeState(learnPace(host, answer, { now, ms, spacingMs }, isHonest)))
  }
  const cooling = answer && learnCooldown(cooldown, answer, now)
  if (cooling !== undefined) changes.set(keys.cooldown, encodeState(cooling))
  else if (answer !== undefined && cooldown !== undefined) changes.set(keys.cooldown, undefined)
  if (changes.size > 0) await store.update([], () => changes)
}
