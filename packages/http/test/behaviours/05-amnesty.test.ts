import { expect, test } from 'vitest'
import type { ClientOptions } from '../../src/index.ts'
import { day } from '../fault-server/fake-clock.ts'
import { type FeedVersion, feedHandler } from '../fault-server/feed-origin.ts'
import { kindOf } from '../fault-server/seen-request.ts'
import type { Handler } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

/** Says 304 to whoever has any validator at all, as some servers do. */
const stuck: Handler = (request, response) => {
  const isKnown = request.headers['if-none-match'] !== undefined
  response.writeHead(isKnown ? 304 : 200, { etag: '"any"' }).end(isKnown ? undefined : 'text')
}

async function days(handle: Handler, count: number, options: ClientOptions = {}) {
  const stage = onStage()
  const { origin, requests } = await stage.serve(handle)
  const client = stage.client({ robots: 'ignore', ...options })
  for (let today = 0; today < count; today++) {
    await client.fetch(`${origin}/feed`)
    stage.clock.advance(day)
  }
  return { kinds: requests.map(kindOf).join(''), report: client.report() }
}

test('after eight days of nothing but 304, one request goes without validators; it is counted', async () => {
  const { kinds, report } = await days(stuck, 12)
  expect(kinds).toMatch(/^UC{7,9}UC*$/)
  expect(report.amnesties).toBe(1)
})

test('and again after as long', async () => {
  const { kinds, report } = await days(stuck, 32)
  expect(kinds).toMatch(/^(?:UC{7,9})+U?C{0,9}$/)
  expect(report.amnesties).toBe(kinds.replaceAll('C', '').length - 1)
})

test('the days can be chosen, and none chosen', async () => {
  expect((await days(stuck, 8, { schedule: { amnestyDays: 3 } })).kinds).toMatch(/^UC{2,4}UC/)
  expect((await days(stuck, 40, { schedule: { amnestyDays: 0 } })).kinds).toBe(`U${'C'.repeat(39)}`)
})

test('a host that is known to be good gets none: it has told a change to someone with validators', async () => {
  let asked = 0
  // Changes once, on the third day, and never again.
  const version = (): FeedVersion => {
    asked += 1
    return asked < 3 ? { body: '1', etag: '"1"' } : { body: '2', etag: '"2"' }
  }
  const { kinds, report } = await days(feedHandler(version), 40)
  expect(kinds).toBe(`U${'C'.repeat(39)}`)
  expect(report.amnesties).toBe(0)
})

test('whoever asks seldom is no amnesty after the other: what has not been asked has not said 304', async () => {
  const stage = onStage()
  let version = 0
  const { origin, requests } = await stage.serve(
    feedHandler(() => ({ body: 'text', etag: `"${version}"` })),
  )
  const client = stage.client({ robots: 'ignore' })
  for (let turn = 0; turn < 4; turn++) {
    version = turn
    await client.fetch(`${origin}/feed`)
    stage.clock.advance(10 * day)
  }
  expect(requests.map(kindOf).join('')).toBe('UCCC')
})
