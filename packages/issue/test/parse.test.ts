import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import {
  freezeIssue,
  issueHash,
  issueJsonSchema,
  issueSchema,
  migrateIssue,
  parseIssue,
} from '../src/index.ts'
import { soundDraft } from './draft.ts'

const frozen = readFileSync(new URL('fixtures/issue-v1.json', import.meta.url), 'utf8')

test('reads an issue that was frozen when schema 1 was made', () => {
  expect(parseIssue(frozen).date).toBe('2026-03-02')
  expect(migrateIssue(frozen)).toEqual(parseIssue(frozen))
})

test('notices that an issue was altered after it was frozen', () => {
  const altered = frozen.replace('57.2 points', '58.2 points')
  expect(altered).not.toBe(frozen)
  expect(() => parseIssue(altered)).toThrow(
    expect.objectContaining({ name: 'IssueError', code: 'altered' }),
  )
})

test('notices what was added after it was frozen, also where the schema knows no such field', () => {
  const issue = JSON.parse(frozen)
  issue.sections[0].items[0].extra = 'x'
  expect(() => parseIssue(issue)).toThrow(expect.objectContaining({ code: 'altered' }))
  expect(() => parseIssue({ ...issue, hash: issueHash(issue) })).toThrow(
    expect.objectContaining({ code: 'invalid' }),
  )
})

test('refuses an issue of a later schema instead of dropping what it does not know', () => {
  expect(() => parseIssue({ ...JSON.parse(frozen), schemaVersion: 2 })).toThrow(
    expect.objectContaining({ code: 'unsupported-version' }),
  )
})

test.for(['', '{', 'null', '[]', '"issue"', '{"schemaVersion":1}'])('refuses %j', (text) => {
  expect(() => parseIssue(text)).toThrow(expect.objectContaining({ code: 'invalid' }))
})

test('refuses an issue that is sound in shape but not in itself', () => {
  const issue = JSON.parse(JSON.stringify(freezeIssue(soundDraft())))
  issue.facts = []
  expect(() => parseIssue(issue)).toThrow(expect.objectContaining({ code: 'invalid' }))
})

test('the JSON Schema accepts what the zod schema does, and refuses what it refuses', () => {
  const ajv = new Ajv2020({ allowUnionTypes: true })
  // The formats of the standard; any other would stop a validator in its default mode.
  for (const format of ['date', 'date-time', 'uri']) ajv.addFormat(format, true)
  const validate = ajv.compile(issueJsonSchema)
  expect(validate(JSON.parse(frozen))).toBe(true)
  for (const [path, value] of [
    ['date', 20260302],
    ['schemaVersion', 2],
    ['sections', [{ kind: 'weather' }]],
    ['hash', undefined],
    ['publication', { name: '  ', language: 'en' }],
    ['publication', { name: 'A', language: 'en', url: 'javascript:1' }],
  ] as const) {
    const bent = JSON.parse(JSON.stringify({ ...JSON.parse(frozen), [path]: value }))
    expect(validate(bent), path).toBe(false)
    expect(issueSchema.safeParse(bent).success, path).toBe(false)
  }
})
