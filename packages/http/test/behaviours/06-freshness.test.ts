import { expect, test } from 'vitest'
import { provenance } from '../../src/index.ts'
import { day, hour, minute } from '../fault-server/fake-clock.ts'
import { onStage } from './on-stage.ts'

/** Hours until an address is asked again that was answered like this, looked at every quarter of an hour. */
async function hoursUntilAsked(
  headers: Readonly<Record<string, string>>,
  body = 'text',
): Promise<number> {
  const stage = onStage()
  const { origin, requests } = await stage.serve((_, response) => {
    response.writeHead(200, { etag: '"a"', ...headers }).end(body)
  })
  const client = stage.client({ robots: 'ignore' })
  const start = stage.clock.now()
  for (let quarter = 0; quarter < 4 * 24 * 9 && requests.length < 2; quarter++) {
    const response = await client.fetch(`${origin}/feed`)
    expect(await response.text()).toBe(body)
    if (requests.length < 2) stage.clock.advance(15 * minute)
  }
  return (stage.clock.now() - start) / hour
}

const inHours = (hours: number) => new Date(Date.UTC(2026, 10, 23, 7 + hours)).toUTCString()

test.for([
  ['nothing is said: an hour', {}, 1],
  ['max-age', { 'cache-control': 'max-age=43200' }, 12],
  [
    'max-age in capitals, with spaces and others around it',
    { 'cache-control': 'public , MAX-AGE=7200' },
    2,
  ],
  ['max-age in quotes', { 'cache-control': 'max-age="7200"' }, 2],
  ['max-age below the floor', { 'cache-control': 'max-age=60' }, 1],
  ['max-age=0', { 'cache-control': 'max-age=0, must-revalidate' }, 1],
  ['no-cache', { 'cache-control': 'no-cache' }, 1],
  ['no-store', { 'cache-control': 'no-store' }, 1],
  ['max-age that makes no sense', { 'cache-control': 'max-age=soon' }, 1],
  ['negative max-age', { 'cache-control': 'max-age=-7200' }, 1],
  ['s-maxage is for shared caches', { 'cache-control': 's-maxage=36000' }, 1],
  ['private is for us', { 'cache-control': 'private, max-age=7200' }, 2],
  ['Expires', { expires: inHours(6) }, 6],
  ['Expires that makes no sense', { expires: '0' }, 1],
  ['max-age goes before Expires', { 'cache-control': 'max-age=7200', expires: inHours(20) }, 2],
  ['Age is subtracted', { 'cache-control': 'max-age=14400', age: '7200' }, 2],
  ['a year, immutable: a day', { 'cache-control': 'max-age=31536000, immutable' }, 24],
  ['3 days: a day', { 'cache-control': 'max-age=259200' }, 24],
  ['Expires in 2037: a day', { expires: 'Thu, 31 Dec 2037 23:55:55 GMT' }, 24],
  [
    'a guess from Last-Modified is not made',
    { 'last-modified': 'Fri, 23 Oct 2026 07:00:00 GMT' },
    1,
  ],
] as const)('%s', async ([, headers, hours]) => {
  expect(await hoursUntilAsked(headers)).toBe(hours)
})

const rss = (hints: string) =>
  `<rss version="2.0"><channel><title>x</title>${hints}<item/></channel></rss>`
const skipHours = (from: number, to: number) => {
  const hours = Array.from({ length: to - from + 1 }, (_, index) => `<hour>${from + index}</hour>`)
  return `<skipHours>${hours.join('')}</skipHours>`
}

test.for([
  ['ttl in minutes', rss('<ttl>180</ttl>'), 3],
  ['ttl below the floor', rss('<ttl>5</ttl>'), 1],
  ['ttl of a year', rss('<ttl>525600</ttl>'), 24],
  ['ttl that makes no sense', rss('<ttl>often</ttl>'), 1],
  ['sy:updatePeriod', rss('<sy:updatePeriod>daily</sy:updatePeriod>'), 24],
  [
    'sy:updateFrequency',
    rss('<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>'),
    6,
  ],
  // The clock starts at 07:00 on a Monday.
  ['skipHours', rss(skipHours(8, 12)), 6],
  ['skipDays', rss('<skipDays><day>Monday</day></skipDays>'), 17],
  ['a hint in an item is none', '<rss><channel><item><ttl>600</ttl></item></channel></rss>', 1],
] as const)('%s, told by the feed', async ([, body, hours]) => {
  expect(await hoursUntilAsked({}, body)).toBe(hours)
})

test('skipping every hour and every day does not mean never', async () => {
  expect(await hoursUntilAsked({}, rss(skipHours(0, 23)))).toBeLessThanOrEqual(24)
})

test('the server and the feed: the longer of the two', async () => {
  expect(await hoursUntilAsked({ 'cache-control': 'max-age=7200' }, rss('<ttl>300</ttl>'))).toBe(5)
  expect(await hoursUntilAsked({ 'cache-control': 'max-age=25200' }, rss('<ttl>300</ttl>'))).toBe(7)
})

test('what is fresh comes from the store, and says so', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve((_, response) => {
    response.writeHead(200, { etag: '"a"', 'cache-control': 'max-age=43200' }).end('text')
  })
  const client = stage.client({ robots: 'ignore' })
  await client.fetch(`${origin}/feed`)
  stage.clock.advance(2 * hour)
  const again = await client.fetch(`${origin}/feed`)
  expect(await again.text()).toBe('text')
  expect(provenance(again)).toMatchObject({
    fromStore: true,
    revalidated: false,
    age: 7200,
    capturedAt: '2026-11-23T07:00:00.000Z',
  })
  expect(requests).toHaveLength(1)
})

test('that a wish was cut is said', async () => {
  const stage = onStage()
  const { origin } = await stage.serve((_, response) => {
    response.writeHead(200, { 'cache-control': 'max-age=31536000' }).end('text')
  })
  const client = stage.client({ robots: 'ignore' })
  await client.fetch(`${origin}/feed`)
  const said = client.report().warnings.filter(({ message }) => /24/.test(message))
  expect(said).toHaveLength(1)
})

test('a 304 brings freshness of its own', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve((request, response) => {
    const isKnown = request.headers['if-none-match'] !== undefined
    const headers = { etag: '"a"', 'cache-control': isKnown ? 'max-age=36000' : 'max-age=0' }
    response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? undefined : 'text')
  })
  const client = stage.client({ robots: 'ignore' })
  for (let hours = 0; hours < 24; hours++) {
    await client.fetch(`${origin}/feed`)
    stage.clock.advance(hour)
  }
  const gaps = requests.slice(1).map(({ at }, index) => (at - (requests[index]?.at ?? 0)) / hour)
  expect(gaps).toEqual([1, 10, 10])
})

test('the cap can be raised for those who mean it', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve((_, response) => {
    response.writeHead(200, { 'cache-control': 'max-age=259200', etag: '"a"' }).end('text')
  })
  const client = stage.client({ robots: 'ignore', schedule: { capMs: 4 * day } })
  for (let hours = 0; hours < 74; hours++) {
    await client.fetch(`${origin}/feed`)
    stage.clock.advance(hour)
  }
  expect(requests.map(({ at }) => (at - (requests[0]?.at ?? 0)) / hour)).toEqual([0, 72])
})
