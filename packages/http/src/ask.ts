import type { Asked } from './asked.ts'
import { createAttempts } from './attempts.ts'
import { decide } from './decide.ts'
import type { Hop, Transport } from './exchange.ts'
import type { HostQueues } from './host-queues.ts'
import type { HostState } from './host-state.ts'
import type { How } from './how.ts'
import { createReserve, spacingOf } from './reserve.ts'
import { isFromFuture } from './schedule.ts'
import { createSend } from './send.ts'
import type { Settings } from './settings.ts'
import { type StateKeys, stateKeys } from './state-keys.ts'
import type { StateStore } from './state-store.ts'
import type { Tally } from './tally.ts'
import { createUnasked } from './unasked.ts'
import { decodeUrlState } from './url-state.ts'

/** Asks one address as politely as possible: in its turn, not too soon, conditionally, or not at all. */
export type Ask = (hop: Hop, how: How) => Promise<Asked>

interface Parts {
  settings: Settings
  store: Pick<StateStore, 'get' | 'update'>
  transport: Transport
  queues: HostQueues
  tally: Tally
}

export function createAsk({ settings, store, transport, queues, tally }: Parts): Ask {
  const attempts = createAttempts({ settings, transport, queues, tally })
  const reserve = createReserve(settings, store)
  const send = createSend({ settings, store, attempts, tally })
  const unasked = createUnasked(store, tally)

  async function turn(hop: Hop, keys: StateKeys, how: How): Promise<Asked> {
    let waitedFor: HostState | undefined
    let { mode } = how
    for (;;) {
      how.signal.throwIfAborted()
      const reserved = await reserve(keys, mode, spacingOf(settings, hop, how), waitedFor)
      const { decision, host, state, now } = reserved
      if (decision.kind === 'wait') {
        await settings.sleep(decision.ms, how.signal)
        waitedFor = host
        continue
      }
      const asked =
        decision.kind === 'send'
          ? await send(hop, keys, { ...how, mode }, reserved)
          : await unasked(hop, keys, { decision, state, now })
      if (asked !== undefined) return asked
      // The store has lost the body that belongs to the validators: only a whole answer helps.
      mode = 'reload'
    }
  }

  /** Who need not be asked need not wait for their turn either. */
  async function beforeTurn(hop: Hop, keys: StateKeys, how: How): Promise<Asked | undefined> {
    if (keys.url === undefined || queues.isIdle(hop.url.host)) return undefined
    const state = decodeUrlState(await store.get(keys.url))
    const now = settings.now()
    if (state === undefined || isFromFuture(state, now)) return undefined
    const known = { state, host: undefined, cooldown: undefined }
    const decision = decide(settings, known, how.mode, now, undefined)
    return decision.kind === 'rest' ? unasked(hop, keys, { decision, state, now }) : undefined
  }

  return async (hop, how) => {
    const keys = stateKeys(hop, how.mode, settings.cooldownGroup)
    const asked = await beforeTurn(hop, keys, how)
    return asked ?? queues.run(hop.url.host, () => turn(hop, keys, how))
  }
}
