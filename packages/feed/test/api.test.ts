import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import * as schema from '../src/schema.ts'

test('exports exactly these names', () => {
  expect(Object.keys(api).sort()).toEqual(['discoverFeeds', 'parseDate', 'parseFeed', 'parseOpml'])
  expect(Object.keys(schema).sort()).toEqual(['feedItemSchema', 'feedSchema'])
})

test('the schemas refuse addresses that are not of the web', () => {
  const feed = api.parseFeed('<rss><channel><title>x</title></channel></rss>')
  expect(schema.feedSchema.safeParse(feed).success).toBe(true)
  expect(schema.feedSchema.safeParse({ ...feed, url: 'javascript:alert(1)' }).success).toBe(false)
})
