import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import * as schema from '../src/schema.ts'

test('exports exactly these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'IssueError',
    'canonicalJson',
    'freezeIssue',
    'issueHash',
    'issueJsonSchema',
    'issueProblems',
    'issueSchema',
    'migrateIssue',
    'parseIssue',
  ])
  expect(Object.keys(schema).sort()).toEqual(['issueJsonSchema', 'issueSchema'])
})
