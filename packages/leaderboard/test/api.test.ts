import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import * as schema from '../src/schema.ts'

test('exports exactly these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'bestOfEachModel',
    'compareSnapshots',
    'detectDrift',
    'modelName',
    'rankEntries',
    'readEffort',
    'readEfforts',
  ])
  expect(Object.keys(schema)).toEqual(['snapshotSchema'])
})
