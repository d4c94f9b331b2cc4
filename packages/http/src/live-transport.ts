import type { Sockets } from './connector.ts'
import { decodeBody, TooManyBytes } from './decode-body.ts'
import type { Hop, Transport } from './exchange.ts'
import { blocked, Refused } from './guard.ts'
import { httpError } from './http-error.ts'
import { plainBytes } from './plain-bytes.ts'
import { joined, Late, nothing, type Received, receive } from './receive.ts'
import { withoutWire } from './response-headers.ts'
import type { Settings } from './settings.ts'

const cut: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** Asks the network. Errors are SourceErrors, except that an aborted signal throws its reason. */
export function liveTransport(settings: Settings, sockets: Sockets): Transport {
  async function sendFresh(hop: Hop, signal: AbortSignal, leftMs: number): Promise<Received> {
    const connections = sockets.connectionsTo(hop.url)
    const since = performance.now()
    const received = nothing()
    try {
      return await receive(hop, signal, leftMs, { settings, sockets, received })
    } catch (error) {
      // A connection kept from earlier, closed by the server just as it was used again, says
      // nothing about this request: https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1
      const wasKept = connections > 0 && sockets.connectionsTo(hop.url) === connections
      const isSafe = hop.method === 'GET' || hop.method === 'HEAD'
      if (!wasKept || !isSafe || received.status !== 0 || !cut.has(codeOf(error))) throw error
      const leftNow = leftMs - (performance.now() - since)
      return receive(hop, signal, Math.max(leftNow, 0), { settings, sockets, received: nothing() })
    }
  }

  return async (hop, signal, leftMs) => {
    const capturedAt = new Date(settings.now()).toISOString()
    try {
      const { chunks, bytes, ...received } = await sendFresh(hop, signal, leftMs)
      if (received.status > 599) throw new Error(`status ${received.status}`)
      const wire = joined(chunks, bytes)
      const body = await decodeBody(wire, received.headers['content-encoding'], {
        maxBytes: settings.decodedBytes,
        maxRatio: settings.compressionRatio,
      })
      signal.throwIfAborted()
      return {
        status: received.status,
        statusText: received.statusText,
        headers: withoutWire(received.headers),
        body: plainBytes(body),
        capturedAt,
        fromReplay: false,
      }
    } catch (error) {
      if (signal.aborted) throw signal.reason
      throw readFailure(error, hop.url, settings)
    }
  }
}

function readFailure(error: unknown, url: URL, settings: Settings): Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Refused) return blocked(url, cause)
  }
  if (error instanceof TooManyBytes) {
    const expected = `a body of at most ${settings.wireBytes} bytes, ${settings.decodedBytes} decoded`
    return httpError('too-large', url, expected, { received: error.message, cause: error })
  }
  const code = codeOf(error)
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    const expected = `headers of at most ${settings.headerBytes} bytes`
    return httpError('too-large', url, expected, { received: code, cause: error })
  }
  if (error instanceof Late) {
    return httpError('timeout', url, `an answer within ${settings.totalMs} ms`)
  }
  const timedOut = code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT'
  return httpError(timedOut ? 'timeout' : 'upstream', url, 'a complete answer', {
    received: code,
    cause: error,
  })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
