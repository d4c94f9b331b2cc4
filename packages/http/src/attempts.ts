import { SourceError } from '@inference-report/source'
import type { Answer, Hop, Transport } from './exchange.ts'
import type { HostQueues } from './host-queues.ts'
import type { How } from './how.ts'
import type { Settings } from './settings.ts'
import type { Tally } from './tally.ts'
import { unreached } from './unreached.ts'

interface Parts {
  settings: Settings
  transport: Transport
  queues: HostQueues
  tally: Tally
}

/** Sends a request, and sends it again where nobody was there to hear it. */
export type Attempts = (
  hop: Hop,
  how: Pick<How, 'signal' | 'budget'>,
  conditional: boolean,
  /** Gets the milliseconds that the last attempt took. */
  clock: { ms: number },
) => Promise<Answer>

export function createAttempts({ settings, transport, queues, tally }: Parts): Attempts {
  const fromReplay = settings.replay !== undefined
  // A recording says the same thing every time.
  const retries = fromReplay ? 0 : settings.retries

  async function once(
    hop: Hop,
    { signal, budget }: Pick<How, 'signal' | 'budget'>,
    about: { conditional: boolean; attempt: number; clock: { ms: number } },
  ): Promise<Answer> {
    const { conditional, attempt, clock } = about
    signal.throwIfAborted()
    const startedAt = settings.now()
    const since = performance.now()
    tally.started(hop, { at: startedAt, conditional, attempt })
    const end = (result: { status: number } | { error: string }, bytes: number) => {
      clock.ms = settings.now() - startedAt
      budget.leftMs -= performance.now() - since
      const ms = clock.ms
      const entry = tally.ended({ hop, startedAt, ms, conditional, result, bytes, fromReplay })
      settings.onRequest?.({ ...entry })
    }
    let answer: Answer
    try {
      answer = await transport(hop, signal, Math.max(budget.leftMs, 0))
    } catch (error) {
      const code = SourceError.is(error) ? error.code : 'failed'
      end({ error: signal.aborted ? 'aborted' : code }, 0)
      throw error
    }
    end({ status: answer.status }, answer.body.byteLength)
    return answer
  }

  return async (hop, how, conditional, clock) => {
    const isSafe = hop.method === 'GET' || hop.method === 'HEAD'
    for (let attempt = 1; ; attempt++) {
      const result = await queues
        .place(() => once(hop, how, { conditional, attempt, clock }))
        .then(
          (answer) => ({ answer, reason: transientStatus(answer) }),
          (error: unknown) => ({ error, reason: transientError(error) }),
        )
      // Full jitter: many clients that failed together must not come back together.
      const waitMs =
        settings.random() * Math.min(settings.retryBaseMs * 2 ** (attempt - 1), settings.retryMaxMs)
      const again =
        isSafe &&
        result.reason !== undefined &&
        attempt <= retries &&
        !how.signal.aborted &&
        waitMs < how.budget.leftMs
      if (!again) {
        if ('error' in result) throw result.error
        return result.answer
      }
      tally.retried(hop, Math.round(waitMs), attempt, result.reason ?? '')
      await settings.sleep(waitMs, how.signal)
      how.budget.leftMs -= waitMs
      how.signal.throwIfAborted()
    }
  }
}

function transientStatus({ status, headers }: Answer): string | undefined {
  // Who says when to come back is not asked before.
  const isTransient = (status === 502 || status === 504) && headers['retry-after'] === undefined
  return isTransient ? String(status) : undefined
}

function transientError(error: unknown): string | undefined {
  if (!SourceError.is(error) || !unreached.has(error.received)) return undefined
  return error.received
}
