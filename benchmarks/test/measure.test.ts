import { expect, test } from 'vitest'
import { type InputFile, measure, turns } from '../src/measure/measure.ts'
import type { Task } from '../src/measure/measure-worker.ts'

const inputs: InputFile[] = ['x', 'y'].map((name) => ({ name, path: `/${name}`, bytes: 1000 }))
const options = { rounds: 3, stringify: false, budget: 10, cap: 1000 }

test('each round begins with another candidate', () => {
  expect([0, 1, 2, 3].map((round) => turns(['a', 'b', 'c'], round).join(''))).toEqual([
    'abc',
    'bca',
    'cab',
    'abc',
  ])
})

test('opens a process for each candidate and round, warms it up on all inputs, and closes it', async () => {
  const log: string[] = []
  await measure(['a', 'b'], inputs, { ...options, rounds: 2 }, (name) => ({
    ask: async ({ path }) => {
      log.push(`${name}${path}`)
      return { ms: 1, items: 0 }
    },
    close: () => log.push(`${name}.`),
  }))
  const process = (name: string) => [...['/x', '/y', '/x', '/y', '.'].map((step) => name + step)]
  expect(log).toEqual(['a', 'b', 'b', 'a'].flatMap(process))
})

test('the time is the median of the rounds; warm-up does not count', async () => {
  const answers = [99, 5, 99, 1, 99, 3]
  const measured = await measure(['a'], inputs.slice(0, 1), options, () => ({
    ask: async () => ({ ms: answers.shift() ?? 0, items: 7 }),
    close: () => {},
  }))
  expect(measured.get('a')?.get('x')).toEqual({ ms: 3, items: 7 })
})

test('an input that fails once is not tried again, and has no number', async () => {
  const asked: Task[] = []
  const measured = await measure(['a'], inputs, options, () => ({
    ask: async (task) => {
      asked.push(task)
      return task.path === '/x' ? { error: 'over 1 s' } : { ms: 2, items: 1 }
    },
    close: () => {},
  }))
  expect(asked.filter(({ path }) => path === '/x')).toHaveLength(1)
  expect(measured.get('a')?.get('x')).toEqual({ error: 'over 1 s' })
  expect(measured.get('a')?.get('y')).toEqual({ ms: 2, items: 1 })
})

test('the time for all inputs is shared among them', async () => {
  const budgets = new Set<number>()
  await measure(['a'], inputs, options, () => ({
    ask: async ({ budget }) => {
      budgets.add(budget)
      return { ms: 1, items: 1 }
    },
    close: () => {},
  }))
  expect([...budgets]).toEqual([5])
})
