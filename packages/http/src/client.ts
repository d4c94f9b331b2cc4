import { SourceError } from '@inference-report/source'
import { createAsk } from './ask.ts'
import type { Asked } from './asked.ts'
import type { ClientOptions } from './client-options.ts'
import { toResponse } from './client-response.ts'
import { createCoalesce } from './coalesce.ts'
import { createAgent } from './connector.ts'
import type { CacheMode } from './decide.ts'
import type { Hop } from './exchange.ts'
import { createFollow, type Followed } from './follow.ts'
import { createHostQueues } from './host-queues.ts'
import { liveTransport } from './live-transport.ts'
import { createMoves } from './moves.ts'
import { type ReadRequest, readRequest } from './read-request.ts'
import { createRecorder } from './recorder.ts'
import { openRecording } from './recording.ts'
import { redactUrl } from './redact.ts'
import { createReplayHop } from './replay-hop.ts'
import type { ClientReport } from './report.ts'
import { createObeyRobots } from './robots.ts'
import { readOptions } from './settings.ts'
import { createTally } from './tally.ts'
import { tolerantStore } from './tolerant-store.ts'
import { stateKey } from './url-state.ts'

/** A polite `fetch` and what it did. */
export interface Client {
  /** As the platform's `fetch`, under the client's limits; the body is read before it answers. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** What was asked so far, and how politely. */
  report(): ClientReport
  /** Waits for running requests and closes the sockets; later requests are refused. */
  close(): Promise<void>
  /** Whether the recording of `replay` answers a GET of this address; false without one. */
  isRecorded(url: string | URL): boolean
  /**
   * Tells whether an address gave something that could be read. After three failures in a row it
   * is left alone for a week: whatever it has become, it is not what it was.
   */
  parsed(url: string | URL, ok: boolean): Promise<void>
}

/**
 * A client with its own sockets, pace and report.
 *
 * @throws TypeError for a bad option; SourceError where the manifest of `replay` or `record` is
 * broken. `fetch` throws SourceErrors `timeout`, `too-large`, `upstream`, `blocked`, `rate-limited`
 * and `not-recorded`, or the reason of the caller's own signal. Any status is an answer, not an error.
 */
export function createClient(options: ClientOptions = {}): Client {
  const settings = readOptions(options)
  const { guard } = settings
  const recording =
    settings.replay === undefined
      ? undefined
      : openRecording(settings.replay, settings.decodedBytes)
  const recorder = settings.record === undefined ? undefined : createRecorder(settings.record)
  const sockets = createAgent(settings)
  const tally = createTally()
  const store = tolerantStore(settings.store, (code, message) => tally.warn({ code, message }))
  const queues = createHostQueues(settings.maxConcurrentPerHost, settings.maxConcurrent)
  const parts = { settings, store, queues, tally }
  const transport = recording?.transport ?? liveTransport(settings, sockets)
  const ask = createAsk({ ...parts, transport })
  const obeyRobots = createObeyRobots({ ...parts, ask })
  const replayHop = createReplayHop({ ...parts, transport })
  const moves = createMoves(parts)
  const flights = createCoalesce<Followed>()
  const running = new Set<Promise<Response>>()
  let closing: Promise<void> | undefined

  /** One hop, from the recording, the store or the network. */
  async function askHop(
    hop: Hop,
    mode: CacheMode,
    signal: AbortSignal,
    budget: { leftMs: number },
  ): Promise<Asked> {
    if (recording !== undefined) return replayHop(hop, { signal, budget })
    try {
      guard.checkUrl(hop.url)
    } catch (error) {
      tally.blocked(hop.url, 'blocked', 'security')
      throw error
    }
    const obeys = settings.robots(hop.url) === 'obey'
    const wishes = obeys ? await obeyRobots(hop, signal) : { crawlDelayMs: undefined }
    const asked = await ask(hop, { mode, signal, budget, ...wishes })
    await recorder?.add(hop, asked)
    return asked
  }

  const follow = createFollow({ settings, askHop, moves, tally })

  async function answerTo(
    input: string | URL | Request,
    init: RequestInit | undefined,
  ): Promise<Response> {
    let wanted: ReadRequest
    try {
      wanted = await readRequest(input, init, settings)
    } catch (error) {
      if (SourceError.is(error)) tally.blocked(readUrl(input), error.code, 'security')
      throw error
    }
    const followed = await flights.run(flightKey(wanted), wanted.signal, (signal) =>
      follow(wanted, signal),
    )
    return toResponse(followed.asked, redactUrl(followed.url), followed.redirected)
  }

  /** Also what its callers gave up ends properly, so that it is remembered. */
  async function finish(): Promise<void> {
    await Promise.allSettled(running)
    await flights.settled()
    await sockets.agent.close()
  }

  return {
    async fetch(input, init) {
      if (closing !== undefined) throw new TypeError('fetch: the client is closed')
      const answer = answerTo(input, init)
      running.add(answer)
      try {
        return await answer
      } finally {
        running.delete(answer)
      }
    },
    report: () => tally.report(recording?.unused() ?? [], settings.store.warnings ?? []),
    async close() {
      closing ??= finish()
      await closing
    },
    isRecorded: (url) => URL.canParse(String(url)) && recording?.has(url) === true,
    parsed: (url, ok) => moves.parsed(new URL(url), ok),
  }
}

/** What may share an answer; `undefined` for what changes something, or has a body. */
function flightKey({ hop, redirect, cache }: ReadRequest): string | undefined {
  if (hop.method !== 'GET' || cache === 'no-store' || hop.own.has('range')) return undefined
  return `${redirect} ${cache} ${stateKey(hop)}`
}

function readUrl(input: string | URL | Request): URL {
  return new URL(input instanceof Request ? input.url : String(input))
}
