import { expect, test } from 'vitest'
import type { Handler } from '../fault-server/servers.ts'
import { onStage } from './on-stage.ts'

const slowly: Handler = (request, response) => {
  setTimeout(() => response.writeHead(200, { etag: '"a"' }).end(`text for ${request.method}`), 40)
}

test('an address that two sources want at the same time is asked once, and both can read it', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(slowly)
  const client = stage.client({ robots: 'ignore' })
  const responses = await Promise.all([1, 2, 3].map(() => client.fetch(`${origin}/feed`)))
  const texts = await Promise.all(responses.map((response) => response.text()))
  expect(texts).toEqual(Array(3).fill('text for GET'))
  expect(requests).toHaveLength(1)
})

test('one after the other, too: the second is served from what is known', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(slowly)
  const client = stage.client({ robots: 'ignore' })
  await client.fetch(`${origin}/feed`)
  expect(await (await client.fetch(`${origin}/feed`)).text()).toBe('text for GET')
  expect(requests).toHaveLength(1)
})

test('a redirect to an address that is on its way does not ask for it again', async () => {
  const stage = onStage()
  const { origin, to } = await stage.serve((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/feed' }).end()
    else slowly(request, response)
  })
  const client = stage.client({ robots: 'ignore' })
  await Promise.all([client.fetch(`${origin}/feed`), client.fetch(`${origin}/old`)])
  expect(to('/feed')).toHaveLength(1)
})

test('one who gives up does not take the others along; the last one does', async () => {
  const stage = onStage()
  let closed = 0
  const answers: (() => void)[] = []
  const { origin, requests } = await stage.serve((_, response) => {
    response.on('close', () => {
      if (!response.writableFinished) closed += 1
    })
    answers.push(() => response.end('text'))
  })
  const client = stage.client({ robots: 'ignore' })
  const [leaving, staying] = [new AbortController(), new AbortController()]
  const first = client.fetch(`${origin}/feed`, { signal: leaving.signal })
  const second = client.fetch(`${origin}/feed`, { signal: staying.signal })
  await expect.poll(() => requests.length).toBe(1)
  const reason = new Error('changed my mind')
  leaving.abort(reason)
  await expect(first).rejects.toBe(reason)
  answers[0]?.()
  expect(await (await second).text()).toBe('text')
  expect(closed).toBe(0)

  const third = client.fetch(`${origin}/other`, { signal: staying.signal })
  await expect.poll(() => requests.length).toBe(2)
  staying.abort(reason)
  await expect(third).rejects.toBe(reason)
  await expect.poll(() => closed).toBe(1)
})

test('a failure is told to all, and the next one asks anew', async () => {
  const stage = onStage()
  let turn = 0
  const { origin } = await stage.serve((request, response) => {
    turn += 1
    if (turn === 1) setTimeout(() => response.socket?.destroy(), 40)
    else slowly(request, response)
  })
  const client = stage.client({ robots: 'ignore', schedule: { floorMs: 0 } })
  const told = await Promise.allSettled([
    client.fetch(`${origin}/feed`),
    client.fetch(`${origin}/feed`),
  ])
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const again = await client.fetch(`${origin}/feed`, { cache: 'reload' })
  expect(again.status).toBe(200)
  expect(turn).toBe(2)
})

test('what does something, or is wanted otherwise, is not shared', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(slowly)
  const client = stage.client({ robots: 'ignore', minGapMs: 0 })
  const url = `${origin}/feed`
  await Promise.all([
    client.fetch(url, { method: 'POST', body: 'x' }),
    client.fetch(url, { method: 'POST', body: 'x' }),
    client.fetch(url, { headers: { accept: 'text/html' } }),
    client.fetch(url, { headers: { accept: 'application/json' } }),
    client.fetch(url, { headers: { authorization: 'Bearer aaaaaa' } }),
    client.fetch(url, { headers: { authorization: 'Bearer bbbbbb' } }),
  ])
  expect(requests).toHaveLength(6)
})
