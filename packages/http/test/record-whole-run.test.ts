import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMemoryStore, provenance, type RecordedAnswer } from '../src/index.ts'
import { emptyFolder, openClient } from './open-client.ts'
import { serve } from './serve.ts'

function entriesOf(folder: string): RecordedAnswer[] {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
}

test('what the store answered, and what a 304 stands for, is recorded whole', async () => {
  const { origin } = await serve((request, response) => {
    response.setHeader('etag', '"1"')
    response.setHeader('last-modified', 'Sun, 01 Mar 2026 00:00:00 GMT')
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
    else response.end(`text of ${request.url}`)
  })
  const store = createMemoryStore()
  let now = Date.UTC(2026, 2, 1)
  const options = { store, now: () => now, random: () => 0 }
  await openClient(options).fetch(`${origin}/old`)
  now += 2 * 3_600_000
  await openClient(options).fetch(`${origin}/fresh`)
  const folder = emptyFolder()
  const recording = openClient({ ...options, record: folder })
  await recording.fetch(`${origin}/old`)
  await recording.fetch(`${origin}/fresh`)
  const validators = { etag: '"1"', 'last-modified': 'Sun, 01 Mar 2026 00:00:00 GMT' }
  expect(entriesOf(folder)).toMatchObject([
    { url: `${origin}/old`, status: 200, notModified: true, ms: 0, headers: validators },
    { url: `${origin}/fresh`, status: 200, headers: validators },
  ])
  expect(entriesOf(folder)[1]).not.toHaveProperty('ms')
  const replay = openClient({ replay: folder })
  for (const path of ['/old', '/fresh']) {
    const response = await replay.fetch(`${origin}${path}`)
    expect(await response.text()).toBe(`text of ${path}`)
    expect(response.headers.get('etag')).toBe('"1"')
    expect(provenance(response)?.capturedAt).toBe('2026-03-01T02:00:00.000Z')
  }
})

test('one address in two forms, by Accept and RSC, is recorded and replayed as two', async () => {
  const { origin } = await serve(({ headers }, response) => {
    response.end(headers['rsc'] === '1' ? 'flight' : `page for ${headers.accept}`)
  })
  const folder = emptyFolder()
  const live = openClient({ record: folder })
  const forms = [{ accept: 'text/html' }, { rsc: '1' }, { accept: 'application/json' }]
  for (const headers of forms) await live.fetch(`${origin}/`, { headers })
  expect(entriesOf(folder).map(({ requestHeaders }) => requestHeaders)).toEqual(forms)
  expect(new Set(entriesOf(folder).map(({ file }) => file)).size).toBe(3)
  const replay = openClient({ replay: folder })
  const texts = forms.map(async (headers) => (await replay.fetch(`${origin}/`, { headers })).text())
  expect(await Promise.all(texts)).toEqual([
    'page for text/html',
    'flight',
    'page for application/json',
  ])
  const other = replay.fetch(`${origin}/`, { headers: { accept: 'text/plain' } })
  await expect(other).rejects.toMatchObject({ code: 'not-recorded' })
  expect(replay.isRecorded(`${origin}/`)).toBe(true)
})

test('where a recording does not say what was asked for, anything matches', async () => {
  const folder = emptyFolder()
  const common = { url: 'https://a.example/', status: 200, headers: {}, capturedAt: '2026-03-01' }
  const manifest = [
    { ...common, body: 'any' },
    { ...common, body: 'flight', requestHeaders: { RSC: '1' } },
  ]
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  const client = openClient({ replay: folder })
  const text = async (headers: Record<string, string>) =>
    (await client.fetch('https://a.example/', { headers })).text()
  expect(await text({})).toBe('any')
  expect(await text({ accept: 'text/plain' })).toBe('any')
  expect(await text({ rsc: '1' })).toBe('flight')
})

test('the cap on bodies holds in replay, too', async () => {
  const folder = emptyFolder()
  const common = { status: 200, headers: {}, capturedAt: '2026-03-01' }
  writeFileSync(join(folder, 'big.txt'), 'x'.repeat(101))
  const manifest = [
    { ...common, url: 'https://a.example/file', file: 'big.txt' },
    { ...common, url: 'https://a.example/text', body: 'x'.repeat(101) },
    { ...common, url: 'https://a.example/small', body: 'x'.repeat(100) },
  ]
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  const client = openClient({ replay: folder, maxBytes: 100 })
  for (const path of ['file', 'text']) {
    const failure = client.fetch(`https://a.example/${path}`)
    await expect(failure).rejects.toMatchObject({ code: 'too-large' })
  }
  expect((await client.fetch('https://a.example/small')).status).toBe(200)
})

test('a failure that is recorded is not asked again in replay', async () => {
  const folder = emptyFolder()
  const entry = {
    url: 'https://a.example/',
    status: 502,
    headers: {},
    body: '',
    capturedAt: '2026-03-01',
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify([entry]))
  const client = openClient({ replay: folder })
  expect((await client.fetch(entry.url)).status).toBe(502)
  expect(client.report().requests).toHaveLength(1)
})
