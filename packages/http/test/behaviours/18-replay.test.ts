import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMemoryStore, provenance } from '../../src/index.ts'
import { day } from '../fault-server/fake-clock.ts'
import { errorText, outcome } from '../fault-server/fault.ts'
import { feedHandler, reply, route } from '../fault-server/feed-origin.ts'
import { onStage } from './on-stage.ts'

test('a whole run is recorded and replayed: redirects, failures, validators, timings', async () => {
  const stage = onStage()
  const { origin, close } = await stage.serve(
    route({
      '/old': reply(301, { location: '/feed' }),
      '/feed': feedHandler(() => ({ body: '<rss>ü</rss>', etag: '"a"', lastModified: 'x' })),
      '/busy': reply(503, { 'retry-after': '60' }, 'later'),
    }),
  )
  const record = stage.folder()
  const paths = ['/old', '/feed', '/busy']
  const told = async (options: object) => {
    const client = stage.client({ minGapMs: 0, store: createMemoryStore(), ...options })
    const responses = []
    for (const path of paths) {
      const response = await client.fetch(origin + path)
      responses.push({
        status: response.status,
        url: response.url,
        redirected: response.redirected,
        etag: response.headers.get('etag'),
        lastModified: response.headers.get('last-modified'),
        retryAfter: response.headers.get('retry-after'),
        text: await response.clone().text(),
        sha256: provenance(response)?.sha256,
      })
    }
    return { responses, provenance: provenance(await client.fetch(`${origin}/feed`)) }
  }
  const live = await told({ record })
  await close()
  const replayed = await told({ replay: record })
  expect(replayed.responses).toEqual(live.responses)
  expect(replayed.provenance).toMatchObject({ fromReplay: true, status: 200 })
  const entries: { ms?: number; headers: object }[] = JSON.parse(
    readFileSync(join(record, 'manifest.json'), 'utf8'),
  )
  expect(entries.some(({ ms }) => typeof ms === 'number')).toBe(true)
})

test('what is not recorded is not asked for', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(200, {}, 'text'))
  const record = stage.folder()
  await stage.client({ record }).fetch(`${origin}/1`)
  const before = requests.length
  const offline = stage.client({ replay: record })
  await expect(offline.fetch(`${origin}/2`)).rejects.toMatchObject({ code: 'not-recorded' })
  expect(requests).toHaveLength(before)
  expect(offline.isRecorded(`${origin}/1`)).toBe(true)
  expect(offline.isRecorded(`${origin}/2`)).toBe(false)
})

test('a recorded 304 replays as the body it stood for', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(feedHandler(() => ({ body: 'text', etag: '"a"' })))
  await stage.client({ robots: 'ignore' }).fetch(`${origin}/feed`)
  stage.clock.advance(2 * day)
  const record = stage.folder()
  const live = await stage.client({ robots: 'ignore', record }).fetch(`${origin}/feed`)
  expect(provenance(live)?.notModified).toBe(true)
  const offline = stage.client({ replay: record, store: createMemoryStore() })
  expect(await outcome(offline, `${origin}/feed`)).toBe('200 "text"')
})

test('of two answers to one address the one for this Accept, and for RSC, is replayed', async () => {
  const stage = onStage()
  const { origin } = await stage.serve((request, response) => {
    const { accept, rsc } = request.headers
    response.end(rsc === '1' ? 'flight' : accept === 'application/json' ? 'json' : 'page')
  })
  const record = stage.folder()
  const wanted = [
    { accept: 'text/html' },
    { accept: 'application/json' },
    { accept: 'text/html', rsc: '1' },
  ]
  const online = stage.client({ robots: 'ignore', minGapMs: 0, record })
  for (const headers of wanted) await online.fetch(`${origin}/page`, { headers })
  const offline = stage.client({ replay: record, store: createMemoryStore() })
  const texts = []
  for (const headers of wanted) {
    texts.push(await (await offline.fetch(`${origin}/page`, { headers })).text())
  }
  expect(texts).toEqual(['page', 'json', 'flight'])
})

test('a recording can be shown to anyone: no cookie, no key, no token, in no file', async () => {
  const stage = onStage()
  const secrets = [
    'sesame-authorization',
    'sesame-cookie',
    'sesame-key',
    'sesame-query',
    'sesame-set',
  ]
  const { origin } = await stage.serve((request, response) => {
    response.setHeader('set-cookie', 'id=sesame-set')
    response.setHeader(
      'x-request-headers',
      JSON.stringify(request.headers).replaceAll(/[^\x20-\x7e]/g, ''),
    )
    if (request.url?.startsWith('/old')) {
      response.writeHead(302, { location: '/new?access_token=sesame-query' }).end()
    } else response.end(`you sent ${JSON.stringify(request.headers)} to ${request.url}`)
  })
  const record = stage.folder()
  const client = stage.client({ record })
  await client.fetch(`${origin}/old?api_key=sesame-query`, {
    headers: {
      authorization: 'Bearer sesame-authorization',
      cookie: 'id=sesame-cookie',
      'x-api-key': 'sesame-key',
    },
  })
  const files = readdirSync(record, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.length).toBeGreaterThanOrEqual(2)
  for (const entry of files) {
    const text = readFileSync(join(entry.parentPath, entry.name), 'latin1') + entry.name
    for (const secret of secrets) expect(text, entry.name).not.toContain(secret)
  }
  const report = JSON.stringify(client.report())
  for (const secret of secrets) expect(report).not.toContain(secret)
})

test('secrets are in no error either', async () => {
  const stage = onStage()
  const { origin, close } = await stage.serve(reply(200))
  await close()
  const client = stage.client({ robots: 'ignore', retry: { attempts: 0 } })
  const error: unknown = await client
    .fetch(`${origin}/feed?api_key=sesame-query`, {
      headers: { authorization: 'Bearer sesame-header' },
    })
    .catch((reason: unknown) => reason)
  const seen = [error, error instanceof Error ? error.cause : undefined].map((one) =>
    one instanceof Error ? `${one.stack} ${JSON.stringify(one)} ${one.message}` : String(one),
  )
  expect(errorText(error)).toBe('upstream')
  expect(seen.join('\n')).not.toContain('sesame')
})

test('every answer says where it comes from', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(feedHandler(() => ({ body: 'text', etag: '"a"' })))
  const client = stage.client({ robots: 'ignore' })
  const first = provenance(await client.fetch(`${origin}/feed?token=secret`))
  expect(first).toEqual({
    url: `${origin}/feed?token=REDACTED`,
    status: 200,
    capturedAt: '2026-11-23T07:00:00.000Z',
    sha256: '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1',
    bytes: 4,
    fromReplay: false,
    fromStore: false,
    revalidated: false,
    notModified: false,
    age: 0,
  })
  expect(provenance(new Response('another'))).toBeUndefined()
})
