import { SourceError } from '@inference-report/source'
import type { Ask } from './ask.ts'
import type { Asked } from './asked.ts'
import { untilAborted } from './coalesce.ts'
import { acceptEncoding } from './decode-body.ts'
import type { Hop } from './exchange.ts'
import { httpError } from './http-error.ts'
import { nextHop } from './redirect.ts'
import { allowAll, productOf, type RobotsRules, readRobots } from './robots-rules.ts'
import type { Settings } from './settings.ts'
import type { StateStore } from './state-store.ts'
import type { Tally } from './tally.ts'
import { decodeUrlState, stateKey } from './url-state.ts'

const day = 24 * 3_600_000
const keptHosts = 2000
const nothing: ReadonlySet<string> = new Set()
const absent = /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/

/** Throws SourceError where robots.txt does not allow the address; returns what it asks for in between. */
export type ObeyRobots = (
  hop: Hop,
  signal: AbortSignal,
) => Promise<{ crawlDelayMs: number | undefined }>

interface Known {
  rules: RobotsRules
  from: number
  untilMs: number
}

interface Parts {
  settings: Settings
  ask: Ask
  store: Pick<StateStore, 'get'>
  tally: Tally
}

/**
 * Robots.txt of every host, asked once a day, conditionally: 4xx allows everything, 5xx, 429 and
 * silence nothing, until after 30 days of it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.3
 */
export function createObeyRobots({ settings, ask, store, tally }: Parts): ObeyRobots {
  const product = productOf(settings.userAgent)
  const known = new Map<string, Known>()
  const loading = new Map<string, Promise<Known>>()

  function robotsHop(url: URL): Hop {
    const headers = {
      accept: 'text/plain, */*;q=0.1',
      'accept-encoding': acceptEncoding,
      'user-agent': settings.userAgent,
      ...(settings.from === undefined ? {} : { from: settings.from }),
    }
    return { method: 'GET', url, headers, body: undefined, own: nothing }
  }

  async function load(origin: string): Promise<Known> {
    const first = robotsHop(new URL('/robots.txt', origin))
    const found = await read(first).catch(async (error: unknown) => {
      if (await hasBeenSilent(first)) return undefined
      throw unreadable(first, error)
    })
    const from = settings.now()
    const rules = found === undefined ? allowAll : await judge(first, found, origin)
    const one = { rules, from, untilMs: Math.min(found?.nextMs ?? 3_600_000, day) }
    known.set(origin, one)
    for (const oldest of known.keys()) {
      if (known.size <= keptHosts) break
      known.delete(oldest)
    }
    return one
  }

  /** Through at most five redirects; more of them count as no robots.txt. */
  async function read(first: Hop): Promise<Asked | undefined> {
    const { signal } = new AbortController()
    const budget = { leftMs: settings.totalMs }
    let hop = first
    for (let redirects = 0; redirects <= 5; redirects++) {
      settings.guard.checkUrl(hop.url)
      const asked = await ask(hop, { mode: 'default', signal, budget, everyMs: day })
      const next = nextHop(hop, asked.answer)
      if (next === undefined) return asked
      hop = next
    }
    return undefined
  }

  async function judge(first: Hop, { answer }: Asked, origin: string): Promise<RobotsRules> {
    const { status, body } = answer
    if (status >= 200 && status < 300) return readRobots(origin, body, product)
    const isRefusal = status >= 400 && status < 500 && status !== 429
    if (isRefusal || status < 400 || (await hasBeenSilent(first))) return allowAll
    throw httpError('blocked', first.url, 'a robots.txt that can be read', {
      received: `status ${status}`,
      retryable: true,
    })
  }

  async function hasBeenSilent(hop: Hop): Promise<boolean> {
    const trouble = decodeUrlState(await store.get(`url ${stateKey(hop)}`))?.trouble
    return trouble !== undefined && settings.now() - trouble.since > 30 * day
  }

  /** A host that is not there has no page either; from one that is there, silence is a refusal. */
  function unreadable({ url }: Hop, error: unknown): unknown {
    if (!SourceError.is(error) || error.code === 'blocked' || isAbsent(error)) return error
    return httpError('blocked', url, 'a robots.txt that can be read', {
      received: `${error.code} ${error.received}`,
      retryable: true,
      cause: error,
    })
  }

  return async ({ url }, signal) => {
    const now = settings.now()
    let one = known.get(url.origin)
    if (one === undefined || now < one.from || now >= one.from + one.untilMs) {
      const running = loading.get(url.origin) ?? load(url.origin)
      loading.set(url.origin, running)
      const done = () => loading.delete(url.origin)
      running.then(done, done)
      try {
        one = await untilAborted(running, signal)
      } catch (error) {
        if (SourceError.is(error)) tally.blocked(url, error.code, 'robots.txt cannot be read')
        throw error
      }
    }
    if (!one.rules.allows(url)) {
      tally.blocked(url, 'blocked', 'robots.txt')
      const expected = `an address that robots.txt allows to ${product}`
      throw httpError('blocked', url, expected, { received: 'Disallow' })
    }
    return { crawlDelayMs: one.rules.crawlDelayMs }
  }
}

function isAbsent({ code, received }: SourceError): boolean {
  return code === 'rate-limited' || absent.test(received)
}
