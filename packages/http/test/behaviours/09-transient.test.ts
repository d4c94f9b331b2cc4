import { expect, test } from 'vitest'
import { outcome } from '../fault-server/fault.ts'
import { inTurn, reply } from '../fault-server/feed-origin.ts'
import { serveRaw } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

test.for([502, 504])('%i is asked again, twice at most', async (status) => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(status))
  const client = stage.client({ robots: 'ignore' })
  expect(await outcome(client, `${origin}/feed`)).toBe(`${status} ""`)
  expect(requests).toHaveLength(3)
  expect(Object.values(client.report().hosts)).toMatchObject([{ requests: 3, retries: 2 }])
})

test.for([400, 403, 404, 408, 425, 429, 500, 501, 503, 507, 522])('%i is not', async (status) => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(status))
  await outcome(stage.client({ robots: 'ignore' }), `${origin}/feed`)
  expect(requests).toHaveLength(1)
})

test('a host that says when to come back is not asked before, whatever the status', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(502, { 'retry-after': '600' }))
  await outcome(stage.client({ robots: 'ignore' }), `${origin}/feed`)
  expect(requests).toHaveLength(1)
})

test('the second time may be good', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(inTurn(reply(504), reply(200, {}, 'text')))
  expect(await outcome(stage.client({ robots: 'ignore' }), `${origin}/feed`)).toBe('200 "text"')
})

test('a connection that cannot be made is tried again; who comes up meanwhile is reached', async () => {
  const stage = onStage()
  const gone = await stage.serve(reply(200))
  await gone.close()
  let slept = 0
  const client = stage.client({
    robots: 'ignore',
    minGapMs: 0,
    async sleep() {
      slept += 1
      if (slept === 2) await stage.serve(reply(200, {}, 'back'), { port: gone.port })
    },
  })
  expect(await outcome(client, `${gone.origin}/feed`)).toBe('200 "back"')
  expect(slept).toBe(2)
})

test('an answer that breaks off is not asked for again: the server has done its work', async () => {
  const stage = onStage()
  const server = stage.keep(
    await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')),
  )
  expect(await outcome(stage.client({ robots: 'ignore' }), `${server.origin}/feed`)).toBe(
    'upstream',
  )
  expect(server.connections()).toBe(1)
})

test.for(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is never sent twice', async (method) => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(502))
  await outcome(stage.client({ robots: 'ignore' }), `${origin}/api`, { method })
  expect(requests).toHaveLength(1)
})

test('full jitter: anything from nothing to a bound that doubles', async () => {
  const waits = async (random: number) => {
    const stage = onStage()
    const { origin } = await stage.serve(reply(502))
    const client = stage.client({
      robots: 'ignore',
      minGapMs: 0,
      random: () => random,
      retry: { attempts: 3, baseMs: 100, maxMs: 350 },
    })
    await outcome(client, `${origin}/feed`)
    return stage.clock.slept.filter((ms) => ms > 0).map(Math.round)
  }
  expect(await waits(0)).toEqual([])
  expect(await waits(0.5)).toEqual([50, 100, 175])
  expect((await waits(0.999)).at(-1)).toBeLessThanOrEqual(350)
})

test('a caller who gives up during the wait is heard at once', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(502))
  const controller = new AbortController()
  const reason = new Error('changed my mind')
  const client = stage.client({
    robots: 'ignore',
    minGapMs: 0,
    random: () => 0.5,
    sleep: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
        controller.abort(reason)
      }),
  })
  await expect(client.fetch(`${origin}/feed`, { signal: controller.signal })).rejects.toBe(reason)
  expect(requests).toHaveLength(1)
})
