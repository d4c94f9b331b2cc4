import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCertificate } from '../certificate.ts'
import { day, hour } from '../fake-clock.ts'
import { errorText, type Fault, outcome } from '../fault.ts'
import { reply } from '../feed-origin.ts'
import { serveHttps } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'run'

/** Whether an address that always redirects there is taken to have moved, after ten days of it. */
async function believed(stage: Stage, from: string, ca?: string): Promise<string> {
  const client = stage.client({ robots: 'ignore', ...(ca === undefined ? {} : { ca }) })
  for (let today = 0; today < 10; today++) {
    await outcome(client, from)
    stage.clock.advance(day + hour)
  }
  return client.report().moved.length === 0 ? 'not believed' : 'believed'
}

/** A program that runs into something halfway: it goes on, and nobody else is troubled. */
export const runFaults: readonly Fault[] = [
  {
    name: 'a network that sends everybody to its login for good',
    group,
    expected: 'not believed',
    async see(stage) {
      const portal = await stage.serve(reply(200, {}, 'please log in'))
      const location = `http://portal.example:${portal.port}/login?then=feed`
      const { origin } = await stage.serve(reply(301, { location }))
      return believed(stage, `${origin}/feed`)
    },
  },
  {
    name: 'a move from https to http',
    group,
    expected: 'not believed',
    async see(stage) {
      const plain = await stage.serve(reply(200, {}, 'text'))
      const certificate = makeCertificate({ names: ['feed.example'] })
      const location = `http://feed.example:${plain.port}/feed`
      const { port } = stage.keep(await serveHttps(certificate, reply(301, { location })))
      return believed(stage, `https://feed.example:${port}/feed`, certificate.cert)
    },
  },
  {
    name: 'a move that is one',
    group,
    expected: 'believed',
    async see(stage) {
      const there = await stage.serve(reply(200, { etag: '"a"' }, 'text'))
      const location = `http://there.example:${there.port}/feed`
      const { origin } = await stage.serve(reply(301, { location }))
      return believed(stage, `${origin}/feed`)
    },
  },
  {
    name: 'five sources want one address that breaks off',
    group,
    expected: 'upstream for all, asked once',
    async see(stage) {
      const { origin, requests } = await stage.serve((_, response) => {
        setTimeout(() => response.socket?.resetAndDestroy(), 30)
      })
      const client = stage.client({ robots: 'ignore' })
      const told = await Promise.all([1, 2, 3, 4, 5].map(() => outcome(client, `${origin}/feed`)))
      const all = new Set(told).size === 1 ? `${told[0]} for all` : told.join(', ')
      return `${all}, asked ${requests.length === 1 ? 'once' : `${requests.length} times`}`
    },
  },
  {
    name: 'a host that never answers: the others do not wait for it',
    group,
    expected: 'ten others read before it was given up',
    async see(stage) {
      const dead = await stage.serve(() => {})
      const alive = await stage.serve(reply(200, {}, 'text'))
      const client = stage.client({ robots: 'ignore', limits: { totalMs: 1500 }, minGapMs: 0 })
      let isGivenUp = false
      const waiting = outcome(client, `${dead.origin}/feed`).then((told) => {
        isGivenUp = true
        return told
      })
      const hosts = Array.from(
        { length: 10 },
        (_, index) => `http://h${index}.example:${alive.port}/`,
      )
      const told = await Promise.all(hosts.map((url) => outcome(client, url)))
      const before = !isGivenUp && told.every((one) => one === '200 "text"')
      return (await waiting) === 'timeout' && before
        ? 'ten others read before it was given up'
        : told.join(', ')
    },
  },
  {
    name: 'a client that is closed in the middle waits for what is running',
    group,
    expected: '200 "text", then refused',
    async see(stage) {
      const { origin } = await stage.serve((_, response) =>
        setTimeout(() => response.end('text'), 50),
      )
      const client = stage.client({ robots: 'ignore' })
      const running = outcome(client, `${origin}/feed`)
      await client.close()
      const late = await client.fetch(`${origin}/late`).catch(errorText)
      return `${await running}, then ${String(late).includes('closed') ? 'refused' : late}`
    },
  },
  {
    name: 'a recording whose body is gone',
    group,
    expected: 'not-recorded',
    async see(stage) {
      const { origin } = await stage.serve(reply(200, { 'content-type': 'text/plain' }, 'text'))
      const record = stage.folder()
      await outcome(stage.client({ robots: 'ignore', record }), `${origin}/feed`)
      const manifest: { file?: string }[] = JSON.parse(
        readFileSync(join(record, 'manifest.json'), 'utf8'),
      )
      for (const { file } of manifest) if (file !== undefined) rmSync(join(record, file))
      return outcome(stage.client({ replay: record }), `${origin}/feed`)
    },
  },
  {
    name: 'a recording whose list is broken',
    group,
    expected: 'unparseable',
    async see(stage) {
      const replay = stage.folder()
      writeFileSync(join(replay, 'manifest.json'), '[{"url": ')
      try {
        stage.client({ replay })
        return 'opened'
      } catch (error) {
        return errorText(error)
      }
    },
  },
]
