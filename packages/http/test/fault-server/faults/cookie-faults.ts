import { day } from '../fake-clock.ts'
import { type Fault, outcome } from '../fault.ts'
import { inTurn, reply } from '../feed-origin.ts'
import type { SeenRequest } from '../seen-request.ts'

const group = 'traces'
const traces = ['cookie', 'cookie2', 'referer', 'origin', 'authorization'] as const

function left(requests: readonly SeenRequest[]): string {
  const found = requests.flatMap(({ headers, path }) => [
    ...traces.filter((name) => headers[name] !== undefined),
    ...(path.includes('?') ? [path] : []),
  ])
  return found.length === 0 ? `none in ${requests.length} requests` : found.join(', ')
}

const trap = {
  'set-cookie': ['id=1; Path=/; Max-Age=99999999', 'seen=yes; HttpOnly'],
  'cache-control': 'max-age=0',
  etag: '"a"',
}

/** Servers that would like to recognise whoever comes back. */
export const cookieFaults: readonly Fault[] = [
  {
    name: 'cookies with every answer',
    group,
    expected: 'none in 3 requests',
    async see(stage) {
      const server = await stage.serve(reply(200, trap, 'text'))
      const client = stage.client({ robots: 'ignore' })
      for (let today = 0; today < 3; today++) {
        await outcome(client, `${server.origin}/feed`)
        stage.clock.advance(2 * day)
      }
      return left(server.requests)
    },
  },
  {
    name: 'a cookie with a redirect, as a wall of cookies does it',
    group,
    expected: 'none in 2 requests',
    async see(stage) {
      const server = await stage.serve(
        inTurn(reply(302, { ...trap, location: '/real' }), reply(200, trap, 'text')),
      )
      await outcome(stage.client({ robots: 'ignore' }), `${server.origin}/feed`)
      return left(server.requests)
    },
  },
  {
    name: 'a cookie with robots.txt',
    group,
    expected: 'none in 2 requests',
    async see(stage) {
      const server = await stage.serve(reply(200, trap, ''))
      await outcome(stage.client(), `${server.origin}/feed`)
      return left(server.requests)
    },
  },
  {
    name: 'a page that would be told where one came from',
    group,
    expected: 'none in 1 requests',
    async see(stage) {
      const server = await stage.serve(reply(200, {}, 'text'))
      const client = stage.client({ robots: 'ignore' })
      await outcome(client, `${server.origin}/feed`, {
        referrer: 'http://secret.example/page',
        headers: { referer: 'http://secret.example/page' },
      })
      return left(server.requests)
    },
  },
]
