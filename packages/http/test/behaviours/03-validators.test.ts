import { expect, test } from 'vitest'
import { provenance } from '../../src/index.ts'
import { day } from '../fault-server/fake-clock.ts'
import { type FeedVersion, feedHandler, inTurn, reply } from '../fault-server/feed-origin.ts'
import type { Handler } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

const monday = 'Mon, 23 Nov 2026 07:00:00 GMT'
const tuesday = 'Tue, 24 Nov 2026 07:00:00 GMT'

/** The validators of so many requests, two days apart. */
async function sent(handle: Handler, times: number): Promise<(readonly [unknown, unknown])[]> {
  const stage = onStage()
  const { origin, requests } = await stage.serve(handle)
  const client = stage.client({ robots: 'ignore' })
  for (let time = 0; time < times; time++) {
    await client.fetch(`${origin}/feed`)
    stage.clock.advance(2 * day)
  }
  return requests.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']])
}

function versions(...list: FeedVersion[]): Handler {
  return inTurn(...list.map((version) => feedHandler(() => version)))
}

test('both validators go back where both were given', async () => {
  const feed = { body: '1', etag: '"a"', lastModified: monday }
  expect(await sent(versions(feed), 2)).toEqual([
    [undefined, undefined],
    ['"a"', monday],
  ])
})

test('only the one that was given goes back: none is made from the other, the body or the clock', async () => {
  expect(
    (await sent(versions({ body: '<updated>2026-01-01</updated>', etag: '"a"' }), 2))[1],
  ).toEqual(['"a"', undefined])
  expect((await sent(versions({ body: '1', lastModified: monday }), 2))[1]).toEqual([
    undefined,
    monday,
  ])
  expect((await sent(reply(200, { expires: tuesday }, '1'), 2))[1]).toEqual([undefined, undefined])
})

test('they are opaque: every byte goes back as it came', async () => {
  const odd = { body: '1', etag: 'W/"a,  b"x', lastModified: 'about last tuesday' }
  expect((await sent(versions(odd), 2))[1]).toEqual([odd.etag, odd.lastModified])
})

test('each is replaced by every 200, also where the body stays the same', async () => {
  const touched = { body: 'the same', etag: '"b"', lastModified: tuesday }
  const list = [{ body: 'the same', etag: '"a"', lastModified: monday }, touched, touched]
  expect(await sent(versions(...list), 3)).toEqual([
    [undefined, undefined],
    ['"a"', monday],
    ['"b"', tuesday],
  ])
})

test('each is replaced on its own', async () => {
  const list = [
    { body: '1', etag: '"a"', lastModified: monday },
    { body: '2', etag: '"b"', lastModified: monday },
    { body: '3', etag: '"b"', lastModified: tuesday },
    { body: '3', etag: '"b"', lastModified: tuesday },
  ]
  expect((await sent(versions(...list), 4)).slice(1)).toEqual([
    ['"a"', monday],
    ['"b"', monday],
    ['"b"', tuesday],
  ])
})

test('each is replaced by a 304 that brings another', async () => {
  const handle = inTurn(
    reply(200, { etag: '"a"', 'last-modified': monday }, '1'),
    reply(304, { etag: '"b"', 'last-modified': tuesday }),
  )
  expect((await sent(handle, 3)).slice(1)).toEqual([
    ['"a"', monday],
    ['"b"', tuesday],
  ])
})

test('each is deleted by a 200 that lacks it', async () => {
  const handle = inTurn(
    reply(200, { etag: '"a"', 'last-modified': monday }, '1'),
    reply(200, { 'last-modified': monday }, '2'),
    reply(200, {}, '3'),
  )
  expect((await sent(handle, 4)).slice(1)).toEqual([
    ['"a"', monday],
    [undefined, monday],
    [undefined, undefined],
  ])
})

test('an answer that is an error changes none', async () => {
  const handle = inTurn(
    reply(200, { etag: '"a"' }, '1'),
    reply(500, { etag: '"error"' }, 'sorry'),
    reply(200, { etag: '"a"' }, '1'),
  )
  expect((await sent(handle, 3))[2]).toEqual(['"a"', undefined])
})

test('the answer to a 304 is what is known, under its own status', async () => {
  const stage = onStage()
  const version = { body: 'known', etag: '"a"', headers: { 'x-told': 'first' } }
  const { origin } = await stage.serve(feedHandler(() => version))
  const client = stage.client({ robots: 'ignore' })
  const first = await client.fetch(`${origin}/feed`)
  expect(provenance(first)).toMatchObject({
    fromStore: false,
    revalidated: false,
    notModified: false,
  })
  stage.clock.advance(2 * day)
  const second = await client.fetch(`${origin}/feed`)
  expect([second.status, second.ok, await second.text()]).toEqual([200, true, 'known'])
  expect(second.headers.get('x-told')).toBe('first')
  expect(second.headers.get('content-type')).toBe('application/rss+xml')
  expect(provenance(second)).toMatchObject({
    revalidated: true,
    notModified: true,
    sha256: provenance(first)?.sha256,
  })
})

test('a caller who brings validators of its own gets the 304 itself', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(feedHandler(() => ({ body: '1', etag: '"a"' })))
  const response = await stage
    .client({ robots: 'ignore' })
    .fetch(`${origin}/feed`, { headers: { 'if-none-match': '"a"' } })
  expect([response.status, requests[0]?.headers['if-none-match']]).toEqual([304, '"a"'])
})
