import { day, hour, minute, second } from '../fake-clock.ts'
import { type Fault, outcome } from '../fault.ts'
import { inTurn, reply, route } from '../feed-origin.ts'
import type { Served } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'backoff'

/** Whether the server is asked again, by a page never asked before, when so much time has passed. */
async function askedAfter(stage: Stage, server: Served, waits: readonly number[]): Promise<string> {
  const client = stage.client({ robots: 'ignore', retry: { attempts: 2 } })
  const start = stage.clock.now()
  await outcome(client, `${server.origin}/first`)
  const asked: boolean[] = []
  for (const [index, wait] of waits.entries()) {
    stage.clock.advance(start + wait - stage.clock.now())
    const before = server.requests.length
    await outcome(client, `${server.origin}/other-${index}`)
    asked.push(server.requests.length > before)
  }
  const slept = stage.clock.slept.reduce((sum, ms) => sum + ms, 0)
  const words = asked.map((was) => (was ? 'asked' : 'not asked')).join(', ')
  // A wait that is longer than a moment belongs to the schedule, not to a sleeping program.
  return slept > 30 * second ? `${words}, slept ${slept} ms` : words
}

interface Row {
  name: string
  headers: Readonly<Record<string, string>>
  status?: number
  /** Just before it may be asked again, and just after. */
  waits: readonly [number, number]
}

// The clock of a stage starts on 2026-11-23 at 07:00.
const rows: readonly Row[] = [
  {
    name: '429 with seconds',
    headers: { 'retry-after': '7200' },
    waits: [2 * hour - minute, 2 * hour + minute],
  },
  {
    name: '429 with a date',
    headers: { 'retry-after': 'Mon, 23 Nov 2026 10:00:00 GMT' },
    waits: [3 * hour - minute, 3 * hour + minute],
  },
  {
    name: '429 with a date in the old form',
    headers: { 'retry-after': 'Monday, 23-Nov-26 10:00:00 GMT' },
    waits: [3 * hour - minute, 3 * hour + minute],
  },
  {
    name: '429 with garbage',
    headers: { 'retry-after': 'soon' },
    waits: [9 * minute, 11 * minute],
  },
  {
    name: '429 with a negative number',
    headers: { 'retry-after': '-5' },
    waits: [9 * minute, 11 * minute],
  },
  { name: '429 without Retry-After', headers: {}, waits: [9 * minute, 11 * minute] },
  {
    name: '429 with ten years',
    headers: { 'retry-after': '315360000' },
    waits: [7 * day - minute, 7 * day + minute],
  },
  {
    name: '429 with 10^30 seconds',
    headers: { 'retry-after': `1${'0'.repeat(30)}` },
    waits: [9 * minute, 7 * day + minute],
  },
  {
    name: '429 and X-RateLimit-Reset',
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '5400' },
    waits: [89 * minute, 91 * minute],
  },
  {
    name: '503 with seconds',
    status: 503,
    headers: { 'retry-after': '7200' },
    waits: [2 * hour - minute, 2 * hour + minute],
  },
  { name: '503 without Retry-After', status: 503, headers: {}, waits: [9 * minute, 11 * minute] },
]

/** Servers that ask to be left alone. */
export const backoffFaults: readonly Fault[] = [
  ...rows.map(
    ({ name, headers, status = 429, waits }): Fault => ({
      name: `${name}: the whole host waits`,
      group,
      expected: 'not asked, asked',
      async see(stage) {
        const server = await stage.serve(
          inTurn(reply(status, headers, 'too many'), reply(200, {}, 'fine')),
        )
        return askedAfter(stage, server, waits)
      },
    }),
  ),
  {
    name: '429 again and again without Retry-After: each time longer, at most a day',
    group,
    expected: 'grows to 24 h',
    async see(stage) {
      const server = await stage.serve(reply(429))
      const client = stage.client({ robots: 'ignore' })
      for (let step = 0; step < 24 * 12 * 5; step++) {
        await outcome(client, `${server.origin}/page-${step}`)
        stage.clock.advance(5 * minute)
      }
      const times = server.requests.map(({ at }) => at)
      const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at))
      const grows = gaps.every(
        (gap, index) => index === 0 || gap >= (gaps[index - 1] ?? 0) - 10 * minute,
      )
      const longest = Math.max(...gaps)
      if (!grows || gaps.length < 4) return `gaps ${gaps.map((gap) => gap / minute)} minutes`
      return longest > day + hour || longest < 8 * hour
        ? `up to ${longest / hour} h`
        : 'grows to 24 h'
    },
  },
  {
    name: '429 on one host: another one goes on',
    group,
    expected: 'rate-limited or 429, then 200 "fine"',
    async see(stage) {
      const busy = await stage.serve(reply(429, { 'retry-after': '3600' }))
      const idle = await stage.serve(reply(200, {}, 'fine'))
      const client = stage.client({ robots: 'ignore' })
      const first = await outcome(client, `http://busy.example:${busy.port}/feed`)
      const second = await outcome(client, `http://idle.example:${idle.port}/feed`)
      const known = first === 'rate-limited' || first.startsWith('429')
      return `${known ? 'rate-limited or 429' : first}, then ${second}`
    },
  },
  {
    name: '429 outlives the program',
    group,
    expected: '1 request',
    async see(stage) {
      const server = await stage.serve(reply(429, { 'retry-after': '7200' }))
      await outcome(stage.client({ robots: 'ignore' }), `${server.origin}/feed`)
      stage.clock.advance(hour)
      await outcome(stage.client({ robots: 'ignore' }), `${server.origin}/other`)
      return `${server.requests.length} request`
    },
  },
  {
    name: '502 twice, then fine: asked again at once',
    group,
    expected: '200 "fine" after 3',
    async see(stage) {
      const server = await stage.serve(inTurn(reply(502), reply(502), reply(200, {}, 'fine')))
      const result = await outcome(stage.client({ robots: 'ignore' }), `${server.origin}/feed`)
      return `${result} after ${server.requests.length}`
    },
  },
  {
    name: '504 for ever: two retries and no more',
    group,
    expected: '3 requests',
    async see(stage) {
      const server = await stage.serve(reply(504))
      await outcome(stage.client({ robots: 'ignore' }), `${server.origin}/feed`)
      return `${server.requests.length} requests`
    },
  },
  {
    name: '500: not asked again',
    group,
    expected: '1 request',
    async see(stage) {
      const server = await stage.serve(reply(500))
      await outcome(stage.client({ robots: 'ignore' }), `${server.origin}/feed`)
      return `${server.requests.length} request`
    },
  },
  {
    name: '502 to a POST: not asked again',
    group,
    expected: '1 request',
    async see(stage) {
      const server = await stage.serve(reply(502))
      const client = stage.client({ robots: 'ignore' })
      await outcome(client, `${server.origin}/api`, { method: 'POST', body: 'x' })
      return `${server.requests.length} request`
    },
  },
  ...[410, 404, 403, 401].map(
    (status): Fault => ({
      name: `${status}: not asked again the next day`,
      group,
      expected: '1 request',
      async see(stage) {
        const server = await stage.serve(route({ '/feed': reply(status) }))
        const client = stage.client({ robots: 'ignore' })
        await outcome(client, `${server.origin}/feed`)
        stage.clock.advance(day)
        await outcome(client, `${server.origin}/feed`)
        return `${server.requests.length} request`
      },
    }),
  ),
]
