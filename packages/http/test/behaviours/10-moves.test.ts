import { expect, test } from 'vitest'
import { day, hour } from '../fault-server/fake-clock.ts'
import { outcome } from '../fault-server/fault.ts'
import { feedHandler, inTurn, reply, route } from '../fault-server/feed-origin.ts'
import type { Handler } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

const feed = feedHandler(() => ({ body: 'text', etag: '"a"' }))

/** How often the old address is asked over so many days, twice a day. */
async function askedAtOld(redirect: Handler, days: number, next: Handler = feed): Promise<number> {
  const stage = onStage()
  const { origin, to } = await stage.serve((request, response) => {
    if (request.url === '/old') redirect(request, response)
    else next(request, response)
  })
  const client = stage.client({ robots: 'ignore' })
  for (let half = 0; half < 2 * days; half++) {
    await outcome(client, `${origin}/old`)
    stage.clock.advance(12 * hour)
  }
  return to('/old').length
}

test.for([301, 308])(
  'after %i three times, on two days at least, the new address is asked at once',
  async (status) => {
    const stage = onStage()
    const { origin, to } = await stage.serve(
      route({ '/old': reply(status, { location: '/new' }), '/new': feed }),
    )
    const client = stage.client({ robots: 'ignore' })
    for (let today = 0; today < 20; today++) {
      expect(await outcome(client, `${origin}/old`)).toMatch(/^200 "text"/)
      stage.clock.advance(day + hour)
    }
    expect(to('/old')).toHaveLength(3)
    expect(to('/new').length).toBeGreaterThanOrEqual(19)
    expect(client.report().moved).toEqual([{ from: `${origin}/old`, to: `${origin}/new` }])
  },
)

test('a new program knows it as well', async () => {
  const stage = onStage()
  const { origin, to } = await stage.serve(
    route({ '/old': reply(301, { location: '/new' }), '/new': feed }),
  )
  for (let today = 0; today < 10; today++) {
    await outcome(stage.client({ robots: 'ignore' }), `${origin}/old`)
    stage.clock.advance(day + hour)
  }
  expect(to('/old')).toHaveLength(3)
})

test('three times on one day is not enough', async () => {
  const stage = onStage()
  const { origin, to } = await stage.serve(
    route({ '/old': reply(301, { location: '/new' }), '/new': feed }),
  )
  const client = stage.client({ robots: 'ignore' })
  for (let time = 0; time < 4; time++) {
    await client.fetch(`${origin}/old`, { cache: 'no-cache' })
    stage.clock.advance(hour)
  }
  expect(client.report().moved).toEqual([])
  expect(to('/old')).toHaveLength(4)
})

test.for([302, 303, 307])('%i never moves anything', async (status) => {
  expect(await askedAtOld(reply(status, { location: '/new' }), 20)).toBeGreaterThanOrEqual(19)
})

test('redirects that change are believed only when they stay the same', async () => {
  let turn = 0
  const changing: Handler = (_, response) => {
    turn += 1
    response.writeHead(301, { location: `/new-${turn % 2}` }).end()
  }
  expect(await askedAtOld(changing, 12)).toBeGreaterThanOrEqual(11)
})

test.for([
  '/login?next=/old',
  '/users/sign_in',
  '/captive-portal',
  '/consent?return=/old',
  '/register',
])('a redirect to %s is none of the address', async (location) => {
  const stage = onStage()
  const { origin } = await stage.serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location }).end()
    else feed(request, response)
  })
  const client = stage.client({ robots: 'ignore' })
  for (let today = 0; today < 8; today++) {
    await outcome(client, `${origin}/old`)
    stage.clock.advance(day + hour)
  }
  expect(client.report().moved).toEqual([])
})

test('a new address that fails is not believed', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(
    route({ '/old': reply(301, { location: '/new' }), '/new': reply(500) }),
  )
  const client = stage.client({ robots: 'ignore' })
  for (let today = 0; today < 8; today++) {
    await outcome(client, `${origin}/old`)
    stage.clock.advance(day + hour)
  }
  expect(client.report().moved).toEqual([])
})

test('the old address is looked at again in the end', async () => {
  expect(await askedAtOld(reply(301, { location: '/new' }), 80)).toBeGreaterThanOrEqual(4)
})

test('five redirects are followed and no more; a loop is none', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve((request, response) => {
    const path = request.url ?? ''
    if (path.startsWith('/loop')) response.writeHead(302, { location: path }).end()
    else if (path.endsWith('xxxxx')) response.end('here')
    else response.writeHead(302, { location: `${path}x` }).end()
  })
  const client = stage.client({ robots: 'ignore' })
  expect(await outcome(client, `${origin}/five`)).toBe('200 "here"')
  await expect(client.fetch(`${origin}/loop`)).rejects.toMatchObject({
    code: 'upstream',
    retryable: false,
  })
  const before = requests.length
  const short = stage.client({ robots: 'ignore', limits: { redirects: 2 } })
  await expect(short.fetch(`${origin}/many`)).rejects.toMatchObject({ code: 'upstream' })
  expect(requests.length - before).toBe(3)
})

test('credentials go to the host they are for, and no further', async () => {
  const stage = onStage()
  const there = await stage.serve(reply(200))
  const here = await stage.serve((request, response) => {
    const location = request.url === '/1' ? '/2' : `http://other.example:${there.port}/`
    response.writeHead(302, { location }).end()
  })
  const headers = { authorization: 'Bearer abcdef', 'x-api-key': 'abcdef', 'accept-language': 'en' }
  await stage.client({ robots: 'ignore' }).fetch(`${here.origin}/1`, { headers })
  for (const { headers: sent } of here.requests) expect(sent).toMatchObject(headers)
  expect(there.requests[0]?.headers).toMatchObject({ 'accept-language': 'en' })
  expect(there.requests[0]?.headers.authorization).toBeUndefined()
  expect(there.requests[0]?.headers['x-api-key']).toBeUndefined()
})

test('the caller learns where the answer is from, or may look for itself', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(
    route({ '/old': reply(301, { location: '/new' }), '/new': inTurn(feed) }),
  )
  const client = stage.client({ robots: 'ignore' })
  expect(await client.fetch(`${origin}/old`)).toMatchObject({
    url: `${origin}/new`,
    redirected: true,
  })
  const manual = await client.fetch(`${origin}/old`, { redirect: 'manual', cache: 'no-store' })
  expect([manual.status, manual.headers.get('location')]).toEqual([301, '/new'])
  await expect(
    client.fetch(`${origin}/old`, { redirect: 'error', cache: 'no-store' }),
  ).rejects.toMatchObject({ code: 'upstream' })
})
