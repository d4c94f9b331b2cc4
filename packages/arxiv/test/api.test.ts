import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import * as schema from '../src/schema.ts'

test('the public names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'buildQuery',
    'buildQueryUrl',
    'categories',
    'createLimiter',
    'fetchAnnouncement',
    'fetchPapers',
    'findCategory',
    'harvest',
    'mergePapers',
    'oaiErrorCode',
    'parseAbstractPage',
    'parseAbstractText',
    'parseArxivId',
    'parseDailyFeed',
    'parseListing',
    'parseMetadataLine',
    'parseOai',
    'parseQuery',
    'parseQueryFeed',
    'parseQueryUrl',
    'readMetadataLines',
    'searchPapers',
    'texToHtml',
    'texToText',
    'unlimited',
  ])
  expect(Object.keys(schema)).toEqual(['paperSchema'])
})
