import { afterAll, expect, onTestFinished, test } from 'vitest'
import { errorText } from './fault.ts'
import { faults } from './faults/index.ts'
import { openStage } from './stage.ts'
import { table } from './table.ts'

const seen = new Map<string, string>()

afterAll(() => {
  const rows = faults.flatMap(({ group, name, expected }) => {
    const told = seen.get(name)
    if (told === undefined) return []
    return [[group, name, expected, told, told === expected ? '' : 'DIFFERS']]
  })
  process.stdout.write(`\n${table(['', 'fault', 'expected', 'seen', ''], rows)}\n`)
})

test('no two faults have one name', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length)
})

test.for(faults)('$group: $name', { timeout: 20_000 }, async ({ name, expected, see }) => {
  const stage = openStage()
  onTestFinished(() => stage.end())
  seen.set(name, await see(stage).catch(errorText))
  expect(seen.get(name)).toBe(expected)
})
