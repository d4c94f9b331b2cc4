import type { Socket } from 'node:net'
import { type Fault, outcome } from '../fault.ts'
import { serveRaw } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'headers'

function raw(answer: (socket: Socket) => void) {
  return async (stage: Stage): Promise<string> => {
    const { origin } = stage.keep(await serveRaw(answer))
    const client = stage.client({
      robots: 'ignore',
      retry: { attempts: 0 },
      limits: { totalMs: 3000 },
    })
    return outcome(client, `${origin}/feed`)
  }
}

/** Writes as fast as it is read, until nobody reads any more. */
function pour(socket: Socket, start: string, piece: (index: number) => string): void {
  socket.write(start)
  let index = 0
  const more = () => {
    while (socket.writable && socket.write(piece(index++))) if (index % 100 === 0) break
    if (!socket.writable) return
    if (socket.writableNeedDrain) socket.once('drain', more)
    else setImmediate(more)
  }
  more()
}

const ok = 'HTTP/1.1 200 OK\r\n'

/** Heads that are too large, or that mean nothing. */
export const headerFaults: readonly Fault[] = [
  {
    name: 'headers without end',
    group,
    expected: 'too-large',
    see: raw((socket) => pour(socket, ok, (index) => `x-${index}: ${'y'.repeat(100)}\r\n`)),
  },
  {
    name: 'one header without end',
    group,
    expected: 'too-large',
    see: raw((socket) => pour(socket, `${ok}x: `, () => 'y'.repeat(1000))),
  },
  {
    name: 'one header name without end',
    group,
    expected: 'too-large',
    see: raw((socket) => pour(socket, ok, () => 'y'.repeat(1000))),
  },
  {
    // The parser keeps nothing of it, so only the time it takes is in the way.
    name: 'a status line without end',
    group,
    expected: 'too-large',
    see: raw((socket) => pour(socket, 'HTTP/1.1 200 ', () => 'y'.repeat(1000))),
  },
  {
    name: 'headers of 15 KB',
    group,
    expected: '200 "text"',
    see: raw((socket) => {
      socket.end(`${ok}content-length: 4\r\nx: ${'y'.repeat(15_000)}\r\n\r\ntext`)
    }),
  },
  {
    name: 'headers of 17 KB',
    group,
    expected: 'too-large',
    see: raw((socket) =>
      socket.end(`${ok}content-length: 4\r\nx: ${'y'.repeat(17_000)}\r\n\r\ntext`),
    ),
  },
  {
    name: 'trailers without end',
    group,
    expected: 'too-large',
    see: raw((socket) => {
      const start = `${ok}transfer-encoding: chunked\r\n\r\n4\r\ntext\r\n0\r\n`
      pour(socket, start, (index) => `x-${index}: ${'y'.repeat(100)}\r\n`)
    }),
  },
  {
    name: 'a header name that is none',
    group,
    expected: 'upstream',
    see: raw((socket) => socket.end(`${ok}a header: x\r\ncontent-length: 4\r\n\r\ntext`)),
  },
  {
    name: 'a header named __proto__',
    group,
    expected: '200 "text"',
    see: raw((socket) => socket.end(`${ok}__proto__: x\r\ncontent-length: 4\r\n\r\ntext`)),
  },
  {
    name: 'header values in Latin-1',
    group,
    expected: '200 "text"',
    see: raw((socket) => {
      socket.end(Buffer.from(`${ok}x: caf\xe9\r\ncontent-length: 4\r\n\r\ntext`, 'latin1'))
    }),
  },
]
