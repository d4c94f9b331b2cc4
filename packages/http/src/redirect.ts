import type { Answer, Hop } from './exchange.ts'
import { httpError } from './http-error.ts'
import { isSecretHeader } from './redact.ts'

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** The next hop of a redirect; `undefined` for any other answer. */
export function nextHop(hop: Hop, answer: Answer): Hop | undefined {
  const location = answer.headers.get('location')
  if (!redirects.has(answer.status) || location === null) return undefined
  if (!URL.canParse(location, hop.url)) {
    throw httpError('upstream', hop.url, 'a Location that is an address', { retryable: false })
  }
  const url = new URL(location, hop.url)
  checkUrl(url)
  const headers = new Headers(hop.headers)
  if (url.origin !== hop.url.origin) {
    for (const name of [...headers.keys()].filter(isSecretHeader)) headers.delete(name)
  }
  if (!becomesGet(hop.method, answer.status)) return { ...hop, url, headers }
  for (const name of [...headers.keys()].filter((name) => name.startsWith('content-'))) {
    headers.delete(name)
  }
  return { method: 'GET', url, headers, body: undefined }
}

/** Throws SourceError `blocked` for what this client never asks. */
export function checkUrl(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw httpError('blocked', url, 'an address with http or https', { received: url.protocol })
  }
  if (url.username !== '' || url.password !== '') {
    throw httpError('blocked', url, 'an address without user name and password')
  }
}

// https://fetch.spec.whatwg.org/#http-redirect-fetch
function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}
