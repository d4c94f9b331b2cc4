import { parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import {
  isLegacyName,
  namedCharacter,
  readNames,
} from '../../packages/feed/src/character-reference.ts'

const names = [...readNames().keys()]

const browsers = (html: string) => {
  const [node] = parseFragment(html).childNodes
  return node !== undefined && 'value' in node ? node.value : undefined
}

test('every named reference of HTML means what it means to a browser', () => {
  expect(names).toHaveLength(2125)
  expect(names.filter((name) => namedCharacter(name) !== browsers(`&${name};`))).toEqual([])
})

test('those read without a semicolon are the 106 a browser reads so', () => {
  const bare = names.filter((name) => browsers(`&${name} `) === `${namedCharacter(name)} `)
  expect(bare).toHaveLength(106)
  expect(names.filter(isLegacyName)).toEqual(bare)
})
