import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { expect, onTestFinished, test } from 'vitest'
import { channelNames, formatReport } from '../../src/index.ts'
import { day, hour } from '../fault-server/fake-clock.ts'
import { outcome } from '../fault-server/fault.ts'
import { feedHandler, reply } from '../fault-server/feed-origin.ts'
import { onStage } from './on-stage.ts'

test('by host: requests, 304, what was saved, repeats without validators, spacing', async () => {
  const stage = onStage()
  const body = 'x'.repeat(1000)
  const { port, origin } = await stage.serve(feedHandler(() => ({ body, etag: '"a"' })))
  const plain = await stage.serve(reply(200, {}, body))
  const client = stage.client({ robots: 'ignore' })
  // Every six hours for two days and a bit.
  for (let turn = 0; turn < 10; turn++) {
    await client.fetch(`${origin}/1`)
    await client.fetch(`${origin}/2`)
    await client.fetch(`${plain.origin}/`)
    stage.clock.advance(6 * hour)
  }
  const { hosts } = client.report()
  expect(hosts[`127.0.0.1:${port}`]).toMatchObject({
    requests: 20,
    failures: 0,
    bytes: 2000,
    conditional: 18,
    notModified: 18,
    notModifiedPercent: 90,
    fromStore: 0,
    bytesSaved: 18_000,
    unconditionalRepeats: 0,
    retries: 0,
    minSpacingMs: 1000,
  })
  expect(hosts[`127.0.0.1:${port}`]?.minRepeatMs).toBeGreaterThanOrEqual(6 * hour)
  expect(hosts[`127.0.0.1:${plain.port}`]).toMatchObject({
    // One a day, because it gives no validators; the others were spared.
    requests: 3,
    fromStore: 7,
    bytesSaved: 7000,
    notModified: 0,
  })
})

test('it is plain JSON, and a copy', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(reply(200))
  const client = stage.client()
  await client.fetch(`${origin}/feed?token=secret`)
  const report = client.report()
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  expect(JSON.stringify(report)).not.toContain('secret')
  report.requests.length = 0
  expect(client.report().requests.length).toBeGreaterThan(0)
})

test('a table for people', async () => {
  const stage = onStage()
  const { origin, port } = await stage.serve(feedHandler(() => ({ body: 'text', etag: '"a"' })))
  const client = stage.client({ robots: 'ignore' })
  for (let turn = 0; turn < 4; turn++) {
    await client.fetch(`${origin}/feed`)
    stage.clock.advance(day)
  }
  const text = formatReport(client.report())
  expect(text.split('\n')).toHaveLength(2)
  expect(text).toContain(`127.0.0.1:${port}`)
  expect(text).toContain('75 %')
})

test('failures, retries and what was blocked are in it', async () => {
  const stage = onStage()
  const { origin, port } = await stage.serve((request, response) => {
    if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /private\n')
    else response.writeHead(request.url === '/502' ? 502 : 404).end()
  })
  const client = stage.client()
  for (const path of ['/502', '/404', '/private']) await outcome(client, origin + path)
  const report = client.report()
  // robots.txt, three times 502, 404.
  expect(report.hosts[`127.0.0.1:${port}`]).toMatchObject({ requests: 5, failures: 4, retries: 2 })
  expect(report.blocked).toEqual([
    { url: `${origin}/private`, code: 'blocked', reason: expect.any(String) },
  ])
})

test('it does not grow without end', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(reply(200))
  const client = stage.client({ robots: 'ignore', minGapMs: 0 })
  for (let number = 0; number < 1500; number++) await client.fetch(`${origin}/${number}`)
  const { requests, hosts } = client.report()
  expect(requests.length).toBeLessThanOrEqual(1000)
  expect(Object.values(hosts)[0]?.requests).toBe(1500)
}, 30_000)

test('what happens can be followed as it happens, without secrets', async () => {
  const stage = onStage()
  const { origin } = await stage.serve((request, response) => {
    response.writeHead(request.url?.startsWith('/502') ? 502 : 200).end('text')
  })
  const heard: string[] = []
  const messages: unknown[] = []
  for (const [name, channel] of Object.entries(channelNames)) {
    const listen = (message: unknown) => {
      heard.push(name)
      messages.push(message)
    }
    subscribe(channel, listen)
    onTestFinished(() => {
      unsubscribe(channel, listen)
    })
  }
  const client = stage.client({ robots: 'ignore' })
  await outcome(client, `${origin}/502?token=secret`)
  await outcome(client, `${origin}/feed`)
  await outcome(client, 'http://10.0.0.1/')
  expect(heard.filter((name) => name === 'request')).toHaveLength(4)
  expect(heard.filter((name) => name === 'response')).toHaveLength(4)
  expect(heard.filter((name) => name === 'retry')).toHaveLength(2)
  expect(heard.filter((name) => name === 'blocked')).toHaveLength(1)
  expect(heard).toContain('progress')
  expect(JSON.stringify(messages)).not.toContain('secret')
})
