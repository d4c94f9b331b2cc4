import { type Handler, type Served, serveHttp } from '../fault-server/servers.ts'

/** What must not be reached: this machine, on one port of all its addresses but one. */
export interface Canary {
  port: number
  /** Requests since the last asking. */
  taken(): number
  /** Answers at `outsideAddress`, which stands for a host that may be asked. */
  outside(handle: Handler): void
  /** Requests that came from outside since the last `outside`. */
  outsideTaken(): number
  close(): Promise<void>
}

/** In this test the one address of this machine that counts as public. */
export const outsideAddress = '127.77.0.1'

/** Listens on every address of this machine, as an internal service does. */
export async function openCanary(): Promise<Canary> {
  let inside = 0
  let outside = 0
  let handleOutside: Handler = (_, response) => response.writeHead(404).end()
  // Both families: IPv4 arrives mapped.
  const server: Served = await serveHttp(
    (request, response) => {
      if (request.socket.localAddress === `::ffff:${outsideAddress}`) {
        outside += 1
        handleOutside(request, response)
        return
      }
      inside += 1
      response.end('secret')
    },
    { host: '::' },
  )
  return {
    port: server.port,
    taken() {
      const taken = inside
      inside = 0
      return taken
    },
    outside(handle) {
      handleOutside = handle
      outside = 0
    },
    outsideTaken: () => outside,
    close: server.close,
  }
}
