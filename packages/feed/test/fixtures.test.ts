import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseFeed } from '../src/index.ts'
import { feedSchema } from '../src/schema.ts'

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url))
const names = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'))

test.for(names)('%s gives what stands beside it', (name) => {
  const feed = parseFeed(readFileSync(folder + name))
  expect(feed).toEqual(JSON.parse(readFileSync(`${folder}${name}.expected.json`, 'utf8')))
  expect(feedSchema.parse(feed)).toEqual(feed)
  expect(JSON.parse(JSON.stringify(feed))).toEqual(feed)
})

test.for(names)('%s says what it stands for, and has an expectation', (name) => {
  expect(readFileSync(folder + name, 'utf8')).toMatch(/Stands for:|_stands_for/)
})
