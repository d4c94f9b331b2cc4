import { expect, test } from 'vitest'
import { createCoalesce } from '../src/coalesce.ts'
import { openClient } from './open-client.ts'
import { serve } from './serve.ts'

test('the same address at the same time is asked once, and everybody gets a body', async () => {
  const { origin, requests } = await serve((_, response) => {
    setTimeout(() => response.end('text'), 20)
  })
  const client = openClient()
  const answers = await Promise.all(Array.from({ length: 5 }, () => client.fetch(`${origin}/#a`)))
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array(5).fill('text'))
  expect(requests).toHaveLength(1)
})

test('one who gives up does not take the answer from the others', async () => {
  const { origin, requests } = await serve((_, response) => {
    setTimeout(() => response.end('text'), 50)
  })
  const client = openClient()
  const controller = new AbortController()
  const first = client.fetch(`${origin}/`, { signal: controller.signal })
  const second = client.fetch(`${origin}/`)
  await expect.poll(() => requests.length).toBe(1)
  controller.abort(new Error('enough'))
  await expect(first).rejects.toThrow('enough')
  expect(await (await second).text()).toBe('text')
  expect(requests).toHaveLength(1)
})

test('when all have given up, the task is told, and the next caller starts anew', async () => {
  const flights = createCoalesce<string>()
  const aborted: unknown[] = []
  const task = (signal: AbortSignal) =>
    new Promise<string>((_, reject) => {
      signal.addEventListener('abort', () => {
        aborted.push(signal.reason)
        reject(signal.reason)
      })
    })
  const controllers = [new AbortController(), new AbortController()]
  const waiting = controllers.map(({ signal }) => flights.run('a', signal, task))
  controllers[0]?.abort('one')
  await expect(waiting[0]).rejects.toBe('one')
  expect(aborted).toEqual([])
  controllers[1]?.abort('two')
  await expect(waiting[1]).rejects.toBe('two')
  expect(aborted).toEqual(['two'])
  expect(await flights.run('a', undefined, async () => 'new')).toBe('new')
  await flights.settled()
})

test('what changes something is never shared', async () => {
  const { origin, requests } = await serve((_, response) => response.end())
  const client = openClient()
  const post = () => client.fetch(`${origin}/`, { method: 'POST', body: 'a' })
  await Promise.all([post(), post()])
  expect(requests).toHaveLength(2)
})
