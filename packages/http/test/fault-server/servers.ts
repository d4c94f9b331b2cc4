import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createSecureServer as createHttp2Server, type Http2SecureServer } from 'node:http2'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createRawServer, type Socket } from 'node:net'
import type { Certificate } from './certificate.ts'
import { type Listening, listen } from './listen.ts'
import { type SeenRequest, seenRequest } from './seen-request.ts'

/** Answers one request, or does not. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A server and the requests it saw, in order. */
export interface Served extends Listening {
  requests: SeenRequest[]
  /** Of one path; `/robots.txt` is among `requests` and is asked for by nobody's hand. */
  to(path: string): SeenRequest[]
}

export interface ServeOptions {
  host?: string
  port?: number
  /** What `SeenRequest.at` tells. By default the real clock. */
  now?: () => number
}

function served(listening: Listening, requests: SeenRequest[]): Served {
  const to = (path: string) => requests.filter((request) => request.path === path)
  return { ...listening, requests, to }
}

/** A proper HTTP/1.1 server, improper answers aside. */
export async function serveHttp(
  handle: Handler,
  { now = Date.now, ...where }: ServeOptions = {},
): Promise<Served> {
  const requests: SeenRequest[] = []
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    requests.push(seenRequest(request, now()))
    // Else the answers would be dated by another clock than the one of the test.
    response.setHeader('date', new Date(now()).toUTCString())
    handle(request, response)
  })
  return served(await listen(server, where), requests)
}

/** The same behind TLS. */
export async function serveHttps(
  { cert, key }: Certificate,
  handle: Handler,
  { now = Date.now, ...where }: ServeOptions = {},
): Promise<Served> {
  const requests: SeenRequest[] = []
  const server = createSecureServer({ cert, key }, (request, response) => {
    requests.push(seenRequest(request, now()))
    handle(request, response)
  })
  server.on('tlsClientError', () => {})
  return served(await listen(server, { ...where, scheme: 'https' }), requests)
}

/** A server of bytes: `handle` gets the connection and the head of the first request on it. */
export async function serveRaw(
  handle: (socket: Socket, head: string) => void,
  where: ServeOptions = {},
): Promise<Listening & { connections(): number }> {
  let connections = 0
  const server = createRawServer((socket) => {
    connections += 1
    socket.once('data', (chunk) => handle(socket, chunk.toString('latin1')))
  })
  return { ...(await listen(server, where)), connections: () => connections }
}

/** A server of HTTP/2 that also speaks HTTP/1.1 to whoever does not. */
export async function serveHttp2(
  { cert, key }: Certificate,
  prepare: (server: Http2SecureServer) => void,
): Promise<Listening> {
  const server = createHttp2Server({ cert, key, allowHTTP1: true })
  server.on('tlsClientError', () => {})
  server.on('sessionError', () => {})
  prepare(server)
  return listen(server, { scheme: 'https' })
}
