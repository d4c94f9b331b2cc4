import { expect, test } from 'vitest'
import type { ClientOptions } from '../../src/index.ts'
import { day, hour, minute } from '../fault-server/fake-clock.ts'
import { errorText, outcome } from '../fault-server/fault.ts'
import { feedHandler, inTurn, reply } from '../fault-server/feed-origin.ts'
import type { Handler } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

/** Minutes until the host is asked again, by pages never asked before, looked at every five minutes. */
async function minutesUntilAsked(
  status: number,
  headers: Readonly<Record<string, string>>,
  most = 9 * day,
): Promise<number> {
  const stage = onStage()
  const { origin, requests } = await stage.serve(inTurn(reply(status, headers), reply(200)))
  const client = stage.client({ robots: 'ignore' })
  const start = stage.clock.now()
  for (let page = 0; requests.length < 2 && stage.clock.now() - start < most; page++) {
    await outcome(client, `${origin}/${page}`)
    if (requests.length < 2) stage.clock.advance(5 * minute)
  }
  return requests.length < 2 ? Number.POSITIVE_INFINITY : (stage.clock.now() - start) / minute
}

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 7, minutes)).toUTCString()

test.for([
  ['seconds', 429, { 'retry-after': '3600' }, 60],
  ['seconds, with 503', 503, { 'retry-after': '3600' }, 60],
  ['a date', 429, { 'retry-after': at(90) }, 90],
  ['a date that is past: the default', 429, { 'retry-after': at(-90) }, 10],
  ['zero: the default, or at once', 429, { 'retry-after': '0' }, 10],
  ['garbage: ten minutes', 429, { 'retry-after': 'in a while' }, 10],
  ['nothing: ten minutes', 429, {}, 10],
  ['nothing, with 503: ten minutes', 503, {}, 10],
  ['thirty days: seven', 429, { 'retry-after': '2592000' }, 7 * 24 * 60],
  ['RateLimit-Reset', 429, { 'ratelimit-remaining': '0', 'ratelimit-reset': '1800' }, 30],
  [
    'X-RateLimit-Reset as a moment',
    429,
    {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${Date.UTC(2026, 10, 23, 7, 45) / 1000}`,
    },
    45,
  ],
  ['RateLimit in the new form', 429, { ratelimit: '"default";r=0;t=1800' }, 30],
  [
    'a limit used up by an answer that is good',
    200,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800' },
    30,
  ],
] as const)('%s', async ([name, status, headers, minutes]) => {
  const waited = await minutesUntilAsked(status, headers)
  if (name.endsWith('or at once')) expect(waited).toBeLessThanOrEqual(minutes)
  else if (name.startsWith('a date that is past')) expect(waited).toBeLessThanOrEqual(minutes)
  else expect(waited).toBe(minutes)
})

test('again and again without a word: twice as long each time, at most a day', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(429))
  const client = stage.client({ robots: 'ignore' })
  for (let step = 0; step < (6 * day) / (5 * minute); step++) {
    await outcome(client, `${origin}/${step}`)
    stage.clock.advance(5 * minute)
  }
  const gaps = requests.slice(1).map(({ at }, index) => (at - (requests[index]?.at ?? 0)) / minute)
  expect(gaps.slice(0, 4)).toEqual([10, 20, 40, 80])
  expect(Math.max(...gaps)).toBe(24 * 60)
})

test('a good answer is the end of it', async () => {
  const stage = onStage()
  const answers = [reply(429), reply(429), reply(200), reply(429), reply(200)]
  const { origin, requests } = await stage.serve(inTurn(...answers))
  const client = stage.client({ robots: 'ignore' })
  for (let step = 0; step < 20; step++) {
    await outcome(client, `${origin}/${step}`)
    stage.clock.advance(5 * minute)
  }
  const gaps = requests
    .slice(1, 5)
    .map(({ at }, index) => (at - (requests[index]?.at ?? 0)) / minute)
  expect(gaps).toEqual([10, 20, 5, 10])
})

test('the program does not sleep over it, and says what it is', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(reply(429, { 'retry-after': '7200' }))
  const client = stage.client({ robots: 'ignore' })
  expect((await client.fetch(`${origin}/1`)).status).toBe(429)
  await expect(client.fetch(`${origin}/2`)).rejects.toMatchObject({
    code: 'rate-limited',
    retryable: true,
  })
  expect(Math.max(0, ...stage.clock.slept)).toBeLessThanOrEqual(10_000)
})

test('what is known is given meanwhile', async () => {
  const stage = onStage()
  const feed: Handler = feedHandler(() => ({ body: 'text', etag: '"a"' }))
  const { origin, requests } = await stage.serve(
    inTurn(feed, reply(429, { 'retry-after': '36000' }), feed),
  )
  const client = stage.client({ robots: 'ignore' })
  await client.fetch(`${origin}/feed`)
  stage.clock.advance(2 * hour)
  await outcome(client, `${origin}/other`)
  const known = await client.fetch(`${origin}/feed`)
  expect([known.status, await known.text()]).toEqual([200, 'text'])
  expect(requests).toHaveLength(2)
})

test('the whole host waits, and no other host', async () => {
  const stage = onStage()
  const { port, requests } = await stage.serve(
    inTurn(reply(429, { 'retry-after': '7200' }), reply(200)),
  )
  const client = stage.client({ robots: 'ignore' })
  await outcome(client, `http://a.busy.example:${port}/1`)
  expect(await outcome(client, `http://a.busy.example:${port}/2`)).toBe('rate-limited')
  expect(await outcome(client, `http://idle.example:${port}/`)).toBe('200 ""')
  expect(requests).toHaveLength(2)
})

test.for([
  ['domain', 'rate-limited'],
  ['host', '200 ""'],
] as const)(
  'its sister hosts wait where the scope is the domain: %s',
  async ([cooldownScope, expected]) => {
    const stage = onStage()
    const { port } = await stage.serve(inTurn(reply(429, { 'retry-after': '7200' }), reply(200)))
    const hostPolicy: ClientOptions['hostPolicy'] = { cooldownScope }
    const client = stage.client({ robots: 'ignore', hostPolicy })
    await outcome(client, `http://a.busy.example:${port}/`)
    expect(await outcome(client, `http://b.busy.example:${port}/`)).toBe(expected)
    expect(await outcome(client, `http://idle.example:${port}/`)).toBe('200 ""')
  },
)

test('a new program waits as well', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(503, { 'retry-after': '7200' }))
  await outcome(stage.client({ robots: 'ignore' }), `${origin}/1`)
  stage.clock.advance(hour)
  const second = stage.client({ robots: 'ignore' })
  expect(await second.fetch(`${origin}/2`).catch(errorText)).toBe('rate-limited')
  expect(requests).toHaveLength(1)
})

test('at once, and refused all the same, is no word any more', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(429, { 'retry-after': '0' }))
  const client = stage.client({ robots: 'ignore' })
  for (let step = 0; step < 12 * 24; step++) {
    await outcome(client, `${origin}/${step}`)
    stage.clock.advance(5 * minute)
  }
  const gaps = requests.slice(1).map(({ at }, index) => (at - (requests[index]?.at ?? 0)) / minute)
  expect(gaps.slice(0, 4)).toEqual([5, 10, 20, 40])
})

test('403 with a limit that is used up is about the limit, not the page', async () => {
  const stage = onStage()
  const used = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800' }
  const { origin, requests } = await stage.serve(inTurn(reply(403, used), reply(200)))
  const client = stage.client({ robots: 'ignore' })
  await outcome(client, `${origin}/api`)
  stage.clock.advance(29 * minute)
  await outcome(client, `${origin}/api`)
  expect(requests).toHaveLength(1)
  stage.clock.advance(minute)
  expect(await outcome(client, `${origin}/api`)).toMatch(/^200/)
})
