import { expect, test } from 'vitest'
import { createClient } from '../src/index.ts'
import { openClient } from './open-client.ts'
import { serve } from './serve.ts'

test.for([
  [{ timeoutMs: 0 }, 'timeoutMs'],
  [{ timeoutMs: Number.NaN }, 'timeoutMs'],
  [{ timeoutMs: 2 ** 31 }, 'timeoutMs'],
  [{ maxBytes: 1.5 }, 'maxBytes'],
  [{ maxRedirects: -1 }, 'maxRedirects'],
  [{ minGapMs: Number.POSITIVE_INFINITY }, 'minGapMs'],
  [{ userAgent: '' }, 'userAgent'],
  [{ userAgent: 'a\r\nX-Evil: 1' }, 'userAgent'],
  [{ userAgent: 'agent ’' }, 'userAgent'],
  [{ replay: '' }, 'replay'],
  [{ replay: 'a', record: 'b' }, 'exclude'],
  [{ from: 'a\r\nX-Evil: 1' }, 'from'],
  [{ hostPolicy: { maxConcurrentPerHost: 3 } }, 'maxConcurrentPerHost'],
  [{ hostPolicy: { spacingMs: { 'a.example': -1 } } }, 'spacingMs'],
  [{ schedule: { jitter: 2 } }, 'jitter'],
  [{ schedule: { floorMs: -1 } }, 'floorMs'],
  [{ limits: { totalMs: 0 } }, 'totalMs'],
  [{ limits: { compressionRatio: 0.5 } }, 'compressionRatio'],
  [{ retry: { attempts: -1 } }, 'attempts'],
  [{ security: { schemes: ['file'] } }, 'schemes'],
  [{ security: { ports: [0] } }, 'ports'],
  [{ security: { allowPrivate: ['127.0.0.1'] } }, 'allowPrivate'],
  [{ security: { allowPrivate: ['10.0.0.0/33'] } }, 'allowPrivate'],
] as const)('refuses %j', ([options, word]) => {
  expect(() => createClient(options)).toThrow(TypeError)
  expect(() => createClient(options)).toThrow(word)
})

test('refuses an option that does not exist', () => {
  const misspelt = JSON.parse('{"timeout":5}')
  expect(() => createClient(misspelt)).toThrow('unknown option timeout')
})

test('names itself, says what it accepts, and sends no cookie and no referer', async () => {
  const { origin, requests } = await serve((_, response) => {
    response.setHeader('set-cookie', 'id=1')
    response.end('ok')
  })
  const client = openClient()
  await client.fetch(`${origin}/a`)
  const headersOfOthers = { referer: 'https://a.example/', cookie: 'id=1', host: 'b.example' }
  await client.fetch(`${origin}/b`, { headers: headersOfOthers })
  const headers = requests.map((request) => request.headers)
  expect(headers[0]?.['user-agent']).toMatch(
    /^inference-report\/\d+\.\d+\.\d+ \(\+https:\/\/github\.com\/inference-report\/toolkit\)$/,
  )
  expect(headers[0]?.['accept-encoding']).toBe('gzip, deflate, br, zstd')
  expect(headers[0]?.accept).toContain('text/html')
  expect(headers[1]?.host).toBe(new URL(origin).host)
  expect(headers[1]).not.toHaveProperty('cookie')
  expect(headers[1]).not.toHaveProperty('referer')
})

test('sends the caller’s own headers instead of the defaults', async () => {
  const { origin, requests } = await serve((_, response) => response.end('ok'))
  const client = openClient({ userAgent: 'example-news/1 (+https://news.example/)' })
  await client.fetch(`${origin}/`, { headers: { accept: 'application/json' } })
  expect(requests[0]?.headers).toMatchObject({
    accept: 'application/json',
    'user-agent': 'example-news/1 (+https://news.example/)',
  })
})
