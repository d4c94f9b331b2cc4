import { expect, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { reply } from '../fault-server/feed-origin.ts'
import { onStage } from './on-stage.ts'

test('a request says who asks, and on a redirect and for robots.txt as well', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve((request, response) => {
    if (request.url === '/feed') response.writeHead(302, { location: '/moved' }).end()
    else response.writeHead(request.url === '/robots.txt' ? 404 : 200).end()
  })
  const userAgent = 'example-news/1.2 (+https://news.example/about; editor@news.example)'
  await stage.client({ userAgent, from: 'editor@news.example' }).fetch(`${origin}/feed`)
  expect(requests.map(({ path }) => path)).toEqual(['/robots.txt', '/feed', '/moved'])
  for (const { headers } of requests) {
    expect(headers).toMatchObject({ 'user-agent': userAgent, from: 'editor@news.example' })
  }
})

test('whoever says nothing is told apart by name, version and page all the same', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(200))
  await stage.client({ userAgent: undefined }).fetch(`${origin}/feed`)
  expect(requests.at(-1)?.headers['user-agent']).toMatch(/^[\w-]+\/\d[\w.-]* \(\+https:\/\/\S+\)$/)
  expect(requests.at(-1)?.headers.from).toBeUndefined()
})

test('what identifies the reader to trackers is never sent: cookies, Referer, an addition to the query', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(
    reply(200, { 'set-cookie': ['id=1', 'session=2; Path=/'], etag: '"a"' }, 'text'),
  )
  const client = stage.client()
  for (let day = 0; day < 3; day++) {
    await client.fetch(`${origin}/feed?a=1&b=%20#part`)
    stage.clock.advance(25 * 3_600_000)
  }
  const asked = requests.filter(({ path }) => path !== '/robots.txt')
  expect(asked).toHaveLength(3)
  for (const { path, headers } of asked) {
    expect(path).toBe('/feed?a=1&b=%20')
    const names = Object.keys(headers)
    for (const name of [
      'cookie',
      'referer',
      'origin',
      'sec-fetch-mode',
      'pragma',
      'cache-control',
    ]) {
      expect(names).not.toContain(name)
    }
  }
})

test('a header name that could split a request is refused', () => {
  for (const userAgent of ['', 'a\r\nx: y', 'a\nb', 'a\0b']) {
    expect(() => createClient({ userAgent })).toThrow(TypeError)
    expect(() => createClient({ from: userAgent })).toThrow(TypeError)
  }
})
