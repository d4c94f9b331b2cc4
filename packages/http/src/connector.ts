import { isIP, type LookupFunction, type Socket } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { portOf } from './guard.ts'
import type { Settings } from './settings.ts'

export interface Sockets {
  agent: Agent
  /** How many connections to the host of an address have been begun. */
  connectionsTo(url: URL): number
  /** How many bytes have come from it, all in all. Only a difference of two readings says something. */
  bytesFrom(url: URL): number
}

/**
 * The sockets of a client. What is connected to is judged here, at the last moment, and connected
 * to as judged: an address that was looked up once cannot turn into another one.
 */
export function createAgent(settings: Settings): Sockets {
  const { guard, connectMs, headersMs, idleMs, headerBytes, maxConcurrentPerHost, http2 } = settings
  const trusted = settings.ca === undefined ? {} : { ca: readCa(settings.ca) }
  const lookup = (port: number): LookupFunction => {
    return (hostname, options, callback) => {
      guard.resolve(hostname, port).then(
        (addresses) => {
          const [first] = addresses
          if (options.all === true) callback(null, addresses)
          else callback(null, first?.address ?? '', first?.family)
        },
        (error: unknown) => callback(asError(error), '', 0),
      )
    }
  }
  const connectors = new Map<number, buildConnector.connector>()

  function connectorFor(port: number): buildConnector.connector {
    const known = connectors.get(port)
    if (known !== undefined) return known
    const made = buildConnector({
      ...trusted,
      allowH2: http2,
      timeout: connectMs,
      lookup: lookup(port),
    })
    connectors.set(port, made)
    return made
  }

  const counts = new Map<string, number>()
  const open = new Map<string, Set<Socket>>()
  const closed = new Map<string, number>()

  function watch(host: string, socket: Socket): void {
    const sockets = open.get(host) ?? new Set()
    open.set(host, sockets.add(socket))
    socket.once('close', () => {
      sockets.delete(socket)
      if (closed.size > 5000) closed.clear()
      closed.set(host, (closed.get(host) ?? 0) + socket.bytesRead)
      if (sockets.size === 0) open.delete(host)
    })
  }

  function bytesFrom(url: URL): number {
    const host = hostOf(url)
    let bytes = closed.get(host) ?? 0
    for (const socket of open.get(host) ?? []) bytes += socket.bytesRead
    return bytes
  }

  const agent = new Agent({
    connections: maxConcurrentPerHost,
    pipelining: 1,
    allowH2: http2,
    maxHeaderSize: headerBytes,
    headersTimeout: headersMs,
    // Idleness only, which a slow drip never shows; the deadline in all is the client's.
    bodyTimeout: idleMs,
    connect: (options, callback) => {
      const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80))
      const hostname = bare(options.hostname)
      try {
        // Sockets never look literals up.
        if (isIP(hostname) !== 0) guard.checkAddress(hostname, hostname, port)
      } catch (error) {
        callback(asError(error), null)
        return
      }
      const host = `${hostname}:${port}`
      // Only the difference of two readings counts, a moment apart.
      if (counts.size > 5000) counts.clear()
      counts.set(host, (counts.get(host) ?? 0) + 1)
      connectorFor(port)(options, (...result) => {
        // With an error, there is no socket, not even null.
        if (result[0] === null) watch(host, result[1])
        callback(...result)
      })
    },
  })
  return { agent, connectionsTo: (url) => counts.get(hostOf(url)) ?? 0, bytesFrom }
}

function hostOf(url: URL): string {
  return `${bare(url.hostname)}:${portOf(url)}`
}

function readCa(ca: NonNullable<Settings['ca']>): string | Buffer | (string | Buffer)[] {
  const read = (one: string | Uint8Array) => (typeof one === 'string' ? one : Buffer.from(one))
  return typeof ca === 'string' || ca instanceof Uint8Array ? read(ca) : ca.map(read)
}

/** Without the brackets of IPv6. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
