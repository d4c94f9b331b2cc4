import { SourceError } from '@inference-report/source'
import { type Asked, askedNow } from './asked.ts'
import type { Attempts } from './attempts.ts'
import type { Validators } from './decide.ts'
import type { Answer, Hop } from './exchange.ts'
import type { How } from './how.ts'
import {
  asksToWait,
  type Learnt,
  learnFailure,
  learnStatus,
  learnUnchanged,
  learnWhole,
} from './learn.ts'
import { plainBytes } from './plain-bytes.ts'
import { redactUrl } from './redact.ts'
import { refusedBy } from './refused-by.ts'
import { remember } from './remember.ts'
import { type Reserved, spacingOf, startedUrl } from './reserve.ts'
import { leftOf } from './schedule.ts'
import type { Settings } from './settings.ts'
import type { StateKeys } from './state-keys.ts'
import type { StateStore } from './state-store.ts'
import { isBodyOf } from './stored-answer.ts'
import type { Tally } from './tally.ts'
import type { UrlState } from './url-state.ts'

interface Parts {
  settings: Settings
  store: Pick<StateStore, 'get' | 'update'>
  attempts: Attempts
  tally: Tally
}

/**
 * Sends a request and remembers what comes of it. `undefined` where the answer is 304 and the body
 * it stands for is lost.
 */
export type Send = (
  hop: Hop,
  keys: StateKeys,
  how: How,
  reserved: Reserved,
) => Promise<Asked | undefined>

export function createSend({ settings, store, attempts, tally }: Parts): Send {
  /** What the store and the report have to say before anything is sent. */
  function tellStart(hop: Hop, mode: How['mode'], reserved: Reserved, conditional: boolean): void {
    const { state: before, decision, now } = reserved
    if (decision.kind === 'send' && decision.amnesty) tally.amnesty(hop)
    if (before === undefined || before.why === 'released') return
    tally.repeated(hop, now - before.at, conditional || before.unconditional === 0)
    const leftMs = mode === 'reload' || mode === 'no-cache' ? leftOf(before, now) : 0
    if (leftMs === 0) return
    // Whoever overrules the schedule should find it in the report.
    const until = new Date(now + leftMs).toISOString()
    const message = `asked by "${mode}", though it was not to be asked before ${until}`
    tally.warn({ code: 'forced', message, url: redactUrl(hop.url) })
  }

  function tellCut(hop: Hop, wantedMs: number): void {
    const hours = Math.round(wantedMs / 3_600_000)
    const cap = Math.round(settings.capMs / 3_600_000)
    const message = `asked to stay away for ${hours} hours; at most ${cap} are heeded`
    tally.warn({ code: 'freshness-cut', message, url: redactUrl(hop.url) })
  }

  return async (hop, keys, how, reserved) => {
    const { state: before, decision, now: startedAt } = reserved
    const validators = decision.kind === 'send' ? decision.validators : undefined
    const conditional = validators !== undefined
    tellStart(hop, how.mode, reserved, conditional)
    const started = startedUrl(settings, before, startedAt, !conditional)
    const clock = { ms: 0 }

    const keep = (answer: Answer | undefined, { state, keepsBody }: Learnt): Promise<void> =>
      remember(settings, store, keys, reserved, {
        answer,
        conditional,
        ms: clock.ms,
        spacingMs: spacingOf(settings, hop, how),
        state,
        body: keepsBody ? answer?.body : undefined,
      })

    let answer: Answer
    try {
      answer = await attempts(withValidators(hop, validators), how, conditional, clock)
    } catch (error) {
      const { code, received } = SourceError.is(error) ? error : { code: 'upstream', received: '' }
      // Where it is the caller's own doing, the schedule stays as it was.
      const learnt = how.signal.aborted
        ? released(before, started)
        : learnFailure(started, code, received, settings.now())
      await keep(undefined, learnt)
      throw error
    }
    const now = settings.now()

    if (answer.status === 304 && conditional && started.answer !== undefined) {
      const body = await store.get(keys.body)
      if (body === undefined || !isBodyOf(started.answer, body)) {
        await keep(answer, released(before, started))
        return undefined
      }
      const learnt = learnUnchanged(settings, started, answer, now, how.everyMs)
      await keep(answer, learnt)
      if (learnt.cutFromMs !== undefined) tellCut(hop, learnt.cutFromMs)
      tally.saved(hop, body.byteLength, true)
      const { status, statusText } = started.answer
      const headers = learnt.state.answer?.headers ?? answer.headers
      const whole = { ...answer, status, statusText, headers, body: plainBytes(body) }
      return { ...askedAs(whole, learnt, clock.ms), revalidated: true, notModified: true }
    }

    const refused = refusedBy(hop, answer, before)
    if (refused !== undefined) {
      const learnt = asksToWait(answer, now)
        ? learnStatus(started, answer, now, how.everyMs)
        : learnFailure(started, refused.code, refused.received, now)
      await keep(answer, learnt)
      tally.blocked(hop.url, refused.code, refused.received)
      throw refused
    }

    const learnt = isKeepable(answer)
      ? learnWhole(settings, started, answer, now, how.everyMs)
      : learnStatus(started, answer, now, how.everyMs)
    await keep(answer, learnt)
    if (keys.url === undefined) return askedNow(answer, clock.ms)
    if (learnt.cutFromMs !== undefined) tellCut(hop, learnt.cutFromMs)
    if (answer.status === 410) tally.gone(hop.url)
    if (answer.status === 304) {
      const message = 'the host said 304 to a request without validators'
      tally.warn({ code: 'unasked-304', message, url: redactUrl(hop.url) })
    }
    return { ...askedAs(answer, learnt, clock.ms), revalidated: conditional }
  }
}

function askedAs(answer: Answer, { state }: Learnt, ms: number): Asked {
  return { ...askedNow(answer, ms), nextMs: state.waitMs, why: state.why }
}

function isKeepable({ status }: Answer): boolean {
  if (status >= 200 && status < 300) return status !== 206
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

function withValidators(hop: Hop, validators: Validators | undefined): Hop {
  if (validators === undefined) return hop
  const { etag, lastModified } = validators
  return {
    ...hop,
    headers: {
      ...hop.headers,
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
    },
  }
}

/** As if it had not been asked. */
function released(before: UrlState | undefined, started: UrlState): Learnt {
  const state = before ?? { ...started, waitMs: 0, why: 'released', unconditional: 0 }
  return { state, keepsBody: false }
}
