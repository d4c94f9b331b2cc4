import { type Asked, askedNow } from './asked.ts'
import { createAttempts } from './attempts.ts'
import type { Hop, Transport } from './exchange.ts'
import type { HostQueues } from './host-queues.ts'
import type { How } from './how.ts'
import type { Settings } from './settings.ts'
import type { Tally } from './tally.ts'

interface Parts {
  settings: Settings
  transport: Transport
  queues: HostQueues
  tally: Tally
}

/** Asks a recording: nobody's patience is tried, so there is no schedule, only the gap one asks for. */
export function createReplayHop({
  settings,
  transport,
  queues,
  tally,
}: Parts): (hop: Hop, how: Pick<How, 'signal' | 'budget'>) => Promise<Asked> {
  const { now, sleep, minSpacingMs } = settings
  const attempts = createAttempts({ settings, transport, queues, tally })
  const endedAt = new Map<string, number>()

  return async (hop, how) => {
    const { host } = hop.url
    const clock = { ms: 0 }
    const answer = await queues.run(host, async () => {
      const since = Math.max(now() - (endedAt.get(host) ?? Number.NEGATIVE_INFINITY), 0)
      if (since < minSpacingMs) await sleep(minSpacingMs - since, how.signal)
      try {
        return await attempts(hop, how, false, clock)
      } finally {
        endedAt.set(host, now())
      }
    })
    return askedNow(answer, clock.ms)
  }
}
