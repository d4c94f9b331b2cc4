import { expect, test } from 'vitest'
import { day, hour } from '../fault-server/fake-clock.ts'
import { outcome } from '../fault-server/fault.ts'
import { feedHandler, inTurn, reply } from '../fault-server/feed-origin.ts'
import type { Handler } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

/** What an address asked once a day was asked, and what it told. */
async function daily(handle: Handler, days: number) {
  const stage = onStage()
  const { origin, requests } = await stage.serve(handle)
  const client = stage.client({ robots: 'ignore' })
  const told: string[] = []
  for (let today = 0; today < days; today++) {
    told.push(await outcome(client, `${origin}/feed`))
    stage.clock.advance(day)
  }
  return { requests, told, report: client.report(), origin }
}

test('410 is the end of an address: asked once, reported', async () => {
  const { requests, told, report, origin } = await daily(reply(410, {}, 'gone'), 100)
  expect(requests).toHaveLength(1)
  expect(report.gone).toEqual([`${origin}/feed`])
  // It is said each time, and never looks like an empty day.
  for (const outcome of told) expect(outcome).toMatch(/^410/)
})

test('and a new program says so again', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(410))
  await outcome(stage.client({ robots: 'ignore' }), `${origin}/feed`)
  stage.clock.advance(200 * day)
  const client = stage.client({ robots: 'ignore' })
  expect(await outcome(client, `${origin}/feed`)).toMatch(/^410/)
  expect(client.report().gone).toEqual([`${origin}/feed`])
  expect(requests).toHaveLength(1)
})

test.for([404, 403, 401])(
  '%i: left alone for days, longer each time, and said each time',
  async (status) => {
    const { requests, told } = await daily(reply(status), 40)
    const gaps = requests.slice(1).map(({ at }, index) => (at - (requests[index]?.at ?? 0)) / day)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(7)
    expect([...gaps].sort((a, b) => a - b)).toEqual(gaps)
    for (const outcome of told) expect(outcome).toMatch(new RegExp(`^${status}`))
  },
)

test('an address that comes back is read as before', async () => {
  const feed = feedHandler(() => ({ body: 'text', etag: '"a"' }))
  const { requests, told } = await daily(inTurn(feed, reply(404), feed), 12)
  expect(told.at(-1)).toMatch(/^200 "text"/)
  expect(requests[2]?.headers['if-none-match']).toBe('"a"')
})

test('500: what is known is given, and it is asked less often', async () => {
  const feed = feedHandler(() => ({ body: 'text', etag: '"a"' }))
  const stage = onStage()
  const { origin, requests } = await stage.serve(inTurn(feed, reply(500)))
  const client = stage.client({ robots: 'ignore' })
  for (let hours = 0; hours < 96; hours++) {
    await outcome(client, `${origin}/feed`)
    stage.clock.advance(hour)
  }
  const gaps = requests
    .slice(2)
    .map(({ at }, index) => (at - (requests[index + 1]?.at ?? 0)) / hour)
  expect(gaps[0]).toBeGreaterThanOrEqual(1)
  expect(requests.length).toBeLessThan(20)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(24)
})

test('a name that does not exist is looked up less and less', async () => {
  const stage = onStage()
  let lookups = 0
  const client = stage.client({
    robots: 'ignore',
    security: {
      lookup: () => {
        lookups += 1
        return Promise.reject(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }))
      },
    },
  })
  for (let hours = 0; hours < 24 * 14; hours++) {
    const error = await client.fetch('http://gone.example/feed').catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'SourceError' })
    stage.clock.advance(hour)
  }
  expect(lookups).toBeLessThan(30)
  expect(lookups).toBeGreaterThan(10)
})

test('what cannot be read three times in a row is left alone for a week', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(
    feedHandler(() => ({ body: '<html>', etag: '"a"' })),
  )
  const client = stage.client({ robots: 'ignore' })
  for (let today = 0; today < 13; today++) {
    const before = requests.length
    await outcome(client, `${origin}/feed`)
    if (requests.length > before) await client.parsed(`${origin}/feed`, false)
    stage.clock.advance(day + hour)
  }
  const asked = requests.map(({ at }) => Math.floor((at - (requests[0]?.at ?? 0)) / day))
  expect(asked.slice(0, 3)).toEqual([0, 1, 2])
  expect(asked[3]).toBeGreaterThanOrEqual(9)
})

test('one that can be read in between starts the count again', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(feedHandler(() => ({ body: 'text', etag: '"a"' })))
  const client = stage.client({ robots: 'ignore' })
  for (const ok of [false, false, true, false, false, true, false, false]) {
    await outcome(client, `${origin}/feed`)
    await client.parsed(`${origin}/feed`, ok)
    stage.clock.advance(day)
  }
  expect(requests).toHaveLength(8)
})

test.for([
  ['a header of the caller', '/feed', { headers: { accept: 'application/rss+xml' } }],
  ['a redirect before it', '/old', {}],
] as const)('what cannot be read is left alone, with %s', async ([, path, init]) => {
  const stage = onStage()
  const feed = feedHandler(() => ({ body: 'text', etag: '"a"' }))
  const { origin, requests } = await stage.serve((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/feed' }).end()
    else feed(request, response)
  })
  const client = stage.client({ robots: 'ignore' })
  for (let today = 0; today < 7; today++) {
    await client.fetch(`${origin}${path}`, init)
    await client.parsed(`${origin}${path}`, false)
    stage.clock.advance(day + hour)
  }
  expect(requests.filter(({ path: asked }) => asked === '/feed')).toHaveLength(3)
})
