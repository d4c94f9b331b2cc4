import { expect, test } from 'vitest'
import { readCommandLine } from '../src/command-line.ts'

test('seven rounds, unless asked otherwise', () => {
  expect(readCommandLine(['feed'])).toEqual({
    suite: 'feed',
    rounds: 7,
    quick: false,
    json: undefined,
  })
  expect(readCommandLine(['feed', '--quick'])?.rounds).toBe(3)
  expect(readCommandLine(['feed', '--quick', '--rounds', '5', '--json', 'a.json'])).toEqual({
    suite: 'feed',
    rounds: 5,
    quick: true,
    json: 'a.json',
  })
})

test.for([
  [],
  ['weather'],
  ['feed', '7'],
  ['feed', '--rounds', '0'],
  ['feed', '--rounds', 'many'],
  ['feed', '--rounds', '1000'],
  ['feed', '--fast'],
])('%j is no command', (args) => {
  expect(readCommandLine(args)).toBeUndefined()
})
