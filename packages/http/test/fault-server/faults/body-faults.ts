import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import type { Limits } from '../../../src/index.ts'
import { type BombCoding, sendBomb, zeros } from '../bombs.ts'
import { type Fault, outcome } from '../fault.ts'
import type { Handler } from '../servers.ts'
import type { Stage } from '../stage.ts'

const text = 'a text long enough to be worth compressing, compressing'

function answer(handle: Handler, limits: Limits = {}) {
  return async (stage: Stage): Promise<string> => {
    const { origin } = await stage.serve(handle)
    const client = stage.client({ robots: 'ignore', limits })
    return outcome(client, `${origin}/feed`)
  }
}

function coded(coding: string, body: Uint8Array): (stage: Stage) => Promise<string> {
  return answer((_, response) => {
    response.writeHead(200, { 'content-encoding': coding }).end(body)
  })
}

const half = (body: Buffer) => body.subarray(0, body.length >> 1)
const whole = `200 ${text.length} bytes`

function damaged(body: Buffer): Buffer {
  const copy = Buffer.from(body)
  // In the checksum at the end of gzip.
  copy.writeUInt8((copy.at(-6) ?? 0) ^ 0xff, copy.length - 6)
  return copy
}

const coding = 'coding'
const codingFaults: readonly Fault[] = [
  ['truncated gzip', 'gzip', half(gzipSync(text)), 'upstream'],
  ['truncated deflate', 'deflate', half(deflateSync(text)), 'upstream'],
  ['truncated brotli', 'br', half(brotliCompressSync(text)), 'upstream'],
  ['truncated zstd', 'zstd', half(zstdCompressSync(text)), 'upstream'],
  ['gzip with a wrong checksum', 'gzip', damaged(gzipSync(text)), 'upstream'],
  ['gzip that is none', 'gzip', Buffer.from(text), 'upstream'],
  ['brotli that is none', 'br', Buffer.from(text), 'upstream'],
  ['an unknown coding', 'rot13', Buffer.from(text), 'upstream'],
  ['a coding named as a property of every object', 'constructor', Buffer.from(text), 'upstream'],
  ['a chain of three codings', 'gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(text))), 'upstream'],
  [
    'a chain of a thousand codings',
    Array(1000).fill('gzip').join(', '),
    gzipSync(text),
    'upstream',
  ],
  ['two codings', 'deflate, gzip', gzipSync(deflateSync(text)), whole],
  ['deflate without its header', 'deflate', deflateRawSync(text), whole],
  ['a coding in capitals', 'GZIP', gzipSync(text), whole],
].map(([name, header, body, expected]) => ({
  name: String(name),
  group: coding,
  expected: String(expected),
  see: coded(String(header), body instanceof Uint8Array ? body : Buffer.from(String(body))),
}))

const bomb = 'bomb'
const bombFaults: readonly Fault[] = (['gzip', 'br', 'zstd'] satisfies BombCoding[]).map(
  (kind): Fault => ({
    name: `1 GB in ${kind}`,
    group: bomb,
    expected: 'too-large',
    see: answer((_, response) => void sendBomb(response, kind, 1024)),
  }),
)

/** Bodies that are damaged, coded wrongly, or far too large. */
export const bodyFaults: readonly Fault[] = [
  ...codingFaults,
  ...bombFaults,
  {
    name: 'gzip in gzip, 64 MB',
    group: bomb,
    expected: 'too-large',
    see: coded('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(64 << 20)))),
  },
  {
    name: 'compressed a thousand times over, although under every cap',
    group: bomb,
    expected: 'too-large',
    see: coded('gzip', gzipSync(Buffer.alloc(8 << 20))),
  },
  {
    name: 'compressed well, and honest',
    group: bomb,
    expected: '200 500000 bytes',
    see: coded('gzip', gzipSync('a line of a table\n'.repeat(27_778).slice(0, 500_000))),
  },
  {
    name: 'a body without end',
    group: bomb,
    expected: 'too-large',
    see: answer((_, response) => void zeros(2 ** 30).pipe(response), { wireBytes: 1 << 20 }),
  },
  {
    name: 'a length of a petabyte',
    group: bomb,
    expected: 'too-large',
    see: answer((_, response) => {
      response.writeHead(200, { 'content-length': 2 ** 50 }).write('and so it begins')
    }),
  },
  {
    name: 'one byte over the cap',
    group: bomb,
    expected: 'too-large',
    see: answer((_, response) => response.end(Buffer.alloc(1001)), { wireBytes: 1000 }),
  },
  {
    name: 'exactly the cap',
    group: bomb,
    expected: '200 1000 bytes',
    see: answer((_, response) => response.end(Buffer.alloc(1000)), {
      wireBytes: 1000,
      decodedBytes: 1000,
    }),
  },
]
