import type { Dispatcher } from 'undici'
import type { Sockets } from './connector.ts'
import { TooManyBytes } from './decode-body.ts'
import { channels } from './events.ts'
import type { HeaderRecord, Hop } from './exchange.ts'
import { redactUrl } from './redact.ts'
import { readHeaders, readStatusText } from './response-headers.ts'
import type { Settings } from './settings.ts'

/** What has come so far of an answer, as it is on the wire. */
export interface Received {
  /** 0 until the headers are there. */
  status: number
  statusText: string
  headers: HeaderRecord
  chunks: Uint8Array[]
  bytes: number
}

export function nothing(): Received {
  return { status: 0, statusText: '', headers: {}, chunks: [], bytes: 0 }
}

const mostInformed = 20

/** The time of a `fetch` is up. */
export class Late extends Error {}

/** Sends one request and collects its answer, within the limits of the wire. Throws anything. */
export function receive(
  { url, method, headers, body }: Hop,
  signal: AbortSignal,
  leftMs: number,
  { settings, sockets, received }: { settings: Settings; sockets: Sockets; received: Received },
): Promise<Received> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined
    let stopped: Error | undefined
    let informed = 0

    const until = performance.now() + leftMs
    const before = sockets.bytesFrom(url)
    let timer = setTimeout(look, Math.min(leftMs, watchMs))

    function look(): void {
      const leftNow = until - performance.now()
      const limit = received.status === 0 ? mostHeaders(settings) : mostWire(settings)
      if (leftNow <= 0) stop(new Late())
      // What frames a body is not seen here, and may be without end: a status line, an extension of a chunk.
      else if (sockets.bytesFrom(url) - before > limit) stop(new TooManyBytes('received bytes'))
      else timer = setTimeout(look, Math.min(leftNow, watchMs))
    }

    const abort = () => stop(asError(signal.reason))

    function settle(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }

    function stop(reason: Error): void {
      stopped = reason
      settle()
      reject(reason)
      // Closes the connection, too: what is left of the answer is of no use.
      controller?.abort(reason)
    }

    if (signal.aborted) {
      abort()
      return
    }
    signal.addEventListener('abort', abort)

    try {
      sockets.agent.dispatch(
        {
          origin: url.origin,
          path: url.pathname + url.search,
          method,
          headers,
          body: body ?? null,
        },
        {
          onRequestStart(started) {
            controller = started
            // It waited for a connection until it was too late.
            if (stopped !== undefined) started.abort(stopped)
          },
          onResponseStart(_, status, raw, statusText) {
            // Interim answers such as 103 may come before; without an end, they are an attack.
            if (status < 200) {
              if (++informed > mostInformed)
                throw new Error(`more than ${mostInformed} interim answers`)
              return
            }
            received.status = status
            received.statusText = readStatusText(statusText)
            received.headers = readHeaders(raw)
            const told = Number(received.headers['content-length'])
            if (method !== 'HEAD' && told > settings.wireBytes)
              throw new TooManyBytes('received body')
          },
          onResponseData(_, chunk) {
            received.bytes += chunk.byteLength
            if (received.bytes > settings.wireBytes) throw new TooManyBytes('received body')
            received.chunks.push(chunk)
            if (channels.progress.hasSubscribers) {
              channels.progress.publish({ url: redactUrl(url), bytes: received.bytes })
            }
          },
          onResponseEnd() {
            settle()
            resolve(received)
          },
          onResponseError(_, error) {
            settle()
            reject(error)
          },
        },
      )
    } catch (error) {
      stop(asError(error))
    }
  })
}

const watchMs = 100

/** As much as may come before an answer begins: two requests to one host cannot be told apart. */
function mostHeaders(settings: Settings): number {
  const { headerBytes, maxConcurrentPerHost } = settings
  if (maxConcurrentPerHost > 1) return mostWire(settings)
  return (mostInformed + 2) * headerBytes + 2 ** 20
}

/** Generous: small chunks and TLS make a body several times as long. */
function mostWire({ wireBytes, headerBytes, maxConcurrentPerHost }: Settings): number {
  return maxConcurrentPerHost * (2 * wireBytes + (mostInformed + 2) * headerBytes + 2 ** 20)
}

/** A copy: a chunk is a small part of a large buffer, all of which would be kept with it. */
export function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.byteLength
  }
  return all
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted', { cause: reason })
}
