import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createMemoryStore, createSqliteStore } from '../../src/index.ts'
import { day, hour, minute } from '../fault-server/fake-clock.ts'
import { feedHandler, reply } from '../fault-server/feed-origin.ts'
import { onStage } from './on-stage.ts'

const feed = feedHandler(() => ({ body: 'text', etag: '"a"' }))

test('whoever asks every minute asks a server that gives validators once an hour', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(feed)
  const client = stage.client({ robots: 'ignore' })
  for (let minutes = 0; minutes < 6 * 60; minutes++) {
    await client.fetch(`${origin}/feed`)
    stage.clock.advance(minute)
  }
  const gaps = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0))
  expect(requests.length).toBeGreaterThanOrEqual(5)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(hour)
})

test('and one that gives none once a day, because every answer is whole', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(200, {}, 'text'))
  const client = stage.client({ robots: 'ignore' })
  for (let hours = 0; hours < 24 * 4; hours++) {
    expect(await (await client.fetch(`${origin}/feed`)).text()).toBe('text')
    stage.clock.advance(hour)
  }
  const gaps = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0))
  expect(requests).toHaveLength(4)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(day)
})

test.for(['memory', 'sqlite'] as const)('a restart forgets nothing: %s', async (kind) => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(feed)
  const path = `${stage.folder()}/state.sqlite`
  const memory = createMemoryStore()
  for (let turn = 0; turn < 30; turn++) {
    const store = kind === 'memory' ? memory : createSqliteStore(path)
    const client = stage.client({ robots: 'ignore', store })
    await client.fetch(`${origin}/feed`)
    // Every other program ends without a word.
    if (turn % 2 === 0) await client.close()
    if (kind === 'sqlite') await store.close()
    stage.clock.advance(5 * minute)
  }
  const gaps = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0))
  expect(requests).toHaveLength(3)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(hour)
})

test('whoever is killed while asking has asked: the wish of the server holds for the next program', async () => {
  const stage = onStage()
  let turn = 0
  const { origin, requests } = await stage.serve((_, response) => {
    turn += 1
    // Never answered, because nobody lives to hear it.
    if (turn === 2) return
    response.writeHead(200, { etag: '"a"', 'cache-control': 'max-age=43200' }).end('text')
  })
  const killed = new AbortController()
  const first = stage.client({ robots: 'ignore' })
  await first.fetch(`${origin}/feed`)
  stage.clock.advance(12 * hour)
  const never = first.fetch(`${origin}/feed`, { signal: killed.signal }).catch(() => 'killed')
  await expect.poll(() => requests.length).toBe(2)
  const second = stage.client({ robots: 'ignore' })
  stage.keep({ close: () => killed.abort() })
  for (let hours = 1; hours < 12; hours++) {
    stage.clock.advance(hour)
    expect(await (await second.fetch(`${origin}/feed`)).text()).toBe('text')
  }
  expect(requests).toHaveLength(2)
  killed.abort()
  expect(await never).toBe('killed')
})

test('two processes on one store ask once between them', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve((request, response) => {
    // Long enough for both to want it.
    setTimeout(() => feed(request, response), 300)
  })
  const path = `${stage.folder()}/state.sqlite`
  const script = fileURLToPath(new URL('./fetch-once.ts', import.meta.url))
  const children = [1, 2].map(() =>
    fork(script, [path, `${origin}/feed`], {
      execArgv: ['--no-warnings', '--conditions=@inference-report/source'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  )
  const told = await Promise.all(children.map(async (child) => (await once(child, 'message'))[0]))
  await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')))
  expect(requests).toHaveLength(1)
  // The other one has nothing to give yet, and must say so.
  expect(told).toContain('200')
  for (const outcome of told) expect(outcome).toMatch(/^(?:200|rate-limited)$/)
}, 20_000)

test('jitter makes a wait longer, by a tenth at most, and never shorter', async () => {
  for (const [random, least, most] of [
    [0, 60, 61],
    [0.5, 63, 64],
    [0.999_999, 66, 67],
  ] as const) {
    const stage = onStage()
    const { origin, requests } = await stage.serve(feed)
    const client = stage.client({ robots: 'ignore', random: () => random })
    while (requests.length < 2) {
      await client.fetch(`${origin}/feed`)
      if (requests.length < 2) stage.clock.advance(minute)
    }
    const waited = ((requests[1]?.at ?? 0) - (requests[0]?.at ?? 0)) / minute
    expect(waited).toBeGreaterThanOrEqual(least)
    expect(waited).toBeLessThanOrEqual(most)
  }
})

test('a caller who insists is heard, and pays for it with a request', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(feed)
  const client = stage.client({ robots: 'ignore' })
  for (const cache of ['default', 'no-cache', 'reload'] as const) {
    await client.fetch(`${origin}/feed`, { cache })
  }
  expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([
    undefined,
    '"a"',
    undefined,
  ])
})
