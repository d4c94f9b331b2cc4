import { expect, test } from 'vitest'
import { provenance } from '../src/index.ts'
import { openClient } from './open-client.ts'
import { serve } from './serve.ts'

const json = '\ufeff{"a":"ü"}'

/** The same answer by this client and by the platform, to be treated the same. */
async function both(): Promise<[Response, Response]> {
  const { origin } = await serve((_, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(json)
  })
  return [await openClient().fetch(`${origin}/`), await fetch(`${origin}/`)]
}

test.for([
  ['text', (response: Response) => response.text()],
  ['json', (response: Response) => response.json()],
  ['bytes', async (response: Response) => [...(await response.bytes())]],
  ['arrayBuffer', async (response: Response) => (await response.arrayBuffer()).byteLength],
  [
    'blob',
    async (response: Response) => [
      (await response.blob()).type,
      await response.blob().catch(() => 'used'),
    ],
  ],
  ['stream', async (response: Response) => response.body?.getReader().read()],
  ['wrapped', (response: Response) => new Response(response.body).text()],
  ['clone', async (response: Response) => [await response.clone().text(), await response.text()]],
  [
    'stream of a clone',
    async (response: Response) => [
      await new Response(response.clone().body).text(),
      await new Response(response.body).text(),
    ],
  ],
] as const)('%s reads as the platform’s, once', async ([, read]) => {
  const [ours, platforms] = await both()
  expect(ours.bodyUsed).toBe(false)
  expect(await read(ours)).toEqual(await read(platforms))
  expect([ours.bodyUsed, platforms.bodyUsed]).toEqual([true, true])
  for (const response of [ours, platforms]) {
    await expect(response.text()).rejects.toThrow(TypeError)
    await expect(response.arrayBuffer()).rejects.toThrow(TypeError)
    expect(() => response.clone()).toThrow(TypeError)
  }
})

test('a form is read as one', async () => {
  const { origin } = await serve((_, response) => {
    response.setHeader('content-type', 'application/x-www-form-urlencoded')
    response.end('a=1&b=2')
  })
  const form = await (await openClient().fetch(`${origin}/`)).formData()
  expect([...form]).toEqual([
    ['a', '1'],
    ['b', '2'],
  ])
})

test('an answer without a body has none, as often as it is asked', async () => {
  const { origin } = await serve((_, response) => response.writeHead(204).end())
  const response = await openClient().fetch(`${origin}/`)
  expect([response.body, await response.text(), await response.text()]).toEqual([null, '', ''])
  expect(response.bodyUsed).toBe(false)
})

test('what one caller does to the bytes reaches no other', async () => {
  const { origin } = await serve((_, response) => response.end('abc'))
  const client = openClient()
  const [first, second] = await Promise.all([
    client.fetch(`${origin}/`),
    client.fetch(`${origin}/`),
  ])
  new Uint8Array(await first.arrayBuffer()).fill(0)
  const copy = await second.clone().bytes()
  copy.fill(0)
  expect(await second.text()).toBe('abc')
  expect(await (await client.fetch(`${origin}/`)).text()).toBe('abc')
  expect(provenance(second)?.sha256).toMatch(/^ba7816bf/)
})
