import { isIP } from 'node:net'
import { Agent, fetch as undiciFetch } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  type Client,
  type ClientOptions,
  createClient,
  type LookupAddress,
} from '../../src/index.ts'
import { errorText } from '../fault-server/fault.ts'
import { reply } from '../fault-server/feed-origin.ts'
import { table } from '../fault-server/table.ts'
import { answers, literals, ports, redirects, schemes } from './bypasses.ts'
import { type Canary, openCanary, outsideAddress } from './canary.ts'

let canary: Canary
const rows: string[][] = []

beforeAll(async () => {
  canary = await openCanary()
})
afterAll(async () => {
  await canary.close()
  process.stdout.write(`\n${table(['attempt', 'plain fetch', 'ours'], rows)}\n`)
  const passed = rows.filter(([, , ours]) => ours !== 'blocked').length
  process.stdout.write(`${passed} of ${rows.length} attempts got past the guard\n`)
})
beforeEach(() => {
  canary.taken()
})

const at = (url: string) => url.replace('PORT', String(canary.port))

const addressesOf = (addresses: readonly string[]): LookupAddress[] =>
  addresses
    .map((address) => (address === 'OUTSIDE' ? outsideAddress : address))
    .map((address) => ({ address, family: isIP(address) || 4 }))

const allowPrivate = [`${outsideAddress}/32`]

/** A client for which the canary's port is as good as port 80, so that only the address is in the way. */
function guarded(security: ClientOptions['security'] = {}): Client {
  const client = createClient({
    robots: 'ignore',
    minGapMs: 0,
    retry: { attempts: 0 },
    limits: { totalMs: 5000 },
    security: { ports: [80, 443, canary.port], ...security },
  })
  onTestFinished(() => client.close())
  return client
}

/** What came of it; `reached` where the canary was asked, whatever the client says. */
async function attempt(ask: () => Promise<unknown>): Promise<string> {
  const told = await ask().then(
    () => 'answered',
    (error: unknown) => errorText(error),
  )
  return canary.taken() > 0 ? 'reached' : told
}

/** `fetch` without a guard, with the resolver of the test. */
async function control(url: string, addresses?: readonly string[]): Promise<string> {
  const [first] = addressesOf(addresses ?? [])
  const dispatcher = new Agent({
    connect: {
      timeout: 2000,
      ...(first === undefined
        ? {}
        : {
            lookup: (_, options, callback) => {
              if (options.all === true) callback(null, [first])
              else callback(null, first.address, first.family)
            },
          }),
    },
  })
  onTestFinished(() => dispatcher.destroy())
  return attempt(() => undiciFetch(url, { dispatcher }))
}

describe('addresses', () => {
  test.for(literals)('$url', async ({ url, reaches }) => {
    const plain = reaches === 'canary' ? await control(at(url), namesOf(url)) : 'not tried'
    const ours = await attempt(() => guarded().fetch(at(url)))
    rows.push([JSON.stringify(url).slice(1, -1), plain, ours])
    expect(ours).toBe('blocked')
    if (reaches === 'canary') expect(plain).toBe('reached')
  })

  // Resolvers differ in whether they know these names; the standard says what they are.
  function namesOf(url: string): readonly string[] | undefined {
    return /localhost/i.test(new URL(at(url)).hostname) ? ['127.0.0.1'] : undefined
  }

  test('a name of this machine is blocked before anybody is asked for its address', async () => {
    let asked = 0
    const lookup = async () => {
      asked += 1
      return addressesOf(['127.0.0.1'])
    }
    const ours = await attempt(() => guarded({ lookup }).fetch(at('http://news.localhost:PORT/')))
    expect([ours, asked]).toEqual(['blocked', 0])
  })

  test('what is blocked is reached once it is allowed: nothing else was in the way', async () => {
    const reachable = literals.filter(({ reaches, url }) => {
      return reaches === 'canary' && !/localhost/i.test(new URL(at(url)).hostname)
    })
    const open = guarded({ allowPrivate: ['127.0.0.0/8', '0.0.0.0/8', '::1/128', '::/128'] })
    for (const { url } of reachable) {
      const response = await open.fetch(at(url), { headers: { 'cache-control': 'no-cache' } })
      expect(await response.text(), url).toBe('secret')
    }
  })
})

describe('answers of a resolver', () => {
  test.for(answers)('$why: $addresses', async ({ why, addresses, reaches }) => {
    const url = at('http://news.example:PORT/')
    const plain = reaches === 'canary' ? await control(url, addresses) : 'not tried'
    const lookup = async () => addressesOf(addresses)
    const ours = await attempt(() => guarded({ lookup, allowPrivate }).fetch(url))
    rows.push([`DNS: ${why}: ${addresses.join(', ')}`, plain, ours])
    expect(ours).toBe('blocked')
    if (reaches === 'canary') expect(plain).toBe('reached')
  })

  test.for([
    ['the second time', 1],
    ['the third time', 2],
  ] as const)('a name that turns into this machine %s', async ([why, turns]) => {
    canary.outside(reply(200, { connection: 'close' }, 'public'))
    let asked = 0
    const lookup = async () => addressesOf([asked++ < turns ? outsideAddress : '127.0.0.1'])
    const client = guarded({ lookup, allowPrivate })
    const told: string[] = []
    for (let turn = 0; turn <= turns; turn++) {
      const url = `http://news.example:${canary.port}/${turn}`
      told.push(await attempt(() => client.fetch(url)))
    }
    rows.push([`DNS rebinding: ${why}`, 'not tried', told.at(-1) ?? ''])
    expect(told).toEqual([...Array(turns).fill('answered'), 'blocked'])
  })

  test('what was judged is what is connected to: a name is looked up once for a connection', async () => {
    canary.outside(reply(200, {}, 'public'))
    let asked = 0
    // A guard that looks up first and connects by name afterwards would be sent to the canary.
    const lookup = async () => addressesOf([asked++ === 0 ? outsideAddress : '127.0.0.1'])
    const client = guarded({ lookup, allowPrivate })
    const ours = await attempt(() => client.fetch(`http://news.example:${canary.port}/`))
    expect([ours, asked]).toEqual(['answered', 1])
  })
})

describe('redirects', () => {
  test.for(redirects)('to %s', async (location) => {
    canary.outside(reply(302, { location: at(location) }))
    const lookup = async (hostname: string) =>
      addressesOf([hostname === 'news.example' ? outsideAddress : '127.0.0.1'])
    const client = guarded({ lookup, allowPrivate })
    const url = `http://news.example:${canary.port}/`
    const ours = await attempt(() => client.fetch(url))
    const plain =
      location.includes('@') || location.startsWith('\\')
        ? 'not tried'
        : await redirectControl(url, lookup)
    rows.push([`redirect: ${location}`, plain, ours])
    expect(ours).toBe('blocked')
    expect(plain).not.toBe('answered')
    expect(canary.outsideTaken()).toBeGreaterThan(0)
  })

  test('from page to page to this machine', async () => {
    canary.outside((request, response) => {
      const next =
        request.url === '/' ? '/2' : request.url === '/2' ? '/3' : at('http://0x7f.1:PORT/')
      response.writeHead(307, { location: next }).end()
    })
    const lookup = async () => addressesOf([outsideAddress])
    const client = guarded({ lookup, allowPrivate })
    const ours = await attempt(() => client.fetch(`http://news.example:${canary.port}/`))
    rows.push(['redirect: the third of a chain', 'not tried', ours])
    expect(ours).toBe('blocked')
    expect(canary.outsideTaken()).toBe(3)
  })

  test('of robots.txt', async () => {
    canary.outside((request, response) => {
      if (request.url === '/robots.txt') {
        response.writeHead(302, { location: at('http://127.0.0.1:PORT/robots.txt') }).end()
      } else response.end('public')
    })
    const client = createClient({
      minGapMs: 0,
      retry: { attempts: 0 },
      security: {
        ports: [canary.port],
        allowPrivate,
        lookup: async () => addressesOf([outsideAddress]),
      },
    })
    onTestFinished(() => client.close())
    const ours = await attempt(() => client.fetch(`http://news.example:${canary.port}/`))
    rows.push(['redirect: of robots.txt', 'not tried', ours === 'reached' ? ours : 'blocked'])
    expect(ours).not.toBe('reached')
  })

  test('a header that names another place is not followed', async () => {
    canary.outside(
      reply(200, {
        'alt-svc': `h2=":${canary.port}"; ma=86400, http/1.1="127.0.0.1:${canary.port}"`,
        refresh: `0; url=${at('http://127.0.0.1:PORT/')}`,
        link: `<${at('http://127.0.0.1:PORT/')}>; rel=preload`,
        'content-location': at('http://127.0.0.1:PORT/'),
      }),
    )
    const lookup = async () => addressesOf([outsideAddress])
    const client = guarded({ lookup, allowPrivate })
    for (const path of ['1', '2']) await client.fetch(`http://news.example:${canary.port}/${path}`)
    expect(canary.taken()).toBe(0)
  })
})

describe('schemes and ports', () => {
  test.for(schemes)('%s', async (url) => {
    const ours = await attempt(() => guarded().fetch(at(url)))
    rows.push([url, 'not tried', ours])
    expect(ours).toBe('blocked')
  })

  test.for(ports)('port %i of a public host', async (port) => {
    let asked = 0
    const client = createClient({
      robots: 'ignore',
      security: {
        lookup: async () => {
          asked += 1
          return []
        },
      },
    })
    onTestFinished(() => client.close())
    const ours = await attempt(() => client.fetch(`http://news.example:${port}/`))
    rows.push([`port ${port}`, 'not tried', ours])
    expect([ours, asked]).toEqual(['blocked', 0])
  })

  test.for(['http://editor:secret@127.0.0.1:PORT/', 'http://127.0.0.1@news.example:PORT/'])(
    'a user name: %s',
    async (url) => {
      const ours = await attempt(() => guarded().fetch(at(url)))
      rows.push([url.replace('secret', '…'), 'not tried', ours])
      expect(ours).toBe('blocked')
    },
  )

  test('what the option does not name is closed again: ports, schemes', async () => {
    const client = guarded({ schemes: ['https'] })
    await expect(client.fetch('http://news.example/')).rejects.toMatchObject({ code: 'blocked' })
    const narrow = guarded({ ports: [443] })
    await expect(narrow.fetch('http://news.example/')).rejects.toMatchObject({ code: 'blocked' })
  })
})

test('an error for what was blocked can be told to anyone, and is not worth trying again', async () => {
  const url = at('http://127.0.0.1:PORT/admin?token=abcdef')
  await expect(guarded().fetch(url)).rejects.toMatchObject({
    name: 'SourceError',
    code: 'blocked',
    retryable: false,
    url: expect.not.stringContaining('abcdef'),
  })
})

test('at least sixty attempts were made', () => {
  const attempts =
    literals.length + answers.length + redirects.length + schemes.length + ports.length
  expect(attempts).toBeGreaterThanOrEqual(60)
})

async function redirectControl(
  url: string,
  lookup: (hostname: string) => Promise<LookupAddress[]>,
): Promise<string> {
  const dispatcher = new Agent({
    connect: {
      lookup: (hostname, options, callback) => {
        lookup(hostname === 'localhost' ? 'inside.example' : hostname).then(([first]) => {
          if (first === undefined) return
          if (options.all === true) callback(null, [first])
          else callback(null, first.address, first.family)
        })
      },
    },
  })
  onTestFinished(() => dispatcher.destroy())
  return attempt(() => undiciFetch(url, { dispatcher }))
}
