import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, freezeIssue, IssueError, parseIssue } from '../src/index.ts'
import { soundDraft } from './draft.ts'

test('hashes the canonical JSON of everything but the hash, as anyone can check', () => {
  const { hash, ...rest } = freezeIssue(soundDraft())
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(hash).toBe(createHash('sha256').update(canonicalJson(rest)).digest('hex'))
})

test('gives the same hash whatever the order of keys and the absent fields', () => {
  const draft = soundDraft()
  const turned = Object.fromEntries(Object.entries(draft).reverse())
  expect(freezeIssue({ ...draft, ...turned, previous: undefined }).hash).toBe(
    freezeIssue(draft).hash,
  )
})

test('changes the hash with any content', () => {
  const hash = freezeIssue(soundDraft()).hash
  const draft = soundDraft()
  draft.revision = 2
  expect(freezeIssue(draft).hash).not.toBe(hash)
})

test('is immutable, to the leaves', () => {
  const issue = freezeIssue(soundDraft())
  expect(() => {
    issue.sections.pop()
  }).toThrow(TypeError)
  expect(() => {
    Object.assign(issue.facts[0] ?? {}, { value: 99 })
  }).toThrow(TypeError)
})

test('leaves the draft as it was', () => {
  const draft = soundDraft()
  freezeIssue(draft)
  expect(draft).toEqual(soundDraft())
})

test('survives being written and read', () => {
  const issue = freezeIssue(soundDraft())
  expect(parseIssue(JSON.stringify(issue, null, 2))).toEqual(issue)
  expect(parseIssue(JSON.parse(JSON.stringify(issue)))).toEqual(issue)
})

test('refuses, with every problem at once, what is not an issue', () => {
  const draft = soundDraft()
  draft.date = '2 March 2026'
  Object.assign(draft.sections[0]?.items[0] ?? {}, {
    url: 'javascript:alert(1)',
    title: ' ',
    publishedAt: 'yesterday',
  })
  const error = caught(() => freezeIssue(draft))
  expect(error.code).toBe('invalid')
  expect(error.problems.map((problem) => problem.replace(/:.*/, ''))).toEqual([
    'date',
    'sections[0].items[0].url',
    'sections[0].items[0].title',
    'sections[0].items[0].publishedAt',
  ])
})

test('refuses half an emoji as what it is: no issue', () => {
  const draft = soundDraft()
  draft.publication.name = 'Half \ud83d'
  expect(caught(() => freezeIssue(draft)).code).toBe('invalid')
})

test('canonical JSON reads back as the same value, with its keys sorted', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
  expect(canonicalJson({ b: 1, a: [undefined, { d: undefined, c: -0 }] })).toBe(
    '{"a":[null,{"c":0}],"b":1}',
  )
})

test.for([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [() => 1], [10n]])(
  'canonical JSON refuses %s',
  ([value]) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError)
  },
)

function caught(run: () => unknown): IssueError {
  try {
    run()
  } catch (error) {
    if (IssueError.is(error)) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
