import type { Fetch } from './fetch.ts'
import { SourceError } from './source-error.ts'

export interface RequestOptions {
  fetch: Fetch
  /** Who asks, for the error, e.g. `'swe-rebench'`. */
  source: string
  headers?: Record<string, string> | undefined
}

/**
 * Asks an address with the `fetch` one was handed. Any status is an answer, see `readText`.
 *
 * @throws SourceError `upstream` where there is none: the platform's `fetch` says so with a bare
 * TypeError. What the caller's own signal threw, and a SourceError of a polite client, stay as they are.
 */
export async function request(
  url: string,
  { fetch, source, headers }: RequestOptions,
): Promise<Response> {
  try {
    return await (headers === undefined ? fetch(url) : fetch(url, { headers }))
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    const received = String(cause)
    throw new SourceError('upstream', { source, url, expected: 'an answer', received, cause })
  }
}
