import { createServer } from 'node:http'

/**
 * A server in a process of its own. `/<bytes>/<anything>` answers with so many bytes; what it saw of
 * each host is told when it is asked.
 */
export interface ServerTold {
  port?: number
  seen?: Seen
}

export interface Seen {
  requests: number
  hosts: number
  /** Most requests to one host at the same time. */
  mostAtOnce: number
  /** Least milliseconds between the arrivals of two requests to one host; absent for one a host. */
  leastGapMs?: number | undefined
  /** Requests without validators for what had been asked before. */
  unconditionalRepeats: number
}

interface Host {
  at: number
  inside: number
}

const bodies = new Map<number, Buffer>()
const hosts = new Map<string, Host>()
const asked = new Set<string>()
let [requests, mostAtOnce, leastGapMs, unconditionalRepeats] = [0, 0, Number.POSITIVE_INFINITY, 0]

function body(bytes: number): Buffer {
  const known = bodies.get(bytes) ?? Buffer.alloc(bytes, '<item>text of an item</item>\n')
  bodies.set(bytes, known)
  return known
}

const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  const { url = '', headers } = request
  if (url === '/robots.txt') {
    response.writeHead(404).end()
    return
  }
  const name = headers.host ?? ''
  const now = performance.now()
  const host = hosts.get(name)
  if (host !== undefined) leastGapMs = Math.min(leastGapMs, now - host.at)
  const inside = (host?.inside ?? 0) + 1
  const entry = { at: now, inside }
  hosts.set(name, entry)
  mostAtOnce = Math.max(mostAtOnce, inside)
  requests += 1
  const key = name + url
  if (asked.has(key) && headers['if-none-match'] === undefined) unconditionalRepeats += 1
  asked.add(key)
  response.on('close', () => {
    const left = hosts.get(name)
    if (left !== undefined) left.inside -= 1
  })
  const bytes = Number(url.split('/', 2)[1]) || 0
  response.writeHead(200, {
    'content-type': 'application/rss+xml',
    'content-length': bytes,
    etag: `"${url}"`,
    'last-modified': 'Mon, 23 Nov 2026 07:00:00 GMT',
  })
  response.end(body(bytes))
})

function told(message: ServerTold): void {
  process.send?.(message)
}

process.on('message', () => {
  const seen = { requests, hosts: hosts.size, mostAtOnce, unconditionalRepeats }
  told({ seen: Number.isFinite(leastGapMs) ? { ...seen, leastGapMs } : seen })
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') told({ port: address.port })
})
