import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { expect, onTestFinished, test } from 'vitest'
import { type ChannelName, channelNames, createMemoryStore, formatReport } from '../src/index.ts'
import { openClient } from './open-client.ts'
import { serve } from './serve.ts'

const hour = 3_600_000

/** A feed of 2000 bytes that answers 304 to whoever has it. */
async function serveFeed() {
  return serve((request, response) => {
    response.setHeader('etag', '"1"')
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
    else response.end('x'.repeat(2000))
  })
}

test('counts what was asked, spared and repeated, across runs of the program', async () => {
  const { origin } = await serveFeed()
  const { host } = new URL(origin)
  const store = createMemoryStore()
  let now = Date.UTC(2026, 2, 1)
  const options = { store, now: () => now, random: () => 0 }
  const first = openClient(options)
  await first.fetch(`${origin}/feed`)
  await first.fetch(`${origin}/feed`)
  expect(first.report().hosts[host]).toMatchObject({
    requests: 1,
    conditional: 0,
    fromStore: 1,
    bytes: 2000,
    bytesSaved: 2000,
    unconditionalRepeats: 0,
  })
  now += 2 * hour
  const second = openClient(options)
  await second.fetch(`${origin}/feed`)
  await second.fetch(`${origin}/other`)
  now += 30 * 60_000
  await second.fetch(`${origin}/feed`, { cache: 'reload' })
  const report = second.report()
  expect(report.hosts[host]).toEqual({
    requests: 3,
    failures: 0,
    bytes: 4000,
    conditional: 1,
    notModified: 1,
    notModifiedPercent: 33.3,
    fromStore: 0,
    bytesSaved: 2000,
    unconditionalRepeats: 1,
    retries: 0,
    minSpacingMs: 0,
    minRepeatMs: 30 * 60_000,
  })
  expect(report.warnings).toMatchObject([{ code: 'forced', url: `${origin}/feed` }])
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  const [head, row] = formatReport(report)
    .replaceAll(host, 'a.example')
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/))
  expect(head).toEqual(['host', 'requests', '304', 'saved', 'from store', 'repeats', 'spacing'])
  expect(row).toEqual(['a.example', '3', '33.3 %', '2 KiB', '0', '1', '0.0 s'])
})

test('a table without hosts is its head', () => {
  const report = openClient().report()
  expect(formatReport(report).split('\n')).toHaveLength(1)
})

test('the report of a long run stays small', async () => {
  const { origin } = await serve((_, response) => response.end())
  const client = openClient()
  for (let index = 0; index < 2100; index++) {
    await client.fetch(`${origin}/${index}`, { cache: 'no-store' })
  }
  const { requests, hosts } = client.report()
  expect(requests).toHaveLength(1000)
  expect(requests.at(-1)?.url).toBe(`${origin}/2099`)
  expect(hosts[new URL(origin).host]?.requests).toBe(2100)
})

test('tells what happens on its channels, without secrets', async () => {
  const heard: [ChannelName, unknown][] = []
  const names: ChannelName[] = ['request', 'response', 'retry', 'blocked', 'warning', 'progress']
  for (const name of names) {
    const listen = (message: unknown) => heard.push([name, message])
    subscribe(channelNames[name], listen)
    onTestFinished(() => {
      unsubscribe(channelNames[name], listen)
    })
  }
  const { origin } = await serve((request, response) => {
    response.setHeader('cache-control', 'max-age=31536000')
    if (request.url?.startsWith('/bad')) response.writeHead(502).end()
    else response.end('text')
  })
  const client = openClient({ sleep: async () => {}, retry: { attempts: 1 } })
  await client.fetch(`${origin}/page?token=s3cret-value`, {
    headers: { 'x-api-key': 's3cret-value' },
  })
  await client.fetch(`${origin}/bad`)
  await expect(client.fetch('http://10.0.0.1/?key=s3cret-value')).rejects.toThrow('blocked')
  expect(heard.map(([name]) => name)).toEqual([
    'request',
    'progress',
    'response',
    'warning',
    'request',
    'response',
    'retry',
    'request',
    'response',
    'blocked',
  ])
  expect(heard[0]?.[1]).toEqual({
    method: 'GET',
    url: `${origin}/page?token=REDACTED`,
    conditional: false,
    attempt: 1,
  })
  expect(heard[3]?.[1]).toMatchObject({ code: 'freshness-cut' })
  expect(heard[6]?.[1]).toMatchObject({ attempt: 1, reason: '502' })
  expect(JSON.stringify([heard, client.report()])).not.toContain('s3cret')
})
