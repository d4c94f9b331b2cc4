import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSqliteStore, type StateStore } from '../../../src/index.ts'
import { day, hour, minute } from '../fake-clock.ts'
import { type Fault, outcome, pattern } from '../fault.ts'
import { feedHandler } from '../feed-origin.ts'
import type { Stage } from '../stage.ts'

const group = 'state'
const feed = feedHandler(() => ({ body: 'text', etag: '"a"' }))

/** Two days of a client on a store that fails: it goes on, keeps its manners, and says what is wrong. */
async function twoDays(stage: Stage, store: StateStore): Promise<string> {
  const server = await stage.serve(feed)
  const client = stage.client({ robots: 'ignore', store })
  const first = await outcome(client, `${server.origin}/feed`)
  stage.clock.advance(2 * day)
  const second = await outcome(client, `${server.origin}/feed`)
  const { warnings } = client.report()
  const told = warnings.length > 0 ? 'with a warning' : 'and says nothing'
  return `${first}, ${second}, ${pattern(server.requests)}, ${told}`
}

const goesOn = '200 "text", 200 "text", U C, with a warning'

function refusing(refuse: (name: keyof StateStore) => boolean): StateStore {
  const values = new Map<string, Uint8Array>()
  const check = (name: keyof StateStore) => {
    if (refuse(name)) throw new Error('database or disk is full')
  }
  return {
    get: (key) => {
      check('get')
      return values.get(key)
    },
    set: (key, value) => {
      check('set')
      values.set(key, value)
    },
    delete: (key) => {
      check('delete')
      values.delete(key)
    },
    update(keys, change) {
      check('update')
      const known = keys.flatMap((key): [string, Uint8Array][] => {
        const value = values.get(key)
        return value === undefined ? [] : [[key, value]]
      })
      for (const [key, value] of change(new Map(known))) {
        if (value === undefined) values.delete(key)
        else values.set(key, value)
      }
    },
    close() {},
  }
}

/** What is remembered cannot be read or written, or the clock is not to be trusted. */
export const stateFaults: readonly Fault[] = [
  {
    name: 'a disk that is full',
    group,
    expected: goesOn,
    see: (stage) =>
      twoDays(
        stage,
        refusing((name) => name !== 'get'),
      ),
  },
  {
    name: 'a store that can be neither read nor written',
    group,
    expected: goesOn,
    see: (stage) =>
      twoDays(
        stage,
        refusing(() => true),
      ),
  },
  {
    name: 'a file that is no database',
    group,
    expected: goesOn,
    see(stage) {
      const path = join(stage.folder(), 'state.sqlite')
      writeFileSync(path, 'this is not a database, whatever its name says\n'.repeat(100))
      return twoDays(stage, stage.keep(createSqliteStore(path)))
    },
  },
  {
    name: 'a file in a folder that is not there',
    group,
    expected: goesOn,
    see(stage) {
      const path = join(stage.folder(), 'missing', 'state.sqlite')
      return twoDays(stage, stage.keep(createSqliteStore(path)))
    },
  },
  {
    name: 'values that are damaged',
    group,
    expected: '200 "text", 200 "text"',
    async see(stage) {
      const path = join(stage.folder(), 'state.sqlite')
      const server = await stage.serve(feed)
      const store = stage.keep(createSqliteStore(path))
      const first = await outcome(
        stage.client({ robots: 'ignore', store }),
        `${server.origin}/feed`,
      )
      const { DatabaseSync } = await import('node:sqlite')
      const database = new DatabaseSync(path)
      database.exec("UPDATE state SET value = x'00ff00ff'")
      database.close()
      stage.clock.advance(2 * day)
      const again = stage.client({ robots: 'ignore', store: stage.keep(createSqliteStore(path)) })
      return `${first}, ${await outcome(again, `${server.origin}/feed`)}`
    },
  },
  {
    name: 'a clock set back by a year: the address is not lost for a year',
    group,
    expected: 'asked within two days, conditionally',
    async see(stage) {
      const server = await stage.serve(feed)
      await outcome(stage.client({ robots: 'ignore' }), `${server.origin}/feed`)
      stage.clock.advance(-365 * day)
      const client = stage.client({ robots: 'ignore' })
      for (let hours = 0; hours <= 48; hours++) {
        await outcome(client, `${server.origin}/feed`)
        stage.clock.advance(hour)
      }
      if (server.requests.length < 2) return 'not asked for two days'
      return pattern(server.requests.slice(0, 2)) === 'U C'
        ? 'asked within two days, conditionally'
        : `asked within two days, ${pattern(server.requests)}`
    },
  },
  {
    name: 'a clock set back by an hour: no burst of requests',
    group,
    expected: 'at most 3 requests',
    async see(stage) {
      const server = await stage.serve(feed)
      const client = stage.client({ robots: 'ignore' })
      await outcome(client, `${server.origin}/feed`)
      stage.clock.advance(-hour)
      // Two hours pass, whatever the clock says.
      for (let step = 0; step < 12; step++) {
        stage.clock.advance(10 * minute)
        await outcome(client, `${server.origin}/feed`)
      }
      return server.requests.length <= 3
        ? 'at most 3 requests'
        : `${server.requests.length} requests`
    },
  },
  {
    name: 'a clock ten years ahead, and back',
    group,
    expected: 'U C C',
    async see(stage) {
      const server = await stage.serve(feed)
      const client = stage.client({ robots: 'ignore' })
      await outcome(client, `${server.origin}/feed`)
      stage.clock.advance(3650 * day)
      await outcome(client, `${server.origin}/feed`)
      stage.clock.advance(-3650 * day)
      for (let step = 0; step < 3; step++) {
        stage.clock.advance(day)
        await outcome(client, `${server.origin}/feed`)
      }
      return pattern(server.requests.slice(0, 3))
    },
  },
]
