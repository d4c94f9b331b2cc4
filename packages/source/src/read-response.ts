import { cutText } from './cut-text.ts'
import { SourceError, type SourceErrorCode } from './source-error.ts'

const codeOfStatus: Readonly<Record<number, SourceErrorCode>> = {
  401: 'blocked',
  403: 'blocked',
  404: 'not-found',
  410: 'not-found',
  413: 'too-large',
  429: 'rate-limited',
  451: 'blocked',
  504: 'timeout',
}

/**
 * The bytes of a successful answer.
 *
 * @throws SourceError for any status but 2xx: `rate-limited` (429), `not-found` (404, 410),
 * `blocked` (401, 403, 451), `timeout` (504), else `upstream`. `received` holds the status,
 * and `Retry-After`, `cause` the beginning of the body.
 */
export async function readBytes(response: Response, source: string): Promise<Uint8Array> {
  if (!response.ok) throw await statusError(response, source)
  return new Uint8Array(await response.arrayBuffer())
}

/** The text of a successful answer, decoded as UTF-8 without its byte order mark. Throws as `readBytes`. */
export async function readText(response: Response, source: string): Promise<string> {
  if (!response.ok) throw await statusError(response, source)
  return response.text()
}

async function statusError(response: Response, source: string): Promise<SourceError> {
  const retryAfter = response.headers.get('retry-after') ?? ''
  const wait = /^[\w ,:+-]{1,40}$/.test(retryAfter) ? `, Retry-After ${retryAfter}` : ''
  const body = await response.text().catch(() => '')
  return new SourceError(codeOfStatus[response.status] ?? 'upstream', {
    source,
    url: response.url === '' ? undefined : response.url,
    expected: 'an answer with status 200',
    // What the server wrote is no part of the error's own words: those are quoted as facts.
    received: `${response.status}${wait}`,
    cause: body === '' ? undefined : new Error(`The answer's body: ${cutText(body, 200)}`),
    // A 4xx that is not listed is our own bad request: asking again changes nothing.
    retryable: codeOfStatus[response.status] === undefined ? response.status >= 500 : undefined,
  })
}
