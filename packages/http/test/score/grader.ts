import type { IncomingMessage, ServerResponse } from 'node:http'
import { serveHttp } from '../fault-server/servers.ts'
import { type Feed, feeds } from './feeds.ts'

/** How a reader behaves, in the columns of rachelbythebay.com's score of feed readers. */
export interface Score {
  requests: number
  unconditional: number
  /** Most unconditional requests for one address. */
  unconditionalPerUrl: number
  ifNoneMatch: Grades
  ifModifiedSince: Grades
  cookies: number
  referrers: number
  /** Requests with something added to the query. */
  additions: number
  /** Least seconds between two requests for one address; absent where none was repeated. */
  minSpacingSeconds?: number | undefined
  /** Repeats that came before max(1 h, min(max-age, 24 h)) had passed. */
  tooEarly: number
  /** Requests for robots.txt; they are no readings of a feed. */
  robots: number
}

/** Of validators that were sent. */
export interface Grades {
  /** The last one that was given out for this address. */
  good: number
  /** One that was given out earlier. */
  outOfSequence: number
  /** Made up. */
  bogus: number
}

interface Seen {
  at: number[]
  unconditional: number
  etags: (string | undefined)[]
  dates: (string | undefined)[]
}

/** A server of feeds that keeps the score of its one reader. */
export interface Grader {
  origin: string
  urls: readonly string[]
  /** The clock of the simulation. */
  setTime(ms: number): void
  /** The next repeated request for this feed gets no answer; resolves when it is there. */
  hold(path: string): Promise<void>
  score(): Score
  close(): Promise<void>
}

const hour = 3_600_000

export async function openGrader(start: number): Promise<Grader> {
  let now = start
  let held: { path: string; came: () => void } | undefined
  const seen = new Map<string, Seen>(
    feeds.map(({ path }) => [path, { at: [], unconditional: 0, etags: [], dates: [] }]),
  )
  const byPath = new Map(feeds.map((feed) => [feed.path, feed]))
  const none = (): Grades => ({ good: 0, outOfSequence: 0, bogus: 0 })
  const totals = {
    ifNoneMatch: none(),
    ifModifiedSince: none(),
    cookies: 0,
    referrers: 0,
    additions: 0,
    robots: 0,
  }

  function grade(grades: Grades, sent: string, given: readonly (string | undefined)[]): void {
    if (sent === given.at(-1)) grades.good += 1
    else if (given.includes(sent)) grades.outOfSequence += 1
    else grades.bogus += 1
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const [path = '', query] = (request.url ?? '').split('?')
    const feed = byPath.get(path)
    const known = seen.get(path)
    const { headers } = request
    if (headers.cookie !== undefined) totals.cookies += 1
    if (headers.referer !== undefined) totals.referrers += 1
    if (query !== undefined) totals.additions += 1
    if (feed === undefined || known === undefined) {
      if (path === '/robots.txt') totals.robots += 1
      response.writeHead(404).end()
      return
    }
    const isRepeated = known.at.length > 0
    known.at.push(now)
    const etag = headers['if-none-match']
    const date = headers['if-modified-since']
    if (etag === undefined && date === undefined) known.unconditional += 1
    if (etag !== undefined) grade(totals.ifNoneMatch, etag, known.etags)
    if (date !== undefined) grade(totals.ifModifiedSince, date, known.dates)
    if (held?.path === path && isRepeated) {
      held.came()
      held = undefined
      return
    }
    give(feed, known, { etag, date }, response)
  }

  function give(
    feed: Feed,
    known: Seen,
    sent: { etag: string | undefined; date: string | undefined },
    response: ServerResponse,
  ): void {
    const state = feed.at(now)
    known.etags.push(state.etag)
    known.dates.push(state.lastModified)
    const isSame =
      sent.etag === undefined
        ? sent.date !== undefined && sent.date === state.lastModified
        : sent.etag === state.etag
    if (state.etag !== undefined) response.setHeader('etag', state.etag)
    if (state.lastModified !== undefined) response.setHeader('last-modified', state.lastModified)
    // On 304 too, as RFC 9110 15.4.5 wants it.
    if (state.cacheControl !== undefined) response.setHeader('cache-control', state.cacheControl)
    response.setHeader('set-cookie', 'reader=1; Path=/; Max-Age=31536000')
    if (!isSame) response.setHeader('content-type', 'application/rss+xml')
    response.writeHead(isSame ? 304 : 200).end(isSame ? undefined : state.body)
  }

  const server = await serveHttp(answer, { now: () => now })

  return {
    origin: server.origin,
    urls: feeds.map(({ path }) => server.origin + path),
    setTime(ms) {
      now = ms
    },
    hold: (path) =>
      new Promise((resolve) => {
        held = { path, came: resolve }
      }),
    score() {
      const each = feeds.map((feed) => {
        const { at, unconditional } = seen.get(feed.path) ?? { at: [], unconditional: 0 }
        const gaps = at.slice(1).map((ms, index) => ms - (at[index] ?? ms))
        const least = Math.max(hour, Math.min(feed.maxAge * 1000, 24 * hour))
        return {
          requests: at.length,
          unconditional,
          gaps,
          early: gaps.filter((gap) => gap < least).length,
        }
      })
      const sum = (numbers: readonly number[]) =>
        numbers.reduce((total, number) => total + number, 0)
      const gaps = each.flatMap((one) => one.gaps)
      return {
        requests: sum(each.map(({ requests }) => requests)),
        unconditional: sum(each.map(({ unconditional }) => unconditional)),
        unconditionalPerUrl: Math.max(...each.map(({ unconditional }) => unconditional)),
        ...totals,
        ...(gaps.length === 0
          ? {}
          : { minSpacingSeconds: gaps.reduce((a, b) => Math.min(a, b)) / 1000 }),
        tooEarly: sum(each.map(({ early }) => early)),
      }
    },
    close: server.close,
  }
}
