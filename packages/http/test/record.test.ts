import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { provenance } from '../src/index.ts'
import { emptyFolder, openClient } from './open-client.ts'
import { serve } from './serve.ts'

test('what was recorded is replayed byte by byte, redirects and failures included', async () => {
  const page = Buffer.from([0xff, 0, 1, 2, 0xfe])
  const { origin } = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/page' }).end()
    else if (request.url === '/page')
      response.writeHead(200, { 'content-encoding': 'gzip', etag: '"1"' }).end(gzipSync(page))
    else response.writeHead(503, { 'retry-after': '9' }).end('later')
  })
  const folder = join(emptyFolder(), 'new')
  const online = openClient({ record: folder, now: () => 0 })
  const paths = ['/old', '/page', '/else']
  const live = await Promise.all(paths.map((path) => online.fetch(`${origin}${path}`)))
  const offline = openClient({ replay: folder })
  for (const [index, path] of paths.entries()) {
    const replayed = await offline.fetch(`${origin}${path}`)
    const first = live[index]
    if (first === undefined) throw new TypeError('no live answer')
    expect([replayed.status, replayed.url]).toEqual([first.status, first.url])
    expect(await replayed.bytes()).toEqual(await first.bytes())
    expect(provenance(replayed)).toEqual({
      ...provenance(first),
      fromReplay: true,
      // /page came twice: by itself, and from /old.
      fromStore: false,
    })
    for (const name of ['etag', 'retry-after']) {
      expect(replayed.headers.get(name)).toBe(first.headers.get(name))
    }
  }
  expect(offline.report().unusedRecordings).toEqual([])
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('adds to a recording, keeps its notes, and replaces what is asked again', async () => {
  let visits = 0
  const { origin } = await serve((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`visit ${++visits}`)
  })
  const folder = emptyFolder()
  const kept = {
    url: 'https://a.example/',
    status: 200,
    headers: {},
    body: 'kept',
    capturedAt: '2026-03-01',
    note: 'by hand',
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify([kept]))
  const client = openClient({ record: folder })
  await client.fetch(`${origin}/page`)
  await client.fetch(`${origin}/page`, { cache: 'reload' })
  const entries: { file?: string }[] = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  )
  expect(entries).toHaveLength(2)
  expect(entries[0]).toEqual(kept)
  expect(entries[1]?.file).toMatch(/^127\.0\.0\.1-page-[0-9a-f]{8}\.html$/)
  expect(readFileSync(join(folder, entries[1]?.file ?? ''), 'utf8')).toBe('visit 2')
  expect(readdirSync(folder)).toHaveLength(2)
})

test('no secret is in a recording, a report, an error or an address', async () => {
  const secrets = ['bearer-secret', 'cookie-secret', 'header-secret', 'query-secret', 'set-secret']
  const { origin } = await serve((request, response) => {
    response.setHeader('set-cookie', 'session=set-secret')
    response.setHeader('x-echo', 'header-secret')
    if (request.url?.startsWith('/broken')) request.socket.destroy()
    else if (request.url?.startsWith('/old'))
      response.writeHead(302, { location: `/page?token=query-secret` }).end()
    else response.end(JSON.stringify([request.headers, request.url]))
  })
  const folder = emptyFolder()
  const client = openClient({ record: folder })
  const headers = {
    authorization: 'Bearer bearer-secret',
    cookie: 'session=cookie-secret',
    'x-api-key': 'header-secret',
  }
  const response = await client.fetch(`${origin}/old?page=2&api_key=query-secret`, { headers })
  const broken = client.fetch(`${origin}/broken?X-Amz-Signature=query-secret`, { headers })
  const error = await broken.catch((reason: unknown) => reason)
  const userinfo = client.fetch('https://me:query-secret@a.example/')
  const refused = await userinfo.catch((reason: unknown) => reason)
  const invalid = await client.fetch('//query-secret').catch((reason: unknown) => reason)
  const outside = [
    ...readdirSync(folder).map((name) => name + readFileSync(join(folder, name), 'utf8')),
    JSON.stringify([client.report(), provenance(response), response.url]),
    ...[error, refused, invalid].map((reason) => `${reason}${JSON.stringify(reason)}`),
  ].join('\n')
  for (const secret of secrets) expect(outside).not.toContain(secret)
  expect(outside).toContain('page=2&api_key=REDACTED')
  expect(refused).toMatchObject({ code: 'blocked' })
  expect(invalid).toBeInstanceOf(TypeError)
  // The caller still gets everything.
  expect(await response.text()).toContain('query-secret')
  const replayed = await openClient({ replay: folder }).fetch(
    `${origin}/old?page=2&api_key=another-secret`,
  )
  expect(await replayed.text()).toContain('token=REDACTED')
})

test('a token that only turns pages is kept', async () => {
  const { origin } = await serve((_, response) => response.end('x'))
  const folder = emptyFolder()
  await openClient({ record: folder }).fetch(`${origin}/oai?resumptionToken=123&set=cs`)
  const client = openClient({ replay: folder })
  expect(client.isRecorded(`${origin}/oai?resumptionToken=123&set=cs`)).toBe(true)
  expect(client.isRecorded(`${origin}/oai?resumptionToken=456&set=cs`)).toBe(false)
})

test('a key that a server hands on, in an address or a page, is not recorded', async () => {
  const { origin } = await serve((request, response) => {
    const key = String(request.headers['x-api-key'])
    if (request.url === '/') response.writeHead(302, { location: `/${key}/?of=${key}` }).end()
    else response.end(`for ${key}, whose password is hunter2hunter2`)
  })
  const folder = emptyFolder()
  const basic = Buffer.from('me:hunter2hunter2').toString('base64')
  const headers = { 'x-api-key': 'Zs3cretZ', authorization: `Basic ${basic}` }
  await openClient({ record: folder }).fetch(origin, { headers })
  const texts = readdirSync(folder).flatMap((name) => [
    name,
    readFileSync(join(folder, name), 'utf8'),
  ])
  expect(texts.join('\n')).not.toMatch(/Zs3cretZ|hunter2/)
  const replayed = await openClient({ replay: folder }).fetch(origin)
  expect(await replayed.text()).toBe('for REDACTED, whose password is REDACTED')
})
