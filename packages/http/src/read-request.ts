import { acceptEncoding } from './decode-body.ts'
import type { Hop } from './exchange.ts'
import type { Settings } from './settings.ts'

/** What the caller of `fetch` wants. */
export interface ReadRequest {
  hop: Hop
  redirect: RequestRedirect
  cache: RequestCache
  signal: AbortSignal | undefined
  /** To be kept until the answer is there: a request that is collected forgets its caller's signal. */
  keep: unknown
}

// Everything that needs no `Request` of the platform, whose making takes longer than all the rest.
const simple: ReadonlySet<string> = new Set(['headers', 'signal', 'redirect', 'cache', 'method'])
// Who reads, and where from, is nobody's business; which host is asked, and how the bytes are
// framed, is the connection's.
const never = [
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'expect',
  'host',
  'keep-alive',
  'referer',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
] as const

const redirects: ReadonlySet<string> = new Set(['follow', 'manual', 'error'])
const caches: ReadonlySet<string> = new Set([
  'default',
  'no-store',
  'reload',
  'no-cache',
  'force-cache',
])

/** Reads the arguments of `fetch` as the platform does, and adds the client's own headers. */
export async function readRequest(
  input: string | URL | Request,
  init: RequestInit | undefined,
  settings: Settings,
): Promise<ReadRequest> {
  const address = input instanceof Request ? input.url : String(input)
  // Without the address: the platform's own message would quote it, secrets and all.
  if (!URL.canParse(address)) throw new TypeError('fetch: the address is not an absolute URL')
  const url = new URL(address)
  settings.guard.checkUrl(url)
  url.hash = ''
  if (!(input instanceof Request) && isSimple(init)) {
    const headers = readHeaders(init?.headers)
    const hop = { method: 'GET', url, body: undefined, ...withDefaults(headers, settings) }
    const { redirect = 'follow', cache = 'default', signal } = init ?? {}
    return { hop, redirect, cache, signal: signal ?? undefined, keep: init }
  }
  const request = buildRequest(input, init)
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer())
  const { method, redirect, cache, signal } = request
  const hop = { method, url, body, ...withDefaults(readHeaders(request.headers), settings) }
  return { hop, redirect, cache, signal, keep: [input, request] }
}

function isSimple(init: RequestInit | undefined): boolean {
  if (init === undefined) return true
  const { method = 'GET', redirect = 'follow', cache = 'default', signal = null } = init
  return (
    Object.keys(init).every((name) => simple.has(name)) &&
    method === 'GET' &&
    redirects.has(redirect) &&
    caches.has(cache) &&
    (signal === null || signal instanceof AbortSignal)
  )
}

function readHeaders(given: RequestInit['headers']): Record<string, string> {
  if (given === undefined) return {}
  const headers: Record<string, string> = {}
  for (const [name, value] of given instanceof Headers ? given : buildHeaders(given)) {
    headers[name] = value
  }
  for (const name of never) delete headers[name]
  return headers
}

function withDefaults(
  headers: Record<string, string>,
  { userAgent, from }: Settings,
): Pick<Hop, 'headers' | 'own'> {
  return {
    headers: {
      accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8',
      'accept-encoding': acceptEncoding,
      'user-agent': userAgent,
      ...(from === undefined ? {} : { from }),
      ...headers,
    },
    own: new Set(Object.keys(headers)),
  }
}

function buildHeaders(given: RequestInit['headers']): Headers {
  try {
    return new Headers(given)
  } catch {
    throw invalid()
  }
}

function buildRequest(input: string | URL | Request, init: RequestInit | undefined): Request {
  try {
    return new Request(input, init)
  } catch {
    throw invalid()
  }
}

// The platform's message quotes the header, which may be a key with a line break in it.
function invalid(): TypeError {
  return new TypeError('fetch: a method, header, body or signal that is not valid')
}
