import { expect, test } from 'vitest'
import { day, hour } from '../fault-server/fake-clock.ts'
import { outcome } from '../fault-server/fault.ts'
import { inTurn, reply, route } from '../fault-server/feed-origin.ts'
import type { Handler } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

const page = reply(200, {}, 'page')

function site(robots: Handler): Handler {
  return (request, response) => {
    if (request.url === '/robots.txt') robots(request, response)
    else page(request, response)
  }
}

test('robots.txt is asked for first, and what it forbids is not asked for', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(
    site(reply(200, {}, 'User-agent: *\nDisallow: /private\n')),
  )
  const client = stage.client()
  await expect(client.fetch(`${origin}/private/1`)).rejects.toMatchObject({
    code: 'blocked',
    retryable: false,
    message: expect.stringContaining('robots.txt'),
  })
  expect(await outcome(client, `${origin}/public`)).toBe('200 "page"')
  expect(requests.map(({ path }) => path)).toEqual(['/robots.txt', '/public'])
  expect(client.report().blocked).toMatchObject([
    { url: `${origin}/private/1`, reason: 'robots.txt' },
  ])
})

test('it is asked for once a day for each host, and a new program knows it', async () => {
  const stage = onStage()
  const { port, requests } = await stage.serve(site(reply(200, {}, '')))
  for (let hours = 0; hours < 60; hours++) {
    const client = stage.client()
    await outcome(client, `http://a.example:${port}/${hours}`)
    await outcome(client, `http://b.example:${port}/${hours}`)
    stage.clock.advance(hour)
  }
  const asked = requests.filter(({ path }) => path === '/robots.txt')
  for (const name of ['a', 'b']) {
    expect(asked.filter(({ host }) => host.startsWith(`${name}.`))).toHaveLength(3)
  }
})

test('it is asked for once, however many pages are wanted at the same time', async () => {
  const stage = onStage()
  const { origin, to } = await stage.serve(site(reply(200, {}, '')))
  const client = stage.client()
  await Promise.all([1, 2, 3, 4, 5].map((number) => client.fetch(`${origin}/${number}`)))
  expect(to('/robots.txt')).toHaveLength(1)
})

test.for([400, 401, 403, 404, 410])('%i allows everything', async (status) => {
  const stage = onStage()
  const { origin } = await stage.serve(site(reply(status, {}, 'User-agent: *\nDisallow: /\n')))
  expect(await outcome(stage.client(), `${origin}/page`)).toBe('200 "page"')
})

test.for([500, 502, 503, 504])('%i allows nothing, and is worth trying again', async (status) => {
  const stage = onStage()
  const { origin, to } = await stage.serve(site(reply(status)))
  await expect(stage.client().fetch(`${origin}/page`)).rejects.toMatchObject({
    code: 'blocked',
    retryable: true,
  })
  expect(to('/page')).toHaveLength(0)
})

test('after an outage it is asked again within the day, and after thirty days without it counts as absent', async () => {
  const stage = onStage()
  const { origin, to } = await stage.serve(site(reply(500)))
  const told: string[] = []
  for (let today = 0; today < 33; today++) {
    told.push(await outcome(stage.client(), `${origin}/page-${today}`))
    stage.clock.advance(day)
  }
  expect(to('/robots.txt').length).toBeGreaterThan(20)
  expect(told.slice(0, 29)).toEqual(Array(29).fill('blocked'))
  expect(told.at(-1)).toBe('200 "page"')
})

test('rules are for the product that User-Agent begins with, in any case of letters', async () => {
  const stage = onStage()
  const rules = 'User-agent: *\nDisallow: /\n\nUser-agent: Example-News\nAllow: /\n'
  const { origin } = await stage.serve(site(reply(200, {}, rules)))
  const told = async (userAgent: string) => {
    const client = stage.client({ userAgent })
    return outcome(client, `${origin}/${encodeURIComponent(userAgent)}`)
  }
  expect(await told('example-news/1.2 (+https://news.example)')).toBe('200 "page"')
  expect(await told('EXAMPLE-NEWS/2')).toBe('200 "page"')
  expect(await told('other/1.0 (like example-news)')).toBe('blocked')
})

test('a redirect is judged where it leads', async () => {
  const stage = onStage()
  const there = await stage.serve(site(reply(200, {}, 'User-agent: *\nDisallow: /\n')))
  const here = await stage.serve(
    route({ '/page': reply(302, { location: `http://there.example:${there.port}/page` }) }),
  )
  expect(await outcome(stage.client(), `http://here.example:${here.port}/page`)).toBe('blocked')
  expect(there.to('/page')).toHaveLength(0)
})

test('crawl-delay is heeded where it is longer than the gap', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(
    site(reply(200, {}, 'User-agent: *\nCrawl-delay: 7\n')),
  )
  const client = stage.client()
  for (const number of [1, 2, 3]) await client.fetch(`${origin}/${number}`)
  const pages = requests.filter(({ path }) => path !== '/robots.txt')
  const gaps = pages.slice(1).map(({ at }, index) => at - (pages[index]?.at ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7000)
})

test('only the first 500 KiB are read, and all of those', async () => {
  const line = '# forty characters of comment, and a bit\n'
  const filled = (bytes: number) => line.repeat(Math.ceil(bytes / line.length))
  const rule = 'User-agent: *\nDisallow: /page\n'
  for (const [bytes, expected] of [
    [450 * 1024, 'blocked'],
    [600 * 1024, '200 "page"'],
  ] as const) {
    const stage = onStage()
    const { origin } = await stage.serve(site(reply(200, {}, filled(bytes) + rule)))
    expect(await outcome(stage.client(), `${origin}/page`)).toBe(expected)
  }
})

test('a feed that a person has listed may be read all the same, where the program says so', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(
    site(reply(200, {}, 'User-agent: *\nDisallow: /\n')),
  )
  const client = stage.client({ robots: (url) => (url.pathname === '/feed' ? 'ignore' : 'obey') })
  expect(await outcome(client, `${origin}/feed`)).toBe('200 "page"')
  expect(await outcome(client, `${origin}/other`)).toBe('blocked')
  expect(requests.map(({ path }) => path)).toEqual(['/feed', '/robots.txt'])
})

test('rules that change are noticed the next day, with a conditional request', async () => {
  const stage = onStage()
  const { origin, to } = await stage.serve(
    site(
      inTurn(
        reply(200, { etag: '"1"' }, 'User-agent: *\nDisallow: /\n'),
        reply(200, { etag: '"2"' }, ''),
      ),
    ),
  )
  const client = stage.client()
  expect(await outcome(client, `${origin}/page`)).toBe('blocked')
  stage.clock.advance(day + hour)
  expect(await outcome(client, `${origin}/page`)).toBe('200 "page"')
  expect(to('/robots.txt')[1]?.headers['if-none-match']).toBe('"1"')
})
