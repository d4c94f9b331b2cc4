import { day, hour } from '../fake-clock.ts'
import { type Fault, outcome, pattern } from '../fault.ts'
import { type FeedVersion, feedHandler, inTurn, reply } from '../feed-origin.ts'
import type { Handler, Served } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'validators'
const monday = 'Mon, 23 Nov 2026 07:00:00 GMT'
const tuesday = 'Tue, 24 Nov 2026 07:00:00 GMT'
const amnesty = 'an unconditional request within 10 days, and not before 8'

/** Asks once a day, for so many days, and tells what the server got to see. */
async function daily(
  stage: Stage,
  handle: Handler,
  days: number,
  apart: number = day + hour,
): Promise<Served & { told: string[]; warnings: string[] }> {
  const server = await stage.serve(handle)
  const client = stage.client({ robots: 'ignore', retry: { attempts: 0 } })
  const told: string[] = []
  for (let today = 0; today < days; today++) {
    told.push(await outcome(client, `${server.origin}/feed`))
    stage.clock.advance(apart)
  }
  return { ...server, told, warnings: client.report().warnings.map(({ code }) => code) }
}

function versions(...list: readonly FeedVersion[]): Handler {
  return inTurn(...list.map((version) => feedHandler(() => version)))
}

const header = (server: Served, name: 'if-none-match' | 'if-modified-since') =>
  server.requests.map(({ headers }) => headers[name] ?? '-').join(' ')

/** A validator is to come back byte for byte. */
function exact(name: string, etag: string): Fault {
  return {
    name,
    group,
    expected: `- ${etag}`,
    async see(stage) {
      const server = await daily(
        stage,
        feedHandler(() => ({ body: 'text', etag })),
        2,
      )
      return header(server, 'if-none-match')
    },
  }
}

/** Servers whose validators are odd, change, vanish or lie. */
export const validatorFaults: readonly Fault[] = [
  {
    name: '304 to a request without validators',
    group,
    expected: '304 "" then 304 "", U U, with a warning',
    async see(stage) {
      const server = await daily(stage, reply(304, { etag: '"never-seen"' }), 2)
      const warned = server.warnings.includes('unasked-304') ? 'with a warning' : 'and says nothing'
      return `${server.told.join(' then ')}, ${pattern(server.requests)}, ${warned}`
    },
  },
  {
    name: 'an ETag that flips with every answer',
    group,
    expected: '- "a" "b" "a"',
    async see(stage) {
      const [a, b] = ['"a"', '"b"'].map((etag) => ({ body: 'the same', etag }))
      if (a === undefined || b === undefined) throw new Error('two versions')
      return header(await daily(stage, versions(a, b, a, b), 4), 'if-none-match')
    },
  },
  {
    name: 'only Last-Modified changes, the body does not',
    group,
    expected: `- ${monday} ${tuesday} ${tuesday}`,
    async see(stage) {
      const touched = { body: 'the same', lastModified: tuesday }
      const server = await daily(
        stage,
        versions({ body: 'the same', lastModified: monday }, touched, touched, touched),
        4,
      )
      return header(server, 'if-modified-since')
    },
  },
  {
    name: 'the ETag changes and Last-Modified does not',
    group,
    expected: `- "a" "b", - ${monday} ${monday}`,
    async see(stage) {
      const server = await daily(
        stage,
        versions(
          { body: '1', etag: '"a"', lastModified: monday },
          { body: '2', etag: '"b"', lastModified: monday },
          { body: '2', etag: '"b"', lastModified: monday },
        ),
        3,
      )
      return `${header(server, 'if-none-match')}, ${header(server, 'if-modified-since')}`
    },
  },
  {
    name: 'a 304 that brings a new ETag',
    group,
    expected: '- "a" "b"',
    async see(stage) {
      const server = await daily(
        stage,
        inTurn(reply(200, { etag: '"a"' }, 'text'), reply(304, { etag: '"b"' })),
        3,
      )
      return header(server, 'if-none-match')
    },
  },
  {
    name: 'a 304 that repeats no validator',
    group,
    expected: '- "a" "a", 200 "text" each time',
    async see(stage) {
      const server = await daily(stage, inTurn(reply(200, { etag: '"a"' }, 'text'), reply(304)), 3)
      const same = server.told.every((told) => told === '200 "text"')
      return `${header(server, 'if-none-match')}, ${same ? '200 "text" each time' : server.told}`
    },
  },
  {
    name: 'a 200 that has lost its validators',
    group,
    expected: 'U C U',
    async see(stage) {
      const server = await daily(
        stage,
        inTurn(reply(200, { etag: '"a"', 'last-modified': monday }, '1'), reply(200, {}, '2')),
        3,
      )
      return pattern(server.requests)
    },
  },
  {
    name: 'an error between two answers',
    group,
    expected: 'U C C',
    async see(stage) {
      const server = await daily(
        stage,
        inTurn(
          reply(200, { etag: '"a"' }, '1'),
          reply(500, { etag: '"of-the-error-page"' }, 'sorry'),
          reply(304, { etag: '"a"' }),
        ),
        3,
      )
      return header(server, 'if-none-match') === '- "a" "a"' ? pattern(server.requests) : 'bogus'
    },
  },
  {
    name: '304 for ever, whatever has changed',
    group,
    expected: amnesty,
    async see(stage) {
      const first = stage.clock.now()
      const handle: Handler = (request, response) => {
        const isKnown = request.headers['if-none-match'] !== undefined
        response.writeHead(isKnown ? 304 : 200, { etag: '"always"' }).end(isKnown ? '' : 'text')
      }
      const { requests } = await daily(stage, handle, 12)
      const again = requests.slice(1).find(({ headers }) => headers['if-none-match'] === undefined)
      if (again === undefined) return 'conditional for ever'
      const days = (again.at - first) / day
      if (days < 8) return `an unconditional request after ${days} days`
      return days > 10 ? `only after ${days} days` : amnesty
    },
  },
  {
    name: 'asked every ten days, and changed each time',
    group,
    expected: 'U C C C',
    async see(stage) {
      let version = 0
      const handle = feedHandler(() => ({ body: `${version}`, etag: `"${version++}"` }))
      return pattern((await daily(stage, handle, 4, 10 * day)).requests)
    },
  },
  exact('a weak ETag', 'W/"abc"'),
  exact('an ETag without quotes', 'abc'),
  exact('an ETag with an odd quote', '"abc'),
  exact('an ETag with a comma and spaces', '"a, b  c"'),
  exact('an ETag in Latin-1', '"caf\xe9"'),
  exact('an ETag of 4000 characters', `"${'e'.repeat(4000)}"`),
  exact('the ETag *', '*'),
  ...[
    ['a Last-Modified that is no date', 'yesterday, about noon'],
    ['a Last-Modified in the future', 'Fri, 01 Jan 2038 00:00:00 GMT'],
    ['a Last-Modified in another zone', 'Mon, 23 Nov 2026 08:00:00 +0100'],
    ['a Last-Modified of 1970', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ].map(
    ([name = '', lastModified = '']): Fault => ({
      name,
      group,
      expected: `- ${lastModified}`,
      async see(stage) {
        const server = await daily(
          stage,
          feedHandler(() => ({ body: 'text', lastModified })),
          2,
        )
        return header(server, 'if-modified-since')
      },
    }),
  ),
]
