import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createClient, provenance } from '../src/index.ts'
import { emptyFolder, openClient } from './open-client.ts'

const day = fileURLToPath(new URL('fixtures/day', import.meta.url))

function folderWith(manifest: unknown): string {
  const folder = emptyFolder()
  const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest)
  writeFileSync(join(folder, 'manifest.json'), text)
  return folder
}

test('answers from the folder, with the manifest’s status, headers and date', async () => {
  const client = openClient({ replay: day })
  const response = await client.fetch('https://news.example/feed.xml#top')
  expect([response.url, response.status]).toEqual(['https://news.example/feed.xml', 200])
  expect(response.headers.get('content-type')).toBe('application/rss+xml')
  expect(await response.text()).toContain('<title>Example News</title>')
  expect(provenance(response)).toMatchObject({ capturedAt: '2026-03-01', fromReplay: true })
})

test('knows what is recorded, normalised, and what was never asked', async () => {
  const client = openClient({ replay: day })
  expect(client.isRecorded('HTTPS://News.example:443/a/../feed.xml')).toBe(true)
  expect(client.isRecorded('https://news.example/other')).toBe(false)
  expect(client.isRecorded('nonsense')).toBe(false)
  await client.fetch('https://news.example/feed.xml')
  expect(client.report().unusedRecordings).toEqual([
    'https://news.example/old',
    'https://busy.example/',
  ])
})

test('follows recorded redirects inside the recording', async () => {
  const client = openClient({ replay: day })
  const response = await client.fetch('https://news.example/old')
  expect([response.url, response.redirected]).toEqual(['https://news.example/feed.xml', true])
})

test('a recording of a private host is replayed, for nothing is connected to', async () => {
  const folder = folderWith([{ ...good, url: 'http://10.0.0.1:8080/', body: 'text' }])
  const client = createClient({ replay: folder })
  expect(await (await client.fetch('http://10.0.0.1:8080/')).text()).toBe('text')
  const other = client.fetch('ftp://10.0.0.1/')
  await expect(other).rejects.toMatchObject({ code: 'blocked' })
  await client.close()
})

test('a recorded refusal is an answer', async () => {
  const response = await openClient({ replay: day }).fetch('https://busy.example/')
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('3600')
  expect(await response.text()).toBe('Too Many Requests')
})

test('an address that is not listed is not-recorded, naming it, and the folder as its cause', async () => {
  const client = openClient({ replay: day })
  const failure = client.fetch('https://news.example/other?api_key=s3cret-value')
  await expect(failure).rejects.toMatchObject({ code: 'not-recorded', retryable: false })
  await expect(failure).rejects.toThrow('https://news.example/other')
  await expect(failure).rejects.toMatchObject({ cause: { message: `It is not in ${day}.` } })
  // What an error says may be published: it must not differ from machine to machine.
  await expect(failure).rejects.not.toThrow(day)
  await expect(failure).rejects.not.toThrow('s3cret-value')
})

test('methods are told apart; HEAD is answered from a GET without its body', async () => {
  const client = openClient({ replay: day })
  const post = client.fetch('https://news.example/feed.xml', { method: 'POST', body: '' })
  await expect(post).rejects.toMatchObject({ code: 'not-recorded' })
  const head = await client.fetch('https://news.example/feed.xml', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('bodies are served as they are stored, and may lie outside the folder', async () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'day'))
  writeFileSync(join(folder, 'body.gz'), gzipSync('x'))
  const entry = {
    url: 'https://a.example/',
    status: 200,
    headers: { 'content-encoding': 'gzip', 'content-length': '3' },
    file: '../body.gz',
    capturedAt: '2026-03-01T00:00:00Z',
    note: 'extra keys are fine',
  }
  writeFileSync(join(folder, 'day', 'manifest.json'), JSON.stringify([entry]))
  const response = await openClient({ replay: join(folder, 'day') }).fetch(entry.url)
  expect(Buffer.from(await response.arrayBuffer())).toEqual(gzipSync('x'))
  expect([...response.headers.keys()]).toEqual([])
})

const good = {
  url: 'https://a.example/',
  status: 200,
  headers: {},
  body: '',
  capturedAt: '2026-03-01',
}
test.for([
  ['no JSON', '[{'],
  ['no array', {}],
  ['an entry that is no object', [1]],
  ['a relative address', [{ ...good, url: '/a' }]],
  ['an address of a file', [{ ...good, url: 'file:///a' }]],
  ['no status', [{ ...good, status: undefined }]],
  ['a status as text', [{ ...good, status: '200' }]],
  ['no headers', [{ ...good, headers: undefined }]],
  ['a header that is a number', [{ ...good, headers: { a: 1 } }]],
  ['a header that is no Latin-1', [{ ...good, headers: { a: '’' } }]],
  ['no body', [{ ...good, body: undefined }]],
  ['two bodies', [{ ...good, file: 'a' }]],
  ['no date', [{ ...good, capturedAt: undefined }]],
  ['a date that is none', [{ ...good, capturedAt: '2026-13-01' }]],
  ['a day that is none', [{ ...good, capturedAt: '2026-02-30' }]],
] as const)('a manifest with %s fails when the client is made', ([, manifest]) => {
  const replay = folderWith(manifest)
  expect(() => createClient({ replay })).toThrow(expect.objectContaining({ code: 'unparseable' }))
  expect(() => createClient({ replay })).toThrow('manifest.json')
})

test('a folder without a manifest fails when the client is made', () => {
  const replay = emptyFolder()
  expect(() => createClient({ replay })).toThrow(replay)
})

test('a missing body file fails when it is asked for', async () => {
  const entry = { ...good, body: undefined, file: 'gone.html' }
  const client = openClient({ replay: folderWith([good, { ...entry, url: 'https://b.example/' }]) })
  expect((await client.fetch('https://a.example/')).status).toBe(200)
  const failure = client.fetch('https://b.example/')
  await expect(failure).rejects.toMatchObject({ code: 'not-recorded' })
  await expect(failure).rejects.toThrow('gone.html')
})
