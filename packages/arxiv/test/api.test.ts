import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import * as schema from '../src/schema.ts'

test('the public names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'fetchAnnouncement',
    'findCategory',
    'parseArxivId',
    'parseDailyFeed',
    'parseListing',
    'parseQueryFeed',
    'texToHtml',
    'texToText',
  ])
  expect(Object.keys(schema)).toEqual(['paperSchema'])
})
