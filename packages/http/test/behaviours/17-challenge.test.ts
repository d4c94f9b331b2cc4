import { expect, test } from 'vitest'
import { day } from '../fault-server/fake-clock.ts'
import { errorText, outcome } from '../fault-server/fault.ts'
import { feedHandler, inTurn, reply } from '../fault-server/feed-origin.ts'
import { onStage } from './on-stage.ts'

const html = { 'content-type': 'text/html; charset=utf-8' }
const puzzle = '<!doctype html><html><title>Just a moment...</title></html>'
const accept = 'application/rss+xml, application/atom+xml, application/xml;q=0.9'

test.for([200, 403, 429, 503])('cf-mitigated: challenge, with %i', async (status) => {
  const stage = onStage()
  const { origin } = await stage.serve(
    reply(status, { ...html, 'cf-mitigated': 'challenge' }, puzzle),
  )
  await expect(stage.client({ robots: 'ignore' }).fetch(`${origin}/feed`)).rejects.toMatchObject({
    name: 'SourceError',
    code: 'blocked',
    received: expect.stringContaining('challenge'),
  })
})

test.for([
  ['a page of HTML', puzzle],
  ['one in capitals, after a comment', `<!-- x -->\n<!DOCTYPE HTML>\n<HTML><BODY>Are you human?`],
  ['one without a head', '<html><body>Please enable JavaScript</body></html>'],
])('%s where a feed was asked for', async ([, body]) => {
  const stage = onStage()
  const { origin } = await stage.serve(reply(200, html, body))
  const client = stage.client({ robots: 'ignore' })
  await expect(client.fetch(`${origin}/feed`, { headers: { accept } })).rejects.toMatchObject({
    code: 'blocked',
  })
})

test('and where there was a feed until now, whatever the caller takes', async () => {
  const stage = onStage()
  const { origin } = await stage.serve(
    inTurn(
      reply(200, { 'content-type': 'application/rss+xml', etag: '"a"' }, '<rss></rss>'),
      reply(200, html, puzzle),
    ),
  )
  const client = stage.client({ robots: 'ignore' })
  await client.fetch(`${origin}/feed`)
  stage.clock.advance(2 * day)
  expect(await client.fetch(`${origin}/feed`).catch(errorText)).toBe('blocked')
})

test.for([
  ['a feed labelled as HTML', html, '<?xml version="1.0"?><rss></rss>'],
  ['a feed that quotes HTML', {}, '<rss><description>&lt;html></description></rss>'],
  [
    'XHTML where XML was asked for: no one can tell',
    { 'content-type': 'application/xml' },
    '<feed></feed>',
  ],
] as const)('%s is no challenge', async ([, headers, body]) => {
  const stage = onStage()
  const { origin } = await stage.serve(reply(200, headers, body))
  const response = await stage
    .client({ robots: 'ignore' })
    .fetch(`${origin}/feed`, { headers: { accept } })
  expect(await response.text()).toBe(body)
})

test('a page that talks about challenges is none', async () => {
  const stage = onStage()
  const page = '<html><title>How the "Just a moment" page works</title></html>'
  const { origin } = await stage.serve(reply(200, html, page))
  expect(await outcome(stage.client({ robots: 'ignore' }), `${origin}/page`)).toMatch(/^200/)
})

test('what was known before is kept, validators too', async () => {
  const stage = onStage()
  const feed = feedHandler(() => ({ body: '<rss></rss>', etag: '"a"' }))
  const { origin, requests } = await stage.serve(
    inTurn(
      feed,
      reply(200, { ...html, 'cf-mitigated': 'challenge', etag: '"puzzle"' }, puzzle),
      feed,
    ),
  )
  const client = stage.client({ robots: 'ignore', schedule: { amnestyDays: 0 } })
  await client.fetch(`${origin}/feed`)
  stage.clock.advance(2 * day)
  expect(await outcome(client, `${origin}/feed`)).toBe('blocked')
  stage.clock.advance(8 * day)
  expect(await outcome(client, `${origin}/feed`)).toBe('200 "<rss></rss>"')
  expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a"', '"a"'])
})
