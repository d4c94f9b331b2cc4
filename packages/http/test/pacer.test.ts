import { expect, test } from 'vitest'
import { openClient } from './open-client.ts'
import { serve } from './serve.ts'

/** A clock that only sleeping moves. */
function fakeTime() {
  let ms = 1000
  const slept: number[] = []
  const sleep = async (duration: number) => {
    slept.push(duration)
    ms += duration
  }
  return { now: () => ms, sleep, slept }
}

test('requests to one host go one at a time, with the gap between them', async () => {
  let open = 0
  let most = 0
  const { origin, requests } = await serve((_, response) => {
    most = Math.max(most, ++open)
    setTimeout(() => {
      open--
      response.end()
    }, 10)
  })
  const time = fakeTime()
  const client = openClient({ minGapMs: 700, now: time.now, sleep: time.sleep })
  await Promise.all(['a', 'b', 'c'].map((path) => client.fetch(`${origin}/${path}`)))
  expect(requests.map((request) => request.url)).toEqual(['/a', '/b', '/c'])
  expect(most).toBe(1)
  expect(time.slept).toEqual([700, 700])
})

test('the gap is a second unless told otherwise, and a failure does not break the queue', async () => {
  const { origin } = await serve((request, response) => {
    if (request.url === '/a') request.socket.destroy()
    else response.end()
  })
  const time = fakeTime()
  const client = openClient({ minGapMs: undefined, now: time.now, sleep: time.sleep })
  const [first, second] = await Promise.allSettled([
    client.fetch(`${origin}/a`),
    client.fetch(`${origin}/b`),
  ])
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
  expect(time.slept).toEqual([1000])
})

test('hosts do not wait for each other', async () => {
  const slow = await serve(() => {})
  const quick = await serve((_, response) => response.end())
  const client = openClient()
  const controller = new AbortController()
  const waiting = client.fetch(`${slow.origin}/`, { signal: controller.signal })
  expect((await client.fetch(`${quick.origin}/`)).status).toBe(200)
  controller.abort()
  await expect(waiting).rejects.toBe(controller.signal.reason)
})

test('who gives up in the queue is let go at once and never asks', async () => {
  const answers: (() => void)[] = []
  const { origin, requests } = await serve((_, response) => {
    answers.push(() => response.end())
  })
  const client = openClient()
  const first = client.fetch(`${origin}/a`)
  const controller = new AbortController()
  const second = client.fetch(`${origin}/b`, { signal: controller.signal })
  await expect.poll(() => answers.length).toBe(1)
  controller.abort(new Error('too slow'))
  await expect(second).rejects.toThrow('too slow')
  answers[0]?.()
  await first
  expect(requests.map((request) => request.url)).toEqual(['/a'])
})
