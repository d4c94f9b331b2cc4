import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createSqliteStore } from '../../src/index.ts'
import { day, hour } from '../fault-server/fake-clock.ts'
import { feedHandler, inTurn, reply, route } from '../fault-server/feed-origin.ts'
import { kindOf } from '../fault-server/seen-request.ts'
import { onStage } from './on-stage.ts'

test('sixty days, a new program every day: one unconditional request, ever', async () => {
  const stage = onStage()
  let version = 0
  const { origin, requests } = await stage.serve(
    feedHandler(() => ({ body: `version ${version}`, etag: `"${version}"` })),
  )
  const path = `${stage.folder()}/state.sqlite`
  for (let today = 0; today < 60; today++) {
    if (today % 9 === 0) version += 1
    const store = createSqliteStore(path)
    const client = stage.client({ robots: 'ignore', store, schedule: { amnestyDays: 0 } })
    await client.fetch(`${origin}/feed`)
    await client.close()
    await store.close()
    stage.clock.advance(day)
  }
  expect(requests.map(kindOf).join('')).toBe(`U${'C'.repeat(59)}`)
})

test('validators belong to the address that gave them, not to the one that was asked for', async () => {
  const stage = onStage()
  const { origin, to } = await stage.serve(
    route({
      '/feed': inTurn(reply(302, { location: '/a' }), reply(302, { location: '/b' })),
      '/a': feedHandler(() => ({ body: 'a', etag: '"a"' })),
      '/b': feedHandler(() => ({ body: 'b', etag: '"b"' })),
    }),
  )
  const client = stage.client({ robots: 'ignore' })
  for (let today = 0; today < 3; today++) {
    await client.fetch(`${origin}/feed`)
    stage.clock.advance(2 * day)
  }
  const tags = (path: string) => to(path).map(({ headers }) => headers['if-none-match'])
  expect(tags('/feed')).toEqual([undefined, undefined, undefined])
  expect(tags('/a')).toEqual([undefined])
  expect(tags('/b')).toEqual([undefined, '"b"'])
})

test('an address asked for directly and by a redirect is one address', async () => {
  const stage = onStage()
  const { origin, to } = await stage.serve(
    route({
      '/old': reply(302, { location: '/new' }),
      '/new': feedHandler(() => ({ body: 'text', etag: '"a"' })),
    }),
  )
  const client = stage.client({ robots: 'ignore' })
  await client.fetch(`${origin}/old`)
  stage.clock.advance(2 * day)
  await client.fetch(`${origin}/new`)
  expect(to('/new').map(kindOf)).toEqual(['U', 'C'])
})

test('two addresses that differ in their query are two, in their fragment are one', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(feedHandler(() => ({ body: 'text', etag: '"a"' })))
  const client = stage.client({ robots: 'ignore' })
  for (const address of ['/feed?1', '/feed?2', '/feed?1#top', '/feed?1#end']) {
    await client.fetch(origin + address)
    stage.clock.advance(2 * hour)
  }
  expect(requests.map((request) => `${request.path} ${kindOf(request)}`)).toEqual([
    '/feed?1 U',
    '/feed?2 U',
    '/feed?1 C',
    '/feed?1 C',
  ])
})

test('an address asked in two languages has the validators of each', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve((request, response) => {
    const language = request.headers['accept-language'] ?? ''
    const version = { body: language, etag: `"${language}"`, headers: { vary: 'accept-language' } }
    feedHandler(() => version)(request, response)
  })
  const client = stage.client({ robots: 'ignore' })
  for (const language of ['de', 'en', 'de']) {
    const response = await client.fetch(`${origin}/feed`, {
      headers: { 'accept-language': language },
    })
    expect(await response.text()).toBe(language)
    stage.clock.advance(2 * day)
  }
  const wrong = requests.filter(({ headers }) => {
    const tag = headers['if-none-match']
    return tag !== undefined && tag !== `"${headers['accept-language']}"`
  })
  expect(wrong).toEqual([])
})

test('what one key was given is not given to another, and no key is in the store', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve((request, response) => {
    const own = { body: `for ${request.headers.authorization}`, etag: '"the same for all"' }
    response.setHeader('cache-control', 'max-age=86400')
    feedHandler(() => own)(request, response)
  })
  const path = `${stage.folder()}/state.sqlite`
  const store = createSqliteStore(path)
  const client = stage.client({ robots: 'ignore', store })
  const read = async (key: string) => {
    const headers = { authorization: `Bearer ${key}` }
    return (await client.fetch(`${origin}/feed?api_key=sesame-query`, { headers })).text()
  }
  expect(await read('sesame-one')).toBe('for Bearer sesame-one')
  expect(await read('sesame-two')).toBe('for Bearer sesame-two')
  expect(await read('sesame-one')).toBe('for Bearer sesame-one')
  expect(requests.map(kindOf)).toEqual(['U', 'U'])
  const plain = await client.fetch(`${origin}/feed?api_key=sesame-query`)
  expect(await plain.text()).toBe('for undefined')
  await client.close()
  await store.close()
  // The body says the key, because this server echoes it; what we write ourselves does not.
  const database = new DatabaseSync(path)
  stage.keep(database)
  const rows = database.prepare('SELECT key, value FROM state').all()
  const own = rows.filter(({ key }) => !String(key).startsWith('body '))
  const written = own.map(({ key, value }) => {
    return `${key} ${value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value}`
  })
  expect(rows.length).toBeGreaterThan(3)
  expect(written.join('\n')).not.toContain('sesame')
})
