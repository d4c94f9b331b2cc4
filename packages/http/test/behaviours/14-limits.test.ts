import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodeText, type Limits } from '../../src/index.ts'
import { outcome } from '../fault-server/fault.ts'
import { reply } from '../fault-server/feed-origin.ts'
import { type Handler, serveRaw } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

async function limited(handle: Handler, limits: Limits): Promise<string> {
  const stage = onStage()
  const { origin } = await stage.serve(handle)
  return outcome(
    stage.client({ robots: 'ignore', limits, retry: { attempts: 0 } }),
    `${origin}/feed`,
  )
}

const never: Handler = () => {}

test('a deadline for everything: an answer that drips all the time does not get past it', async () => {
  const drip: Handler = (_, response) => {
    const timer = setInterval(() => response.write('.'), 10)
    response.on('close', () => clearInterval(timer))
  }
  expect(await limited(drip, { totalMs: 250 })).toBe('timeout')
})

test('a deadline for headers, one for idleness, one for connecting', async () => {
  expect(await limited(never, { headersMs: 150 })).toBe('timeout')
  const stops: Handler = (_, response) => void response.write('half')
  expect(await limited(stops, { idleMs: 150 })).toBe('timeout')
  const stage = onStage()
  const { port } = stage.keep(await serveRaw(() => {}))
  const client = stage.client({
    robots: 'ignore',
    retry: { attempts: 0 },
    // Of TLS nothing ever comes.
    limits: { connectMs: 150 },
  })
  expect(await outcome(client, `https://feed.example:${port}/`)).toBe('timeout')
})

test('waiting for its turn is not part of the deadline', async () => {
  const stage = onStage()
  const { origin } = await stage.serve((_, response) => setTimeout(() => response.end('x'), 60))
  const client = stage.client({ robots: 'ignore', minGapMs: 0, limits: { totalMs: 250 } })
  const told = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => outcome(client, `${origin}/${n}`)))
  expect(told).toEqual(Array(6).fill('200 "x"'))
})

test('a caller’s own deadline rejects with its own reason', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(never)
  const client = stage.client({ robots: 'ignore' })
  await expect(
    client.fetch(`${origin}/feed`, { signal: AbortSignal.timeout(50) }),
  ).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('a cap for what is received and one for what is decoded', async () => {
  const body = 'x'.repeat(2000)
  expect(await limited(reply(200, {}, body), { wireBytes: 1999 })).toBe('too-large')
  expect(await limited(reply(200, {}, body), { wireBytes: 2000 })).toBe('200 2000 bytes')
  const coded: Handler = (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body))
  }
  expect(await limited(coded, { wireBytes: 500 })).toBe('200 2000 bytes')
  expect(await limited(coded, { decodedBytes: 1999 })).toBe('too-large')
})

test('an alarm for what was compressed too well to be honest, above a size', async () => {
  const coded =
    (bytes: number): Handler =>
    (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(bytes)))
    }
  expect(await limited(coded(4 << 20), {})).toBe('too-large')
  expect(await limited(coded(4 << 20), { compressionRatio: 5000 })).toBe(`200 ${4 << 20} bytes`)
  expect(await limited(coded(500_000), {})).toBe('200 500000 bytes')
})

test('a cap for headers', async () => {
  const headers = { 'x-large': 'x'.repeat(3000) }
  expect(await limited(reply(200, headers), { headerBytes: 2000 })).toBe('too-large')
  expect(await limited(reply(200, headers), { headerBytes: 8000 })).toBe('200 ""')
})

test('after a limit was passed the host can be asked again', async () => {
  const stage = onStage()
  const { origin } = await stage.serve((request, response) => {
    response.end(request.url === '/large' ? 'x'.repeat(5000) : 'ok')
  })
  const client = stage.client({ robots: 'ignore', limits: { wireBytes: 100 } })
  expect(await outcome(client, `${origin}/large`)).toBe('too-large')
  expect(await outcome(client, `${origin}/small`)).toBe('200 "ok"')
})

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

test.for([
  [
    'a byte order mark goes before everything',
    utf16('café'),
    'text/xml; charset=iso-8859-1',
    'café',
  ],
  [
    'then HTTP',
    latin1('<?xml version="1.0" encoding="utf-8"?>caf\xe9'),
    'text/xml; charset=iso-8859-1',
    'café',
  ],
  [
    'then the XML declaration',
    latin1('<?xml version="1.0" encoding="iso-8859-1"?>caf\xe9'),
    'text/xml',
    'café',
  ],
  ['then meta', latin1('<meta charset="windows-1252">caf\xe9'), 'text/html', 'café'],
  ['then UTF-8', Buffer.from('café'), 'text/xml', 'café'],
  ['Japanese', Buffer.from([0x83, 0x65, 0x83, 0x58]), 'text/plain; charset=Shift_JIS', 'テス'],
  [
    'a name that no one knows says nothing',
    Buffer.from('café'),
    'text/xml; charset=klingon',
    'café',
  ],
] as const)('characters: %s', async ([, body, type, text]) => {
  const stage = onStage()
  const { origin } = await stage.serve((_, response) => {
    response.writeHead(200, { 'content-type': type }).end(body)
  })
  const response = await stage.client({ robots: 'ignore' }).fetch(`${origin}/feed`)
  expect(await decodeText(response)).toContain(text)
})
