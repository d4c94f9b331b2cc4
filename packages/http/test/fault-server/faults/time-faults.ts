import type { Socket } from 'node:net'
import type { Limits } from '../../../src/index.ts'
import { type Fault, outcome } from '../fault.ts'
import { serveRaw } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'time'
const totalMs = 300

/** Writes a piece every few milliseconds for as long as somebody listens. */
function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 15)
  socket.on('close', () => clearInterval(timer))
}

function slow(answer: (socket: Socket) => void, limits: Limits = { totalMs }) {
  return async (stage: Stage): Promise<string> => {
    const { origin } = stage.keep(await serveRaw(answer))
    const client = stage.client({ robots: 'ignore', retry: { attempts: 0 }, limits })
    return outcome(client, `${origin}/feed`)
  }
}

/** Servers that take their time. Every piece comes before any idle timeout could notice. */
export const timeFaults: readonly Fault[] = [
  {
    name: 'silence after the request',
    group,
    expected: 'timeout',
    see: slow(() => {}),
  },
  {
    name: 'silence, and a deadline of its own for headers',
    group,
    expected: 'timeout',
    see: slow(() => {}, { headersMs: 200, totalMs: 20_000 }),
  },
  {
    name: 'a body that stops, and a deadline of its own for idleness',
    group,
    expected: 'timeout',
    see: slow((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nhalf'), {
      idleMs: 200,
      totalMs: 20_000,
    }),
  },
  {
    name: 'a slow drip of body',
    group,
    expected: 'timeout',
    see: slow((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n')
      drip(socket, '.')
    }),
  },
  {
    name: 'a slow drip of empty-looking chunks',
    group,
    expected: 'timeout',
    see: slow((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      drip(socket, '1\r\n.\r\n')
    }),
  },
  {
    name: 'a slow drip of headers',
    group,
    expected: 'timeout',
    see: slow((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      drip(socket, 'x: y\r\n')
    }),
  },
  {
    name: 'a slow drip of status line',
    group,
    expected: 'timeout',
    see: slow((socket) => {
      socket.write('HTTP/1.1 200 O')
      drip(socket, 'O')
    }),
  },
  {
    name: 'early hints for ever',
    group,
    expected: 'timeout',
    see: slow((socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n')),
  },
  {
    name: 'a slow drip of gzip',
    group,
    expected: 'timeout',
    see: slow((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n')
      socket.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]))
      drip(socket, '\0')
    }),
  },
  {
    name: 'a slow answer after a slow redirect, each within the deadline',
    group,
    expected: 'timeout',
    async see(stage) {
      const server = await stage.serve((request, response) => {
        const next = request.url === '/feed' ? { location: '/moved' } : {}
        setTimeout(() => response.writeHead(request.url === '/feed' ? 302 : 200, next).end(), 250)
      })
      const client = stage.client({ robots: 'ignore', limits: { totalMs: 400 } })
      return outcome(client, `${server.origin}/feed`)
    },
  },
]
