import { acceptEncoding } from './decode-body.ts'
import type { Hop } from './exchange.ts'
import { checkUrl } from './redirect.ts'

/** What the caller of `fetch` wants. */
export interface ReadRequest {
  hop: Hop
  redirect: RequestRedirect
  signal: AbortSignal
  /** To be kept until the answer is there: a request that is collected forgets its caller's signal. */
  keep: Request[]
}

/** Reads the arguments of `fetch` as the platform does, and adds the client's own headers. */
export async function readRequest(
  input: string | URL | Request,
  init: RequestInit | undefined,
  userAgent: string,
): Promise<ReadRequest> {
  const address = input instanceof Request ? input.url : String(input)
  // Without the address: the platform's own message would quote it, secrets and all.
  if (!URL.canParse(address)) throw new TypeError('fetch: the address is not an absolute URL')
  const url = new URL(address)
  checkUrl(url)
  url.hash = ''
  const request = buildRequest(input, init)
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer())
  const headers = new Headers(request.headers)
  headers.delete('referer')
  const defaults = {
    accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8',
    'accept-encoding': acceptEncoding,
    'user-agent': userAgent,
  }
  for (const [name, value] of Object.entries(defaults)) {
    if (!headers.has(name)) headers.set(name, value)
  }
  const { method, redirect, signal } = request
  const keep = input instanceof Request ? [input, request] : [request]
  return { hop: { method, url, headers, body }, redirect, signal, keep }
}

function buildRequest(input: string | URL | Request, init: RequestInit | undefined): Request {
  try {
    return new Request(input, init)
  } catch {
    // The platform's message quotes the header, which may be a key with a line break in it.
    throw new TypeError('fetch: a method, header, body or signal that is not valid')
  }
}
