import { constants, type Http2SecureServer, type ServerHttp2Stream } from 'node:http2'
import { makeCertificate } from '../certificate.ts'
import { type Fault, outcome } from '../fault.ts'
import { serveHttp2 } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'http/2'

type Answer = (stream: ServerHttp2Stream, turn: number) => void

/** Two requests to a host that speaks HTTP/2, whose nth stream is answered like this. */
function streams(answer: Answer, http2 = true) {
  return async (stage: Stage): Promise<string> => {
    const certificate = makeCertificate({ names: ['feed.example'] })
    let turn = 0
    const prepare = (server: Http2SecureServer) => {
      server.on('stream', (stream) => {
        stream.on('error', () => {})
        turn += 1
        answer(stream, turn)
      })
      if (!http2)
        server.on('request', (request, response) => {
          if (request.httpVersionMajor === 1) response.end('by HTTP/1.1')
        })
    }
    const { port } = stage.keep(await serveHttp2(certificate, prepare))
    const client = stage.client({
      robots: 'ignore',
      http2,
      ca: certificate.cert,
      limits: { totalMs: 3000 },
    })
    const first = await outcome(client, `https://feed.example:${port}/1`)
    return `${first}, then ${await outcome(client, `https://feed.example:${port}/2`)}`
  }
}

function fine(stream: ServerHttp2Stream): void {
  stream.respond({ ':status': 200 })
  stream.end('fine')
}

/** A server of HTTP/2 that sends its clients away. */
export const http2Faults: readonly Fault[] = [
  {
    name: 'HTTP/2, and nothing wrong',
    group,
    expected: '200 "fine", then 200 "fine"',
    see: streams(fine),
  },
  {
    name: 'a server that could, and a client that does not offer it',
    group,
    expected: '200 "by HTTP/1.1", then 200 "by HTTP/1.1"',
    see: streams(fine, false),
  },
  {
    name: 'GOAWAY after an answer: the next request takes a new connection',
    group,
    expected: '200 "fine", then 200 "fine"',
    see: streams((stream) => {
      fine(stream)
      const { session } = stream
      stream.on('close', () => session?.goaway(constants.NGHTTP2_NO_ERROR))
    }),
  },
  {
    name: 'GOAWAY instead of an answer, then fine',
    group,
    expected: 'typed, then 200 "fine"',
    see: goaway((stream) => stream.session?.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM, 0)),
  },
  {
    name: 'GOAWAY in the middle of a body, then fine',
    group,
    expected: 'typed, then 200 "fine"',
    see: goaway((stream) => {
      stream.respond({ ':status': 200 })
      stream.write('half', () => {
        stream.session?.goaway(constants.NGHTTP2_INTERNAL_ERROR)
        stream.session?.destroy()
      })
    }),
  },
  {
    name: 'a stream that is refused, then fine',
    group,
    expected: 'typed, then 200 "fine"',
    see: goaway((stream) => stream.close(constants.NGHTTP2_REFUSED_STREAM)),
  },
]

/** The first stream fails: with a typed error, or it is asked again and succeeds. */
function goaway(fail: (stream: ServerHttp2Stream) => void) {
  return async (stage: Stage): Promise<string> => {
    const told = await streams((stream, turn) => (turn === 1 ? fail(stream) : fine(stream)))(stage)
    return told.replace(/^(?:upstream|200 "fine"),/, 'typed,')
  }
}
