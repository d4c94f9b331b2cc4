import { day, hour } from '../fake-clock.ts'
import { type Fault, outcome } from '../fault.ts'
import { inTurn, reply, route } from '../feed-origin.ts'
import type { Handler } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'robots'
const page = reply(200, {}, 'page')

/** What becomes of a page when robots.txt is answered like this. */
function robots(answer: Handler, path = '/page') {
  return async (stage: Stage): Promise<string> => {
    const server = await stage.serve(route({ '/robots.txt': answer, [path]: page }))
    const client = stage.client({ retry: { attempts: 0 }, limits: { totalMs: 1000 } })
    const result = await outcome(client, `${server.origin}${path}`)
    return result === 'blocked' && server.to(path).length > 0 ? 'asked, then blocked' : result
  }
}

const all = 'User-agent: *\nDisallow: /\n'
const filler = '# a comment, forty characters of it.....\n'

/** robots.txt that fails, lies, or is too long; RFC 9309 says what each means. */
export const robotsFaults: readonly Fault[] = [
  ...[500, 502, 503, 599].map(
    (status): Fault => ({
      name: `robots.txt ${status}: nothing may be asked`,
      group,
      expected: 'blocked',
      see: robots(reply(status, {}, 'User-agent: *\nAllow: /\n')),
    }),
  ),
  ...[400, 401, 403, 404, 410, 451].map(
    (status): Fault => ({
      name: `robots.txt ${status}: everything may be asked`,
      group,
      expected: '200 "page"',
      see: robots(reply(status, {}, all)),
    }),
  ),
  {
    name: 'robots.txt cut off by a reset',
    group,
    expected: 'blocked',
    see: robots((_, response) => response.socket?.resetAndDestroy()),
  },
  {
    name: 'robots.txt that never answers',
    group,
    expected: 'blocked',
    see: robots(() => {}),
  },
  {
    name: 'robots.txt that is an HTML page',
    group,
    expected: '200 "page"',
    see: robots(reply(200, { 'content-type': 'text/html' }, '<!doctype html><p>Disallow: /</p>')),
  },
  {
    name: 'robots.txt in five redirects',
    group,
    expected: 'blocked',
    async see(stage) {
      const hops = [1, 2, 3, 4, 5].map((hop): [string, Handler] => [
        hop === 1 ? '/robots.txt' : `/robots-${hop}`,
        reply(302, { location: `/robots-${hop + 1}` }),
      ])
      const server = await stage.serve(
        route({ ...Object.fromEntries(hops), '/robots-6': reply(200, {}, all), '/page': page }),
      )
      return outcome(stage.client(), `${server.origin}/page`)
    },
  },
  {
    name: 'robots.txt that redirects to itself',
    group,
    expected: '200 "page"',
    // RFC 9309 2.3.1.2: what is not found within five hops counts as unavailable, which is a 4xx.
    see: robots(reply(302, { location: '/robots.txt' })),
  },
  {
    name: 'robots.txt of 400 KB, its rule at the end',
    group,
    expected: 'blocked',
    see: robots(reply(200, {}, filler.repeat(10_000) + all)),
  },
  {
    name: 'robots.txt without end',
    group,
    expected: 'blocked',
    see: robots((_, response) => {
      response.write(all)
      const more = () => {
        while (response.writable && !response.destroyed && response.write(filler.repeat(1000)));
      }
      response.on('drain', more)
      more()
    }),
  },
  {
    name: 'robots.txt with a byte order mark and carriage returns',
    group,
    expected: 'blocked',
    see: robots(reply(200, {}, '\ufeffUser-agent: *\rDisallow: /page\r')),
  },
  {
    name: 'rules for the name of another program',
    group,
    expected: '200 "page"',
    see: robots(reply(200, {}, 'User-agent: other-bot\nDisallow: /\n')),
  },
  {
    name: 'rules for our own name, in capitals, beside those for all',
    group,
    expected: 'blocked',
    see: robots(
      reply(200, {}, 'User-agent: *\nAllow: /\n\nUser-agent: FAULT-TEST\nDisallow: /page\n'),
    ),
  },
  {
    name: 'two groups for one name',
    group,
    expected: 'blocked',
    see: robots(
      reply(
        200,
        {},
        'User-agent: fault-test\nDisallow: /a\n\nUser-agent: fault-test\nDisallow: /page\n',
      ),
    ),
  },
  {
    name: 'two rules that fit equally well: allowed',
    group,
    expected: '200 "page"',
    see: robots(reply(200, {}, 'User-agent: *\nDisallow: /page\nAllow: /page\n')),
  },
  {
    name: 'the longer rule wins',
    group,
    expected: '200 "page"',
    see: robots(
      reply(200, {}, 'User-agent: *\nAllow: /page/open\nDisallow: /page\n'),
      '/page/open',
    ),
  },
  {
    name: 'a rule in percent-encoding, an address without',
    group,
    expected: 'blocked',
    see: robots(reply(200, {}, 'User-agent: *\nDisallow: /%7Epage\n'), '/~page'),
  },
  {
    name: 'a rule without percent-encoding, an address with',
    group,
    expected: 'blocked',
    see: robots(reply(200, {}, 'User-agent: *\nDisallow: /~page\n'), '/%7epage'),
  },
  {
    name: 'a rule in UTF-8',
    group,
    expected: 'blocked',
    see: robots(reply(200, {}, 'User-agent: *\nDisallow: /café\n'), '/caf%C3%A9'),
  },
  {
    name: 'an encoded slash is no slash',
    group,
    expected: '200 "page"',
    see: robots(reply(200, {}, 'User-agent: *\nDisallow: /a/b\n'), '/a%2Fb'),
  },
  {
    name: 'a rule of two hundred stars',
    group,
    expected: '200 "page"',
    see: robots(
      reply(200, {}, `User-agent: *\nDisallow: /${'*a'.repeat(200)}b\n`),
      `/${'a'.repeat(2000)}`,
    ),
  },
  {
    name: 'github.com: what it lets anyone read, and what not',
    group,
    expected: '200 "page", then blocked',
    async see(stage) {
      const rules = 'User-agent: *\nDisallow: /*since=*\nDisallow: /*.atom$\n'
      const server = await stage.serve(
        route({ '/robots.txt': reply(200, {}, rules), '/trending': page }),
      )
      const client = stage.client()
      const first = await outcome(client, `${server.origin}/trending`)
      return `${first}, then ${await outcome(client, `${server.origin}/trending?since=weekly`)}`
    },
  },
  {
    name: 'robots.txt is kept for a day, and no longer',
    group,
    expected: '1 in 23 hours, 2 in 25',
    async see(stage) {
      const server = await stage.serve((request, response) => {
        response.writeHead(request.url === '/robots.txt' ? 404 : 200).end()
      })
      const client = stage.client()
      await outcome(client, `${server.origin}/1`)
      stage.clock.advance(23 * hour)
      await outcome(client, `${server.origin}/2`)
      const first = server.to('/robots.txt').length
      stage.clock.advance(2 * hour)
      await outcome(client, `${server.origin}/3`)
      return `${first} in 23 hours, ${server.to('/robots.txt').length} in 25`
    },
  },
  {
    name: 'robots.txt that comes back after an outage',
    group,
    expected: 'blocked, then 200 "page" within a day',
    async see(stage) {
      const server = await stage.serve(
        route({ '/robots.txt': inTurn(reply(500), reply(404)), '/page': page }),
      )
      const client = stage.client({ retry: { attempts: 0 } })
      const first = await outcome(client, `${server.origin}/page`)
      stage.clock.advance(day + hour)
      return `${first}, then ${await outcome(client, `${server.origin}/page`)} within a day`
    },
  },
]
