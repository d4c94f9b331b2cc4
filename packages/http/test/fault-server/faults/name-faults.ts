import { day, hour } from '../fake-clock.ts'
import { type Fault, outcome } from '../fault.ts'
import { reply } from '../feed-origin.ts'
import type { Stage } from '../stage.ts'

const group = 'names'

function failing(code: string, message: string) {
  return async (stage: Stage): Promise<string> => {
    const lookup = () => Promise.reject(Object.assign(new Error(message), { code }))
    const client = stage.client({ robots: 'ignore', security: { lookup } })
    return outcome(client, 'http://feed.example/feed')
  }
}

/** Names that lead nowhere. */
export const nameFaults: readonly Fault[] = [
  {
    name: 'NXDOMAIN',
    group,
    expected: 'upstream',
    see: (stage) => outcome(stage.client({ robots: 'ignore' }), 'http://gone.invalid/feed'),
  },
  {
    name: 'NXDOMAIN, where robots.txt is asked for first',
    group,
    expected: 'upstream',
    see: (stage) => outcome(stage.client(), 'http://gone.invalid/feed'),
  },
  {
    name: 'a resolver that is down',
    group,
    expected: 'upstream',
    see: failing('EAI_AGAIN', 'getaddrinfo EAI_AGAIN feed.example'),
  },
  {
    name: 'a name without addresses',
    group,
    expected: 'upstream',
    see: (stage) => {
      const client = stage.client({ robots: 'ignore', security: { lookup: async () => [] } })
      return outcome(client, 'http://feed.example/feed')
    },
  },
  {
    name: 'NXDOMAIN: the resolver is asked less and less',
    group,
    expected: 'at most 8 times in 20 hours, again within 10 days',
    async see(stage) {
      let asked = 0
      const lookup = () => {
        asked += 1
        return Promise.reject(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }))
      }
      const client = stage.client({
        robots: 'ignore',
        security: { lookup },
        retry: { attempts: 0 },
      })
      for (let hours = 0; hours < 20; hours += 1) {
        await outcome(client, 'http://gone.example/feed')
        stage.clock.advance(hour)
      }
      const first = asked
      stage.clock.advance(10 * day)
      await outcome(client, 'http://gone.example/feed')
      const times = first <= 8 ? 'at most 8 times' : `${first} times`
      return `${times} in 20 hours, ${asked > first ? 'again' : 'never again'} within 10 days`
    },
  },
  {
    name: 'an address that answers under a rooted name, too',
    group,
    expected: '200 "fine"',
    async see(stage) {
      const { port } = await stage.serve(reply(200, {}, 'fine'))
      return outcome(stage.client({ robots: 'ignore' }), `http://feed.example.:${port}/feed`)
    },
  },
]
