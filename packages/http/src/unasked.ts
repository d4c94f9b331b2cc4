import type { SourceError } from '@inference-report/source'
import type { Asked } from './asked.ts'
import type { Decision } from './decide.ts'
import type { Hop } from './exchange.ts'
import { httpError } from './http-error.ts'
import type { StateKeys } from './state-keys.ts'
import type { StateStore } from './state-store.ts'
import { answerFromStore } from './stored-answer.ts'
import type { Tally } from './tally.ts'
import type { UrlState } from './url-state.ts'

export interface Refusal {
  decision: Extract<Decision, { kind: 'rest' | 'cooldown' }>
  state: UrlState | undefined
  now: number
}

/**
 * The answer to what is not asked now, from the store; `undefined` where the store has lost the
 * body and the address may be asked instead.
 *
 * @throws SourceError `rate-limited`, or the failure that it is left alone for, where there is none.
 */
export type Unasked = (hop: Hop, keys: StateKeys, refusal: Refusal) => Promise<Asked | undefined>

export function createUnasked(store: Pick<StateStore, 'get'>, tally: Tally): Unasked {
  return async (hop, keys, { decision, state, now }) => {
    const answer = await answerFromStore(state, decision, async () => store.get(keys.body), now)
    if (answer === 'lost' && decision.kind === 'rest') return undefined
    if (answer === undefined || answer === 'lost') {
      const error = refusalError(hop, { decision, state, now })
      tally.blocked(hop.url, error.code, decision.why)
      throw error
    }
    tally.saved(hop, answer.body.byteLength, false)
    if (decision.why === 'gone') tally.gone(hop.url)
    return {
      answer,
      fromStore: true,
      revalidated: false,
      notModified: false,
      ageMs: now - (state?.answer?.at ?? now),
      nextMs: decision.leftMs,
      why: decision.why,
      ms: 0,
    }
  }
}

// What an address may be left alone for, besides being asked to.
const failures = ['upstream', 'timeout', 'blocked', 'too-large'] as const

function refusalError({ url }: Hop, { decision, state, now }: Refusal): SourceError {
  const { leftMs, why } = decision
  const code = failures.find((one) => one === state?.trouble?.code) ?? 'rate-limited'
  const expected = `a request after ${new Date(now + leftMs).toISOString()}`
  return httpError(code, url, expected, {
    received: state?.trouble?.received ?? why,
    retryable: true,
  })
}
