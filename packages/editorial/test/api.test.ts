import { expect, test } from 'vitest'
import * as check from '../src/check.ts'
import * as facts from '../src/facts.ts'
import * as api from '../src/index.ts'
import * as write from '../src/write.ts'

test('the public names', () => {
  expect(Object.keys(facts).sort()).toEqual([
    'factsFromAgreement',
    'factsFromFrontier',
    'factsFromGroups',
    'factsFromMovement',
    'factsFromMoves',
    'factsFromSections',
    'factsFromSnapshot',
    'factsFromSources',
    'factsFromSpread',
    'factsFromSuperlatives',
    'factsFromTiers',
    'factsFromValues',
  ])
  expect(Object.keys(check)).toEqual(['checkProse'])
  expect(Object.keys(write).sort()).toEqual(['templateWriter', 'writeIssue'])
  expect({ ...api }).toEqual({ ...facts, ...check, ...write })
})
