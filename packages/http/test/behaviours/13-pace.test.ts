import { expect, test } from 'vitest'
import type { ClientOptions } from '../../src/index.ts'
import type { Handler } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

/** Counts who is in the house, and lets them out one by one. */
function counting(): { handle: Handler; most: () => number; mostOf: (host: string) => number } {
  const inside = new Map<string, number>()
  const highest = new Map<string, number>()
  let all = 0
  let highestOfAll = 0
  const step = (host: string, by: 1 | -1) => {
    all += by
    highestOfAll = Math.max(highestOfAll, all)
    const now = (inside.get(host) ?? 0) + by
    inside.set(host, now)
    highest.set(host, Math.max(highest.get(host) ?? 0, now))
  }
  return {
    handle(request, response) {
      const host = request.headers.host ?? ''
      step(host, 1)
      setTimeout(() => {
        step(host, -1)
        response.end('text')
      }, 20)
    },
    most: () => highestOfAll,
    mostOf: (host) => highest.get(host) ?? 0,
  }
}

async function gaps(options: ClientOptions, host = 'feed.example'): Promise<number[]> {
  const stage = onStage()
  const { port, requests } = await stage.serve((_, response) => response.end('text'))
  const client = stage.client({ robots: 'ignore', ...options })
  await Promise.all([1, 2, 3, 4].map((number) => client.fetch(`http://${host}:${port}/${number}`)))
  return requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0))
}

test('one host is asked one thing after the other, a second apart', async () => {
  for (const gap of await gaps({})) expect(gap).toBeGreaterThanOrEqual(1000)
})

test('arXiv three seconds', async () => {
  for (const gap of await gaps({}, 'export.arxiv.org')) expect(gap).toBeGreaterThanOrEqual(3000)
})

test('or as the program says, for all hosts or for one', async () => {
  const slow = await gaps({ hostPolicy: { minSpacingMs: 5000 } })
  for (const gap of slow) expect(gap).toBeGreaterThanOrEqual(5000)
  const one = await gaps({ hostPolicy: { spacingMs: { 'feed.example': 9000 } } })
  for (const gap of one) expect(gap).toBeGreaterThanOrEqual(9000)
})

test('a host that answers slowly is asked slowly', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve((_, response) => {
    // By the clock of the test, an answer takes eight seconds.
    stage.clock.advance(8000)
    response.end('text')
  })
  const client = stage.client({ robots: 'ignore' })
  for (let number = 0; number < 6; number++) await client.fetch(`${origin}/${number}`)
  const waits = stage.clock.slept
  expect(requests).toHaveLength(6)
  expect(waits.at(-1)).toBeGreaterThan(4000)
  expect(Math.max(...waits)).toBeLessThanOrEqual(60_000)
})

test('a failure never makes it quicker', async () => {
  const stage = onStage()
  const { origin } = await stage.serve((request, response) => {
    const isSlow = Number(request.url?.slice(1)) < 5
    if (isSlow) stage.clock.advance(8000)
    response.writeHead(isSlow ? 200 : 500).end()
  })
  const client = stage.client({ robots: 'ignore' })
  for (let number = 0; number < 8; number++) await client.fetch(`${origin}/${number}`)
  const waits = stage.clock.slept
  expect(waits.at(-1)).toBeGreaterThanOrEqual((waits[4] ?? 0) * 0.9)
})

test('hosts do not wait for each other, and one host is asked one thing at a time', async () => {
  const stage = onStage()
  const house = counting()
  const { port } = await stage.serve(house.handle)
  const client = stage.client({ robots: 'ignore', minGapMs: 0 })
  const hosts = Array.from({ length: 8 }, (_, index) => `h${index}.example:${port}`)
  await Promise.all(
    hosts.flatMap((host) => [1, 2, 3].map((number) => client.fetch(`http://${host}/${number}`))),
  )
  for (const host of hosts) expect(house.mostOf(host)).toBe(1)
  expect(house.most()).toBeGreaterThan(3)
})

test('in all, no more than the cap', async () => {
  const stage = onStage()
  const house = counting()
  const { port } = await stage.serve(house.handle)
  const client = stage.client({ robots: 'ignore', minGapMs: 0, hostPolicy: { maxConcurrent: 3 } })
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => client.fetch(`http://h${index}.example:${port}/`)),
  )
  expect(house.most()).toBe(3)
})

test('two at a time where the program says so, and never more', async () => {
  const stage = onStage()
  const house = counting()
  const { port } = await stage.serve(house.handle)
  const hostPolicy = { minSpacingMs: 0, maxConcurrentPerHost: 2 }
  const client = stage.client({ robots: 'ignore', hostPolicy })
  await Promise.all([1, 2, 3, 4, 5, 6].map((n) => client.fetch(`http://h.example:${port}/${n}`)))
  expect(house.most()).toBe(2)
  expect(() => stage.client({ hostPolicy: { maxConcurrentPerHost: 3 } })).toThrow(TypeError)
})

test('a caller who gives up leaves the queue, and the others move up', async () => {
  const stage = onStage()
  const house = counting()
  const { origin, requests } = await stage.serve(house.handle)
  const client = stage.client({ robots: 'ignore', minGapMs: 0 })
  const controller = new AbortController()
  const first = client.fetch(`${origin}/1`)
  const second = client.fetch(`${origin}/2`, { signal: controller.signal })
  const third = client.fetch(`${origin}/3`)
  const reason = new Error('changed my mind')
  controller.abort(reason)
  await expect(second).rejects.toBe(reason)
  await Promise.all([first, third])
  expect(requests.map(({ path }) => path)).toEqual(['/1', '/3'])
})
