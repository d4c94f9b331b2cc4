import type { Answer, Hop } from './exchange.ts'
import { httpError } from './http-error.ts'
import { isSecretHeader } from './redact.ts'

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

const validators: ReadonlySet<string> = new Set(['if-none-match', 'if-modified-since'])

/** The next hop of a redirect; `undefined` for any other answer. */
export function nextHop(hop: Hop, answer: Answer): Hop | undefined {
  const location = answer.headers['location']
  if (!redirects.has(answer.status) || location === undefined) return undefined
  if (!URL.canParse(location, hop.url)) {
    throw httpError('upstream', hop.url, 'a Location that is an address', { retryable: false })
  }
  const url = new URL(location, hop.url)
  // The standard hands a fragment on; it is never sent, and two of them are still one address.
  url.hash = ''
  const toGet = becomesGet(hop.method, answer.status)
  const sameOrigin = url.origin === hop.url.origin
  const headers = Object.fromEntries(
    Object.entries(hop.headers).filter(
      ([name]) =>
        (sameOrigin || !isSecretHeader(name)) &&
        !(toGet && name.startsWith('content-')) &&
        // They belong to the address that gave them.
        !validators.has(name),
    ),
  )
  return toGet ? { ...hop, method: 'GET', url, headers, body: undefined } : { ...hop, url, headers }
}

/** Whether a redirect is for good. */
export function isPermanent(status: number): boolean {
  return status === 301 || status === 308
}

// https://fetch.spec.whatwg.org/#http-redirect-fetch
function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}
