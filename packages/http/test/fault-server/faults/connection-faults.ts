import type { Socket } from 'node:net'
import { type Fault, outcome } from '../fault.ts'
import { reply } from '../feed-origin.ts'
import { serveRaw } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'connection'

/** What becomes of a request to a server that does this with the connection. */
function raw(answer: (socket: Socket) => void) {
  return async (stage: Stage): Promise<string> => {
    const { origin } = stage.keep(await serveRaw(answer))
    const client = stage.client({
      robots: 'ignore',
      limits: { totalMs: 1500 },
      retry: { attempts: 0 },
    })
    return outcome(client, `${origin}/feed`)
  }
}

function bytes(text: string): (stage: Stage) => Promise<string> {
  return raw((socket) => socket.end(text, 'latin1'))
}

/** What becomes of a connection before, in and after an answer. */
export const connectionFaults: readonly Fault[] = [
  {
    name: 'connection refused',
    group,
    expected: 'upstream',
    async see(stage) {
      const server = await stage.serve(reply(200))
      await server.close()
      return outcome(stage.client(), `${server.origin}/feed`)
    },
  },
  {
    name: 'reset before an answer',
    group,
    expected: 'upstream',
    see: raw((socket) => socket.resetAndDestroy()),
  },
  {
    name: 'closed before an answer',
    group,
    expected: 'upstream',
    see: raw((socket) => socket.end()),
  },
  {
    name: 'reset in the head',
    group,
    expected: 'upstream',
    see: raw((socket) =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-', () => socket.resetAndDestroy()),
    ),
  },
  {
    name: 'reset in the middle of a body',
    group,
    expected: 'upstream',
    see: raw((socket) => {
      const half = 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf of it'
      socket.write(half, () => setTimeout(() => socket.resetAndDestroy(), 20))
    }),
  },
  {
    name: 'closed in the middle of a body',
    group,
    expected: 'upstream',
    see: bytes('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf of it'),
  },
  {
    name: 'closed in the middle of a chunk',
    group,
    expected: 'upstream',
    see: bytes('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n20\r\nhalf of it'),
  },
  {
    name: 'closed before the last chunk',
    group,
    expected: 'upstream',
    see: bytes('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n'),
  },
  {
    name: 'no length and closed, as HTTP/1.0 does',
    group,
    expected: '200 "all of it"',
    see: bytes('HTTP/1.0 200 OK\r\n\r\nall of it'),
  },
  {
    name: 'longer than its length',
    group,
    expected: '200 "text", then 200 "text"',
    async see(stage) {
      const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ntext and more'
      const { origin } = stage.keep(await serveRaw((socket) => socket.write(answer)))
      const client = stage.client({ robots: 'ignore' })
      const first = await outcome(client, `${origin}/1`)
      return `${first}, then ${await outcome(client, `${origin}/2`)}`
    },
  },
  {
    name: 'two lengths that differ',
    group,
    expected: 'upstream',
    see: bytes('HTTP/1.1 200 OK\r\ncontent-length: 4\r\ncontent-length: 8\r\n\r\ntext'),
  },
  {
    name: 'a length and chunks, as for smuggling',
    group,
    expected: 'upstream',
    see: bytes(
      'HTTP/1.1 200 OK\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n4\r\ntext\r\n0\r\n\r\n',
    ),
  },
  {
    name: 'a chunk of an impossible length',
    group,
    expected: 'upstream',
    see: bytes('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\ntext'),
  },
  {
    name: 'no HTTP at all',
    group,
    expected: 'upstream',
    see: bytes('220 mail.example ESMTP\r\n'),
  },
  {
    name: 'a status that does not exist',
    group,
    expected: 'upstream',
    see: bytes('HTTP/1.1 799 What\r\ncontent-length: 0\r\n\r\n'),
  },
  {
    name: 'a null byte in a header',
    group,
    expected: 'upstream',
    see: bytes('HTTP/1.1 200 OK\r\nx: a\0b\r\ncontent-length: 0\r\n\r\n'),
  },
]
