import { crc32 } from 'node:zlib'
import type { Answer } from './exchange.ts'
import { plainBytes } from './plain-bytes.ts'
import type { StoredAnswer, UrlState } from './url-state.ts'

/**
 * What the store answers instead of the server: where the address itself was refused, that refusal
 * again, without its body; else the last good answer. `'lost'` where that has lost its body,
 * `undefined` where there is nothing to answer.
 */
export async function answerFromStore(
  state: UrlState | undefined,
  { kind }: { kind: 'rest' | 'cooldown' },
  readBody: () => Promise<Uint8Array | undefined>,
  now: number,
): Promise<Answer | 'lost' | undefined> {
  const { trouble, answer } = state ?? {}
  const refused = trouble?.status
  // Gone or forbidden is how the page is; busy or broken is not.
  const isFinal = refused !== undefined && refused >= 400 && refused < 500 && refused !== 429
  if (kind === 'rest' && trouble !== undefined && refused !== undefined) {
    if (isFinal || (answer === undefined && !isBusy(refused))) {
      return fromStore(refused, '', trouble.headers ?? {}, new Uint8Array(), now)
    }
  }
  if (answer === undefined) return undefined
  const body = await readBody()
  if (body === undefined || !isBodyOf(answer, body)) return 'lost'
  const { status, statusText, headers, at } = answer
  return fromStore(status, statusText, headers, plainBytes(body), at)
}

/** Whether the bytes are those that came with the answer, on whatever disk they were. */
export function isBodyOf({ bytes, crc }: StoredAnswer, body: Uint8Array): boolean {
  return body.byteLength === bytes && (crc === undefined || crc === crc32(body))
}

/** These say when to come back, and are told as such. */
function isBusy(status: number): boolean {
  return status === 429 || status === 503
}

function fromStore(
  status: number,
  statusText: string,
  headers: Answer['headers'],
  body: Uint8Array<ArrayBuffer>,
  at: number,
): Answer {
  const capturedAt = new Date(at).toISOString()
  return { status, statusText, headers, body, capturedAt, fromReplay: false }
}
