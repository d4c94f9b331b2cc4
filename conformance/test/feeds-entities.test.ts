import { parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { namedCharacter } from '../../packages/feed/src/character-reference.ts'
import {
  legacyNames,
  multipleReferences,
  singleReferences,
} from '../../packages/feed/src/entity-names.ts'

const names = `${singleReferences};${multipleReferences}`
  .split(';')
  .flatMap((entry) => entry.split(' ').slice(1))

const browsers = (html: string) => {
  const [node] = parseFragment(html).childNodes
  return node !== undefined && 'value' in node ? node.value : undefined
}

test('every named reference of HTML means what it means to a browser', () => {
  expect(new Set(names).size).toBe(2125)
  expect(names.filter((name) => namedCharacter(name) !== browsers(`&${name};`))).toEqual([])
})

test('those read without a semicolon are the 106 a browser reads so', () => {
  const legacy = legacyNames.split(' ')
  expect(legacy).toHaveLength(106)
  const bare = names.filter((name) => browsers(`&${name} `) === `${namedCharacter(name)} `)
  expect(bare.toSorted()).toEqual(legacy.toSorted())
})
