import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createMemoryStore, provenance } from '../src/index.ts'
import { openClient } from './open-client.ts'
import { serve, serveRaw } from './serve.ts'

test('answers a real Response with its address, status, headers and body', async () => {
  const { origin } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', etag: '"1"' })
    response.end('héllo')
  })
  const response = await openClient().fetch(new URL(`${origin}/a?b=1#c`))
  expect(response).toBeInstanceOf(Response)
  expect(response.url).toBe(`${origin}/a?b=1`)
  expect([response.ok, response.status, response.redirected]).toEqual([true, 200, false])
  expect(response.headers.get('etag')).toBe('"1"')
  expect(response.clone().url).toBe(response.url)
  expect(await response.text()).toBe('héllo')
})

test('sends method, headers and body, from arguments or a Request', async () => {
  const { origin, requests } = await serve((request, response) => {
    request.pipe(response)
  })
  const client = openClient()
  const init = { method: 'POST', body: 'a=1', headers: { 'x-test': '1' } }
  expect(await (await client.fetch(`${origin}/`, init)).text()).toBe('a=1')
  expect(await (await client.fetch(new Request(`${origin}/`, init))).text()).toBe('a=1')
  expect(requests.map(({ method, headers }) => [method, headers['x-test']])).toEqual([
    ['POST', '1'],
    ['POST', '1'],
  ])
})

test.for([204, 304, 404, 429, 500, 503])('status %i is an answer, not an error', async (status) => {
  const { origin } = await serve((_, response) => {
    response.writeHead(status, { 'retry-after': '60' })
    response.end()
  })
  const response = await openClient().fetch(`${origin}/`)
  expect(response.status).toBe(status)
  expect(response.headers.get('retry-after')).toBe('60')
  expect(await response.text()).toBe('')
})

test('decodes the body and drops the headers of its encoding', async () => {
  const { origin } = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' })
    response.end(gzipSync('plain text'))
  })
  const response = await openClient().fetch(`${origin}/`)
  expect(await response.text()).toBe('plain text')
  expect(response.headers.has('content-encoding')).toBe(false)
  expect(response.headers.has('content-length')).toBe(false)
})

test('says where an answer comes from, also of its clone, and of no other Response', async () => {
  const { origin } = await serve((_, response) => response.end('abc'))
  const client = openClient({ now: () => Date.parse('2026-03-01T04:05:06Z') })
  const response = await client.fetch(`${origin}/`)
  const expected = {
    url: `${origin}/`,
    status: 200,
    capturedAt: '2026-03-01T04:05:06.000Z',
    // The example of FIPS 180-2.
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    bytes: 3,
    fromReplay: false,
    fromStore: false,
    revalidated: false,
    notModified: false,
    age: 0,
  }
  expect(provenance(response)).toEqual(expected)
  expect(provenance(response.clone())).toEqual(expected)
  expect(provenance(new Response('abc'))).toBeUndefined()
})

test('reports every request, by host, and tells each as it ends', async () => {
  const { origin } = await serve((request, response) => {
    response.statusCode = request.url === '/b' ? 500 : 200
    response.end('12345')
  })
  const told: string[] = []
  const client = openClient({ onRequest: ({ url }) => told.push(url), now: () => 0 })
  await client.fetch(`${origin}/a`)
  await client.fetch(`${origin}/b`)
  const report = client.report()
  const common = { method: 'GET', ms: 0, bytes: 5, fromReplay: false, conditional: false }
  expect(report).toEqual({
    requests: [
      { ...common, url: `${origin}/a`, status: 200 },
      { ...common, url: `${origin}/b`, status: 500 },
    ],
    hosts: {
      [new URL(origin).host]: {
        requests: 2,
        failures: 1,
        bytes: 10,
        conditional: 0,
        notModified: 0,
        notModifiedPercent: 0,
        fromStore: 0,
        bytesSaved: 0,
        unconditionalRepeats: 0,
        retries: 0,
        minSpacingMs: 0,
      },
    },
    unusedRecordings: [],
    moved: [],
    gone: [],
    blocked: [],
    amnesties: 0,
    warnings: [],
  })
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  expect(told).toEqual([`${origin}/a`, `${origin}/b`])
})

test('a hook that throws makes the fetch fail, and the request is reported once', async () => {
  const { origin } = await serve((_, response) => response.end())
  const client = openClient({
    onRequest: () => {
      throw new RangeError('hook')
    },
  })
  await expect(client.fetch(`${origin}/`)).rejects.toThrow('hook')
  expect(client.report().requests).toHaveLength(1)
})

test('a closed client asks nothing, and may be closed again', async () => {
  const { origin, requests } = await serve((_, response) => response.end())
  const client = openClient()
  await client.close()
  await client.close()
  await expect(client.fetch(`${origin}/`)).rejects.toThrow('closed')
  expect(requests).toHaveLength(0)
})

test('a request that is not valid is a TypeError, without what it holds', async () => {
  const client = openClient()
  const headers = { 'x-api-key': 's3cret\nkey' }
  const refused = client.fetch('http://127.0.0.1:1/', { headers })
  await expect(refused).rejects.toThrow(TypeError)
  await expect(refused).rejects.not.toThrow('s3cret')
  await expect(client.fetch('not an address')).rejects.toThrow('not an absolute URL')
})

test.for([
  ['Latin-1', Buffer.from('HTTP/1.1 200 Tr\xe8s bien', 'latin1')],
  ['UTF-8', Buffer.from('HTTP/1.1 200 よし')],
] as const)('a status text in %s is an answer all the same', async ([, status]) => {
  const origin = await serveRaw((socket) => {
    socket.write(status)
    socket.end('\r\ncontent-length: 2\r\n\r\nok')
  })
  const client = openClient()
  for (let visit = 0; visit < 2; visit++) {
    expect(await (await client.fetch(origin)).text()).toBe('ok')
  }
})

test('a Location in Latin-1 is read as browsers do', async () => {
  const { origin } = await serve((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: '/caf\xe9' }).end()
    else response.end(request.url)
  })
  expect(await (await openClient().fetch(origin)).text()).toBe('/caf%C3%A9')
})

test.for([
  ['body', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 1 ? byte ^ 1 : byte))],
  ['body', (bytes: Uint8Array) => bytes.subarray(1)],
  [
    'url',
    (bytes: Uint8Array) => Buffer.from(String(Buffer.from(bytes)).replace('"OK"', '"\\u4e00"')),
  ],
  [
    'url',
    (bytes: Uint8Array) => Buffer.from(String(Buffer.from(bytes)).replace('"date"', '"da\\u4e00"')),
  ],
] as const)('a %s that was damaged in the store is asked for anew', async ([part, damage]) => {
  const { origin, requests } = await serve((request, response) => {
    response.setHeader('etag', '"1"')
    if (request.headers['if-none-match'] !== undefined) response.writeHead(304).end()
    else response.end('text')
  })
  for (const hours of [0.5, 2]) {
    const store = createMemoryStore()
    let now = Date.UTC(2026, 2, 1)
    const client = openClient({ store, now: () => now })
    await client.fetch(`${origin}/`)
    const key = `${part} ${origin}/`
    const good = store.get(key)
    if (good === undefined) throw new TypeError('nothing was kept')
    const bad = damage(good)
    expect(Buffer.from(bad)).not.toEqual(Buffer.from(good))
    store.set(key, bad)
    now += hours * 3_600_000
    expect(await (await client.fetch(`${origin}/`)).text()).toBe('text')
    expect(requests.at(-1)?.headers['if-none-match']).toBeUndefined()
  }
})
