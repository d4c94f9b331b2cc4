import type { AddressInfo, Server, Socket } from 'node:net'

/** A server that listens, and how to make it stop. */
export interface Listening {
  /** e.g. `http://127.0.0.1:40123`. */
  origin: string
  port: number
  /** Cuts every connection and stops listening. */
  close(): Promise<void>
}

/** Lets a server listen on a free port of one address of this machine. */
export async function listen(
  server: Server,
  {
    scheme = 'http',
    host = '127.0.0.1',
    port = 0,
  }: { scheme?: string; host?: string; port?: number } = {},
): Promise<Listening> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A client that leaves in the middle is what most of these tests are about.
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = portOf(server.address())
  const authority = host.includes(':') ? `[${host}]` : host
  return {
    origin: `${scheme}://${authority}:${address}`,
    port: address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('not listening')
  return address.port
}
