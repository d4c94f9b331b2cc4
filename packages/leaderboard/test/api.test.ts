import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import * as schema from '../src/schema.ts'

test('exports exactly these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'agreement',
    'bestOfEachModel',
    'checkSnapshot',
    'compareSnapshots',
    'detectDrift',
    'groupTrends',
    'kendallTau',
    'modelKey',
    'modelName',
    'pareto',
    'rankEntries',
    'readEffort',
    'readEfforts',
    'refuseDrift',
    'scorePerDollar',
    'spreadBetween',
    'spreadTrend',
    'superlatives',
    'tierMovements',
  ])
  expect(Object.keys(schema)).toEqual(['snapshotSchema'])
})
