import { day } from '../fake-clock.ts'
import { type Fault, outcome } from '../fault.ts'
import { inTurn, reply } from '../feed-origin.ts'
import type { Handler } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'content'
const wantsFeed = { headers: { accept: 'application/rss+xml, application/atom+xml' } }
const html = { 'content-type': 'text/html; charset=utf-8' }

function asked(handle: Handler, init?: RequestInit) {
  return async (stage: Stage): Promise<string> => {
    const { origin } = await stage.serve(handle)
    return outcome(stage.client({ robots: 'ignore' }), `${origin}/feed`, init)
  }
}

/** Pages that stand in the way of what was asked for. */
export const contentFaults: readonly Fault[] = [
  ...[200, 403, 503].map(
    (status): Fault => ({
      name: `a challenge with ${status}`,
      group,
      expected: 'blocked',
      see: asked(
        reply(status, { ...html, 'cf-mitigated': 'challenge' }, '<title>Just a moment…</title>'),
      ),
    }),
  ),
  {
    name: 'HTML where a feed was asked for',
    group,
    expected: 'blocked',
    see: asked(
      reply(200, html, '<!doctype html><html><title>Are you human?</title></html>'),
      wantsFeed,
    ),
  },
  {
    name: 'a feed that calls itself HTML',
    group,
    expected: '200 "<rss></rss>"',
    see: asked(reply(200, html, '<rss></rss>'), wantsFeed),
  },
  {
    name: 'HTML where HTML was asked for',
    group,
    expected: '200 "<html></html>"',
    see: asked(reply(200, html, '<html></html>'), { headers: { accept: 'text/html' } }),
  },
  {
    name: 'a challenge does not take the place of what is known',
    group,
    expected: '- "a" "a"',
    async see(stage) {
      const server = await stage.serve(
        inTurn(
          reply(200, { etag: '"a"' }, '<rss></rss>'),
          reply(200, { ...html, 'cf-mitigated': 'challenge', etag: '"challenge"' }, '<html>'),
          reply(304, { etag: '"a"' }),
        ),
      )
      const client = stage.client({ robots: 'ignore' })
      for (let today = 0; today < 3; today++) {
        await outcome(client, `${server.origin}/feed`)
        // Long enough for whatever a challenge calls for.
        stage.clock.advance(8 * day)
      }
      return server.requests.map(({ headers }) => headers['if-none-match'] ?? '-').join(' ')
    },
  },
]
