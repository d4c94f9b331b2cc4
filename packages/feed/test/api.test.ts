import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import * as schema from '../src/schema.ts'

test('exports exactly these names', () => {
  expect(Object.keys(api).sort()).toEqual(['discoverFeeds', 'parseDate', 'parseFeed', 'parseOpml'])
  expect(Object.keys(schema).sort()).toEqual(['feedItemSchema', 'feedSchema'])
})
