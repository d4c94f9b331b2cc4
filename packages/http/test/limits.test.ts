import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import { expect, test } from 'vitest'
import { openClient } from './open-client.ts'
import { serve, serveRaw } from './serve.ts'

test('a slow drip ends at the total deadline', async () => {
  const origin = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n')
    const drip = setInterval(() => socket.write('.'), 20)
    socket.on('close', () => clearInterval(drip))
  })
  const client = openClient({ timeoutMs: 150 })
  await expect(client.fetch(`${origin}/`)).rejects.toMatchObject({
    name: 'SourceError',
    code: 'timeout',
    retryable: true,
  })
  expect(client.report().requests).toMatchObject([{ error: 'timeout', bytes: 0 }])
})

test('the deadline covers all redirects together', async () => {
  const { origin } = await serve((request, response) => {
    const next = Number(request.url?.slice(1)) + 1
    setTimeout(() => response.writeHead(302, { location: `/${next}` }).end(), 60)
  })
  const client = openClient({ timeoutMs: 150, maxRedirects: 50 })
  await expect(client.fetch(`${origin}/0`)).rejects.toMatchObject({ code: 'timeout' })
})

test('a body over the cap is too-large, with and without its length told', async () => {
  const { origin } = await serve((request, response) => {
    if (request.url === '/told') response.setHeader('content-length', 1001)
    response.write('x'.repeat(500))
    response.end('x'.repeat(501))
  })
  const client = openClient({ maxBytes: 1000 })
  await expect(client.fetch(`${origin}/told`)).rejects.toMatchObject({ code: 'too-large' })
  await expect(client.fetch(`${origin}/`)).rejects.toMatchObject({ code: 'too-large' })
})

test('a body of exactly the cap is fine', async () => {
  const { origin } = await serve((_, response) => response.end('x'.repeat(1000)))
  const response = await openClient({ maxBytes: 1000 }).fetch(`${origin}/`)
  expect((await response.arrayBuffer()).byteLength).toBe(1000)
})

const bomb = Buffer.alloc(5_000_000)
test.for([
  ['gzip', gzipSync(bomb)],
  ['deflate', deflateSync(bomb)],
  ['br', brotliCompressSync(bomb)],
  ['zstd', zstdCompressSync(bomb)],
  ['gzip, gzip', gzipSync(gzipSync(bomb))],
] as const)('a bomb in %s is too-large', async ([coding, body]) => {
  const { origin } = await serve((_, response) => {
    response.setHeader('content-encoding', coding)
    response.end(body)
  })
  const client = openClient({ maxBytes: 100_000 })
  await expect(client.fetch(`${origin}/`)).rejects.toMatchObject({ code: 'too-large' })
})

test.for([
  ['deflate', deflateSync('text')],
  ['deflate', deflateRawSync('text')],
  ['br', brotliCompressSync('text')],
  ['zstd', zstdCompressSync('text')],
  ['gzip, br', brotliCompressSync(gzipSync('text'))],
  ['identity', Buffer.from('text')],
] as const)('reads %s', async ([coding, body]) => {
  const { origin } = await serve((_, response) => {
    response.setHeader('content-encoding', coding)
    response.end(body)
  })
  expect(await (await openClient().fetch(`${origin}/`)).text()).toBe('text')
})

test.for([
  ['gzip', gzipSync('some longer text').subarray(0, 20)],
  ['gzip', Buffer.from('no gzip')],
  ['gzip, gzip, gzip', Buffer.from('x')],
  ['constructor', Buffer.from('x')],
] as const)('a damaged or unknown coding %s is upstream', async ([coding, body]) => {
  const { origin } = await serve((_, response) => {
    response.setHeader('content-encoding', coding)
    response.end(body)
  })
  await expect(openClient().fetch(`${origin}/`)).rejects.toMatchObject({ code: 'upstream' })
})

test.for([
  ['shorter than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'],
  ['cut in a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n20\r\nhalf'],
  ['no HTTP', 'hello\r\n\r\n'],
  ['an impossible status', 'HTTP/1.1 799 What\r\ncontent-length: 0\r\n\r\n'],
] as const)('an answer that is %s is upstream', async ([, bytes]) => {
  const origin = await serveRaw((socket) => socket.end(bytes))
  await expect(openClient().fetch(`${origin}/`)).rejects.toMatchObject({ code: 'upstream' })
})

test('a refused connection is upstream', async () => {
  // Port 1 of the loopback address: nothing listens there.
  await expect(openClient().fetch('http://127.0.0.1:1/')).rejects.toMatchObject({
    code: 'upstream',
    received: expect.stringContaining('ECONNREFUSED'),
  })
})

test.for(['file:///etc/passwd', 'data:text/plain,x', 'ftp://a.example/'])(
  'blocks %s',
  async (url) => {
    await expect(openClient().fetch(url)).rejects.toMatchObject({ code: 'blocked' })
  },
)

test('an aborted signal rejects with its reason, before and during the request', async () => {
  const { origin, requests } = await serve(() => {})
  const client = openClient()
  const reason = new Error('changed my mind')
  const before = client.fetch(`${origin}/`, { signal: AbortSignal.abort(reason) })
  await expect(before).rejects.toBe(reason)
  expect(requests).toHaveLength(0)
  const controller = new AbortController()
  const during = client.fetch(`${origin}/`, { signal: controller.signal })
  await expect.poll(() => requests.length).toBe(1)
  controller.abort(reason)
  await expect(during).rejects.toBe(reason)
  await expect.poll(() => client.report().requests).toMatchObject([{ error: 'aborted' }])
})

test('after a failure the next request to the host succeeds', async () => {
  const { origin } = await serve((request, response) => {
    response.end(request.url === '/big' ? 'x'.repeat(5000) : 'ok')
  })
  const client = openClient({ maxBytes: 100 })
  await expect(client.fetch(`${origin}/big`)).rejects.toMatchObject({ code: 'too-large' })
  expect(await (await client.fetch(`${origin}/`)).text()).toBe('ok')
})

test.for([
  ['a status line', 'HTTP/1.1 200 O', 'x'],
  ['lines before the answer', '', '\r\n'],
  ['an extension of a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1;', 'x'],
] as const)('%s without end is too large', async ([, start, more]) => {
  const part = more.repeat(65_536)
  const origin = await serveRaw((socket) => {
    socket.write(start)
    const pour = () => {
      while (socket.writable && socket.write(part));
    }
    socket.on('drain', pour)
    pour()
  })
  const client = openClient({ maxBytes: 100_000 })
  await expect(client.fetch(origin)).rejects.toMatchObject({ code: 'too-large', retryable: false })
})

test('zstd in several frames is one body, and all of them count', async () => {
  const frames = ['one ', 'two ', 'three'].map((text) => zstdCompressSync(text))
  const { origin } = await serve((request, response) => {
    response.setHeader('content-encoding', 'zstd')
    const bomb = Array.from({ length: 40 }, () => zstdCompressSync(Buffer.alloc(100_000)))
    const many = Array.from({ length: 1001 }, () => zstdCompressSync(''))
    response.end(Buffer.concat({ '/bomb': bomb, '/many': many }[request.url ?? ''] ?? frames))
  })
  const client = openClient({ maxBytes: 1_500_000 })
  expect(await (await client.fetch(origin)).text()).toBe('one two three')
  await expect(client.fetch(`${origin}/bomb`)).rejects.toMatchObject({ code: 'too-large' })
  await expect(client.fetch(`${origin}/many`)).rejects.toMatchObject({ code: 'upstream' })
})
