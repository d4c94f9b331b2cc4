import { type Dispatcher, request } from 'undici'
import type { Settings } from './client-options.ts'
import { decodeBody, TooManyBytes } from './decode-body.ts'
import type { Answer, Hop, Transport } from './exchange.ts'
import { httpError } from './http-error.ts'

/** Asks the network. Errors are SourceErrors, except that an aborted signal throws anything. */
export function liveTransport(settings: Settings, dispatcher: Dispatcher): Transport {
  return async (hop, signal) => {
    const capturedAt = new Date(settings.now()).toISOString()
    try {
      return { ...(await send(hop, signal, settings, dispatcher)), capturedAt, fromReplay: false }
    } catch (error) {
      if (error instanceof TooManyBytes) {
        const expected = `a body of at most ${settings.maxBytes} bytes`
        throw httpError('too-large', hop.url, expected, { received: error.message, cause: error })
      }
      const timedOut = codeOf(error).endsWith('_TIMEOUT') || codeOf(error) === 'ETIMEDOUT'
      throw httpError(timedOut ? 'timeout' : 'upstream', hop.url, 'a complete answer', {
        received: codeOf(error),
        cause: error,
      })
    }
  }
}

async function send(
  hop: Hop,
  signal: AbortSignal,
  { maxBytes }: Settings,
  dispatcher: Dispatcher,
): Promise<Omit<Answer, 'capturedAt' | 'fromReplay'>> {
  const { statusCode, statusText, headers, body } = await request(hop.url, {
    dispatcher,
    signal,
    method: hop.method,
    headers: Object.fromEntries(hop.headers),
    body: hop.body ?? null,
  })
  // Before anything else can fail: an unread body would keep the connection busy.
  const wire = await readBounded(body, maxBytes)
  if (statusCode < 200 || statusCode > 599) throw new Error(`status ${statusCode}`)
  const received = readHeaders(headers)
  const decoded = await decodeBody(wire, received.get('content-encoding'), maxBytes)
  // They describe the bytes of the wire, which the caller never sees.
  received.delete('content-encoding')
  received.delete('content-length')
  return { status: statusCode, statusText, headers: received, body: new Uint8Array(decoded) }
}

function readHeaders(headers: Record<string, string | string[] | undefined>): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, values]) =>
      [values ?? []]
        .flat()
        .map((value): [string, string] => [
          name,
          name.toLowerCase() === 'location' ? readLocation(value) : value,
        ]),
    ),
  )
}

/** Servers that write an address unescaped write it as UTF-8, which arrives as Latin-1. */
function readLocation(value: string): string {
  return Buffer.from(value, 'latin1')
    .toString('utf8')
    .replace(/[^\0-\x7f]/gu, encodeURIComponent)
}

async function readBounded(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop early closes the connection.
  for await (const chunk of body) {
    length += chunk.byteLength
    if (length > maxBytes) throw new TooManyBytes('received body')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
