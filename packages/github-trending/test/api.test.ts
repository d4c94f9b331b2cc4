import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import * as schema from '../src/schema.ts'

test('exports exactly these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'derivePeriod',
    'enrichRepositories',
    'fetchTrending',
    'fetchTrendingDevelopers',
    'parseLanguages',
    'parseTrending',
    'parseTrendingDevelopers',
    'trendingDevelopersUrl',
    'trendingLanguages',
    'trendingUrl',
  ])
  expect(Object.keys(schema).sort()).toEqual([
    'derivedTrendingSchema',
    'developerSchema',
    'enrichedRepositorySchema',
    'repositorySchema',
    'trendingDevelopersSchema',
    'trendingSchema',
  ])
})
