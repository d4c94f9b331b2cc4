import type { Handler } from './servers.ts'

/** One state of a document: what it says, and how its server vouches for it. */
export interface FeedVersion {
  body: string
  etag?: string | undefined
  lastModified?: string | undefined
  headers?: Readonly<Record<string, string>> | undefined
}

/**
 * Answers as RFC 9110 wants it: 304 to whoever already has this version, with the validators and
 * `Cache-Control` repeated. `If-None-Match`, where it is sent, decides alone.
 */
export function feedHandler(version: () => FeedVersion): Handler {
  return (request, response) => {
    const { body, etag, lastModified, headers } = version()
    const known = request.headers['if-none-match']
    const since = request.headers['if-modified-since']
    const isSame =
      known === undefined ? since !== undefined && since === lastModified : known === etag
    response.writeHead(isSame ? 304 : 200, {
      ...(isSame ? {} : { 'content-type': 'application/rss+xml' }),
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { 'last-modified': lastModified }),
      ...headers,
    })
    response.end(isSame ? undefined : body)
  }
}

/** Answers the first request with the first handler and so on; the last one answers the rest. */
export function inTurn(...handlers: readonly Handler[]): Handler {
  let turn = 0
  return (request, response) => {
    const handle = handlers[Math.min(turn, handlers.length - 1)]
    turn += 1
    handle?.(request, response)
  }
}

/** By path; what has no handler, `/robots.txt` above all, is not found. */
export function route(handlers: Readonly<Record<string, Handler>>): Handler {
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1)
    const handle = Object.hasOwn(handlers, path) ? handlers[path] : undefined
    if (handle === undefined) response.writeHead(404).end()
    else handle(request, response)
  }
}

/** Status, headers and text, always the same. */
export function reply(
  status: number,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
  body = '',
): Handler {
  return (_, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.writeHead(status).end(body)
  }
}
