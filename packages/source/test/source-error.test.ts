import { expect, test } from 'vitest'
import { SourceError } from '../src/index.ts'

test('says what was expected, where, and what was there instead', () => {
  const error = new SourceError('drift', {
    source: 'swe-rebench',
    url: 'https://board.example/',
    expected: 'a table with the column "Model"',
    received: '<table>\n  <th>Rank</th>',
  })
  expect(error.message).toBe(
    'swe-rebench: drift (https://board.example/): expected a table with the column "Model", received <table> <th>Rank</th>',
  )
  expect(error).toMatchObject({ name: 'SourceError', code: 'drift', source: 'swe-rebench' })
})

test('cuts what was received to 200 characters, whatever it is', () => {
  const cyclic: { self?: unknown } = {}
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
  cyclic.self = cyclic
  for (const received of [
    'x'.repeat(5000),
    { text: 'y'.repeat(5000) },
    12n,
    deep,
    cyclic,
    () => 1,
    null,
  ]) {
    const error = new SourceError('unparseable', { source: 's', expected: 'text', received })
    expect(error.received.length).toBeLessThanOrEqual(200)
    expect(error.received).not.toBe('')
  }
})

test('knows which codes are worth another try', () => {
  const retryable = (code: 'timeout' | 'drift', retryable?: boolean) =>
    new SourceError(code, { source: 's', expected: 'x', retryable }).retryable
  expect(retryable('timeout')).toBe(true)
  expect(retryable('drift')).toBe(false)
  expect(retryable('drift', true)).toBe(true)
})

test('keeps the cause', () => {
  const cause = new TypeError('bad gzip')
  expect(new SourceError('upstream', { source: 's', expected: 'x', cause }).cause).toBe(cause)
})

test('is recognised across two installed copies of the package', async () => {
  const copyUrl = '../src/source-error.ts?copy'
  const copy: typeof import('../src/index.ts') = await import(copyUrl)
  expect(copy.SourceError).not.toBe(SourceError)
  const foreign = new copy.SourceError('empty', { source: 's', expected: 'rows' })
  expect(foreign instanceof SourceError).toBe(false)
  expect(SourceError.is(foreign)).toBe(true)
  expect(SourceError.is(new Error('plain'))).toBe(false)
  expect(SourceError.is({ name: 'SourceError', code: 'empty' })).toBe(false)
  expect(SourceError.is(null)).toBe(false)
})
