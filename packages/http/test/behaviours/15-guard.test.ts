import { expect, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { reply } from '../fault-server/feed-origin.ts'
import { onStage } from './on-stage.ts'

// All ways around the guard that we know of are in test/security.

test('by default nothing of this machine or its network can be asked, by no name', async () => {
  const stage = onStage()
  const { port, requests } = await stage.serve(reply(200, {}, 'secret'))
  const client = stage.keep(createClient({ minGapMs: 0 }))
  for (const url of [
    `http://127.0.0.1:${port}/`,
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
  ]) {
    await expect(client.fetch(url), url).rejects.toMatchObject({
      code: 'blocked',
      retryable: false,
    })
  }
  expect(requests).toEqual([])
})

test('a name is judged by its addresses, when it is connected to', async () => {
  const stage = onStage()
  const { port, requests } = await stage.serve(reply(200, {}, 'secret'))
  const client = stage.keep(
    createClient({
      robots: 'ignore',
      security: { ports: [port], lookup: async () => [{ address: '127.0.0.1', family: 4 }] },
    }),
  )
  await expect(client.fetch(`http://feed.example:${port}/`)).rejects.toMatchObject({
    code: 'blocked',
  })
  expect(requests).toEqual([])
})

test('only http and https, only their ports', async () => {
  const stage = onStage()
  const client = stage.keep(createClient())
  for (const url of [
    'file:///etc/passwd',
    'ftp://feed.example/',
    'data:text/plain,x',
    'http://feed.example:22/',
    'https://feed.example:8443/',
    'http://user:password@feed.example/',
  ]) {
    await expect(client.fetch(url), url).rejects.toMatchObject({ code: 'blocked' })
  }
  expect(client.report().blocked.length).toBeGreaterThan(0)
  expect(JSON.stringify(client.report())).not.toContain('password')
})

test('every hop is judged', async () => {
  const stage = onStage()
  const inside = await stage.serve(reply(200, {}, 'secret'))
  const outside = await stage.serve(
    reply(302, { location: `http://inside.example:${inside.port}/` }),
  )
  const client = stage.keep(
    createClient({
      robots: 'ignore',
      security: {
        ports: [inside.port],
        allowPrivate: [`127.0.0.1:${outside.port}`],
        lookup: async () => [{ address: '127.0.0.1', family: 4 }],
      },
    }),
  )
  await expect(client.fetch(`${outside.origin}/feed`)).rejects.toMatchObject({ code: 'blocked' })
  expect([outside.requests.length, inside.requests.length]).toEqual([1, 0])
})

test('what is opened is open, and nothing beside it', async () => {
  const stage = onStage()
  const open = await stage.serve(reply(200, {}, 'open'))
  const shut = await stage.serve(reply(200, {}, 'shut'))
  const client = stage.keep(
    createClient({
      robots: 'ignore',
      minGapMs: 0,
      security: { allowPrivate: [`127.0.0.1:${open.port}`] },
    }),
  )
  expect(await (await client.fetch(open.origin)).text()).toBe('open')
  await expect(client.fetch(shut.origin)).rejects.toMatchObject({ code: 'blocked' })
})

test('an option that makes no sense is refused, and not taken for an open door', () => {
  for (const security of [
    { allowPrivate: ['127.0.0.1'] },
    { allowPrivate: ['*'] },
    { allowPrivate: ['10.0.0.0/99'] },
    { schemes: ['file'] },
    { ports: [0] },
    { ports: [70_000] },
  ]) {
    expect(() => createClient({ security }), JSON.stringify(security)).toThrow(TypeError)
  }
})
