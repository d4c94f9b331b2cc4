import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** A request as a server saw it. */
export interface SeenRequest {
  /** By the clock of the test, in milliseconds. */
  at: number
  method: string
  /** As the `Host` header has it. */
  host: string
  /** Path and query. */
  path: string
  headers: IncomingHttpHeaders
  /** Names and values as they were written, in order. */
  rawHeaders: readonly string[]
}

/** Notes what a server saw. */
export function seenRequest(request: IncomingMessage, at: number): SeenRequest {
  const { method = '', url = '', headers, rawHeaders } = request
  return { at, method, host: headers.host ?? '', path: url, headers, rawHeaders }
}

/** `C` of a request that names a validator, `U` of one that does not. */
export function kindOf({ headers }: SeenRequest): 'C' | 'U' {
  const isConditional =
    headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined
  return isConditional ? 'C' : 'U'
}
