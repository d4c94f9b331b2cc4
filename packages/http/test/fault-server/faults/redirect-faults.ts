import { type Fault, outcome } from '../fault.ts'
import { reply, route } from '../feed-origin.ts'
import type { Handler } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'redirect'

/** The outcome, and how many requests it took. */
function asked(handle: Handler, path = '/feed') {
  return async (stage: Stage): Promise<string> => {
    const { origin, requests } = await stage.serve(handle)
    const result = await outcome(stage.client({ robots: 'ignore' }), `${origin}${path}`)
    return `${result} after ${requests.length}`
  }
}

const to = (location: string, status = 302): Handler => reply(status, { location })

/** Redirects that lead nowhere good. */
export const redirectFaults: readonly Fault[] = [
  {
    name: 'a redirect to itself',
    group,
    expected: 'upstream after 1',
    see: asked(to('/feed')),
  },
  {
    name: 'a loop of two',
    group,
    expected: 'upstream after 2',
    see: asked(route({ '/feed': to('/b', 301), '/b': to('/feed', 301) })),
  },
  {
    name: 'a loop that differs in its fragment only',
    group,
    expected: 'upstream after 1',
    see: asked(to('/feed#again')),
  },
  {
    name: 'redirects without end',
    group,
    expected: 'upstream after 6',
    see: asked((request, response) => {
      response.writeHead(302, { location: `${request.url}x` }).end()
    }),
  },
  {
    name: 'five redirects',
    group,
    expected: '200 "here" after 6',
    see: asked((request, response) => {
      const path = request.url ?? ''
      if (path === '/feedxxxxx') response.end('here')
      else response.writeHead(302, { location: `${path}x` }).end()
    }),
  },
  {
    name: 'a redirect without Location',
    group,
    expected: '302 "nowhere" after 1',
    see: asked(reply(302, {}, 'nowhere')),
  },
  {
    name: 'a Location that is no address',
    group,
    expected: 'upstream after 1',
    see: asked(to('http://[::bad')),
  },
  {
    name: 'a Location in unescaped UTF-8',
    group,
    expected: '200 "here" after 2',
    see: asked((request, response) => {
      if (request.url === '/caf%C3%A9') response.end('here')
      else if (request.url !== '/feed') response.writeHead(404).end()
      else {
        const head = 'HTTP/1.1 302 Found\r\nlocation: /café\r\nconnection: close\r\n'
        response.socket?.end(`${head}content-length: 0\r\n\r\n`)
      }
    }),
  },
  ...[
    'file:///etc/passwd',
    'ftp://files.example/',
    'data:text/xml,<rss/>',
    'javascript:alert(1)',
  ].map(
    (location): Fault => ({
      name: `a redirect to ${location.replace(/:.*/, ':')}`,
      group,
      expected: 'blocked after 1',
      see: asked(to(location)),
    }),
  ),
  {
    name: 'a redirect with a user name in it',
    group,
    expected: 'blocked after 1',
    see: asked(to('http://editor:secret@feed.example/')),
  },
  {
    name: 'a redirect to another host takes no credentials along',
    group,
    // Cookies go nowhere at all.
    expected: 'authorization, x-api-key then none of them',
    async see(stage) {
      const secrets = ['authorization', 'cookie', 'x-api-key']
      const there = await stage.serve(reply(200, {}, 'here'))
      const here = await stage.serve(to(`http://other.example:${there.port}/`))
      await stage.client({ robots: 'ignore' }).fetch(`${here.origin}/feed`, {
        headers: { authorization: 'Bearer abcdef', cookie: 'id=abcdef', 'x-api-key': 'abcdef' },
      })
      const sent = [here, there].map(({ requests }) =>
        secrets.filter((name) => requests[0]?.headers[name] !== undefined).join(', '),
      )
      return sent.map((names) => names || 'none of them').join(' then ')
    },
  },
]
