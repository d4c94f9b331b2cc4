import { expect, test } from 'vitest'
import { readBytes, readText, SourceError } from '../src/index.ts'

test('gives the body of a successful answer, without a byte order mark', async () => {
  expect(await readText(new Response('\uFEFF{"a":1}'), 's')).toBe('{"a":1}')
  expect([...(await readBytes(new Response('\u00e9'), 's'))]).toEqual([0xc3, 0xa9])
})

test.for([
  [401, 'blocked', false],
  [403, 'blocked', false],
  [404, 'not-found', false],
  [410, 'not-found', false],
  [400, 'upstream', false],
  [429, 'rate-limited', true],
  [500, 'upstream', true],
  [503, 'upstream', true],
  [504, 'timeout', true],
] as const)('turns status %i into %s', async ([status, code, retryable]) => {
  const error = await readText(new Response('nothing here', { status }), 'venue').catch((e) => e)
  expect(SourceError.is(error)).toBe(true)
  expect(error).toMatchObject({ code, retryable, source: 'venue' })
})

test('tells how long to wait, and apart from its own words what the source said', async () => {
  const response = new Response('Rate exceeded.', {
    status: 429,
    statusText: 'Too Many Requests',
    headers: { 'retry-after': '3600' },
  })
  const error = await readBytes(response, 'arxiv').catch((e) => e)
  expect(error.received).toBe('429, Retry-After 3600')
  expect(error.cause.message).toBe("The answer's body: Rate exceeded.")
})
