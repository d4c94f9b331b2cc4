import { expect, test } from 'vitest'
import { feedContests } from '../src/feed.ts'
import { measure, median } from '../src/measure.ts'
import { table } from '../src/table.ts'

test('the median of an even number of rounds lies between the middle two', () => {
  expect(median([4, 1, 3])).toBe(3)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('runs every candidate in every round, after two to warm up', async () => {
  const calls: string[] = []
  const measured = await measure(
    ['a', 'b'].map((name) => ({ name, run: () => calls.push(name) })),
    3,
  )
  expect(calls.join('')).toBe('ab'.repeat(5))
  expect(measured.map(({ name }) => name)).toEqual(['a', 'b'])
})

test('prints ratios against the first candidate', () => {
  const lines = table(
    [
      { name: 'ours', ms: 2 },
      { name: 'theirs', ms: 9 },
    ],
    4000,
  ).split('\n')
  expect(lines[1]).toMatch(/^ours +2\.0 MB\/s +1\.00×$/)
  expect(lines[2]).toMatch(/^theirs +0\.4 MB\/s +4\.50×$/)
})

// A contest is fair only where everyone reads the same: the number of items, at least.
test.for(feedContests())('everyone reads all items of "$title"', async ({ candidates }) => {
  const counts = await Promise.all(
    candidates.map(async ({ name, run }) => [name, countItems(await run())]),
  )
  expect(new Set(counts.map(([, count]) => count)).size, JSON.stringify(counts)).toBe(1)
})

/** The longest list of items anywhere in a result, whatever the parser calls its parts. */
function countItems(result: unknown): number {
  if (typeof result !== 'object' || result === null) return 0
  return Math.max(
    0,
    ...Object.entries(result).map(([key, value]) =>
      Array.isArray(value) ? (/^items?$/.test(key) ? value.length : 0) : countItems(value),
    ),
  )
}
