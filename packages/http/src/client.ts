import { SourceError } from '@inference-report/source'
import { type ClientOptions, readOptions } from './client-options.ts'
import { toResponse } from './client-response.ts'
import { createAgent } from './connector.ts'
import type { Answer, Hop } from './exchange.ts'
import { httpError } from './http-error.ts'
import { liveTransport } from './live-transport.ts'
import { createPacer } from './pacer.ts'
import { type ReadRequest, readRequest } from './read-request.ts'
import { recordingTransport } from './recorder.ts'
import { openRecording } from './recording.ts'
import { redactUrl } from './redact.ts'
import { nextHop } from './redirect.ts'
import { type ClientReport, type RequestReport, summarize } from './report.ts'

/** A polite `fetch` and what it did. */
export interface Client {
  /** As the platform's `fetch`, under the client's limits; the body is read before it answers. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** What was asked so far. */
  report(): ClientReport
  /** Waits for running requests and closes the sockets; later requests are refused. */
  close(): Promise<void>
  /** Whether the recording of `replay` answers a GET of this address; false without one. */
  isRecorded(url: string | URL): boolean
}

/**
 * A client with its own sockets, pace and report.
 *
 * @throws TypeError for a bad option; SourceError where the manifest of `replay` or `record` is
 * broken. `fetch` throws SourceErrors `timeout`, `too-large`, `upstream`, `blocked` and
 * `not-recorded`, or the reason of the caller's own signal. Any status is an answer, not an error.
 */
export function createClient(options: ClientOptions = {}): Client {
  const settings = readOptions(options)
  const recording = settings.replay === undefined ? undefined : openRecording(settings.replay)
  const agent = createAgent(settings.timeoutMs)
  const live = liveTransport(settings, agent)
  const online = settings.record === undefined ? live : recordingTransport(settings.record, live)
  const transport = recording?.transport ?? online
  const pacer = createPacer(settings)
  const requests: RequestReport[] = []
  const running = new Set<ReadRequest>()
  let closing: Promise<void> | undefined

  function log(
    hop: Hop,
    startedAt: number,
    result: { status: number } | { error: string },
    bytes: number,
  ) {
    const { method } = hop
    const ms = settings.now() - startedAt
    const fromReplay = recording !== undefined
    const entry = { method, url: redactUrl(hop.url), ...result, ms, bytes, fromReplay }
    requests.push(entry)
    settings.onRequest({ ...entry })
  }

  /** One hop, within what is left of the deadline. */
  async function exchange(hop: Hop, caller: AbortSignal, leftMs: number): Promise<Answer> {
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), leftMs)
    const startedAt = settings.now()
    let answer: Answer
    try {
      answer = await transport(hop, AbortSignal.any([caller, deadline.signal]))
    } catch (error) {
      const late = !caller.aborted && deadline.signal.aborted
      const inTime = `an answer within ${settings.timeoutMs} ms`
      const reason = late ? httpError('timeout', hop.url, inTime) : error
      const code = SourceError.is(reason) ? reason.code : 'failed'
      log(hop, startedAt, { error: caller.aborted ? 'aborted' : code }, 0)
      throw caller.aborted ? caller.reason : reason
    } finally {
      clearTimeout(timer)
    }
    log(hop, startedAt, { status: answer.status }, answer.body.length)
    return answer
  }

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    if (closing !== undefined) throw new TypeError('fetch: the client is closed')
    const wanted = await readRequest(input, init, settings.userAgent)
    running.add(wanted)
    try {
      return await follow(wanted)
    } finally {
      running.delete(wanted)
    }
  }

  async function follow({ hop: first, redirect, signal }: ReadRequest): Promise<Response> {
    const seen = new Set<string>()
    let hop = first
    let leftMs = settings.timeoutMs
    for (let redirects = 0; ; redirects++) {
      const current = hop
      const ask = async () => {
        const startedAt = performance.now()
        try {
          return await exchange(current, signal, Math.max(leftMs, 0))
        } finally {
          leftMs -= performance.now() - startedAt
        }
      }
      const answer = await pacer.run(hop.url.host, ask, signal)
      const next = redirect === 'manual' ? undefined : nextHop(hop, answer)
      if (next === undefined) return toResponse(answer, redactUrl(hop.url), redirects > 0)
      seen.add(keyOf(hop))
      const expected = redirectLimit(redirect, seen.has(keyOf(next)), redirects)
      if (expected !== undefined) {
        const received = `status ${answer.status} to ${redactUrl(next.url)}`
        throw httpError('upstream', first.url, expected, { received, retryable: false })
      }
      hop = next
    }
  }

  /** What another redirect would violate. */
  function redirectLimit(mode: RequestRedirect, loops: boolean, redirects: number) {
    if (mode === 'error') return 'an answer without a redirect'
    if (loops) return 'redirects that do not return to an earlier address'
    if (redirects >= settings.maxRedirects) return `at most ${settings.maxRedirects} redirects`
    return undefined
  }

  return {
    fetch,
    report: () => summarize(requests, recording?.unused() ?? []),
    async close() {
      closing ??= agent.close()
      await closing
    },
    isRecorded: (url) => URL.canParse(String(url)) && recording?.has(url) === true,
  }
}

function keyOf({ method, url }: Hop): string {
  return `${method} ${url.href}`
}
