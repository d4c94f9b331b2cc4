import { expect, test } from 'vitest'
import { request, SourceError } from '../src/index.ts'

test('hands the address and the headers on, and any status back', async () => {
  const asked: unknown[] = []
  const fetch = async (url: string | URL, init?: RequestInit) => {
    asked.push([url, init])
    return new Response('', { status: 503 })
  }
  const headers = { accept: 'text/html' }
  expect((await request('https://a.example/', { fetch, source: 's', headers })).status).toBe(503)
  await request('https://a.example/', { fetch, source: 's' })
  expect(asked).toEqual([
    ['https://a.example/', { headers }],
    ['https://a.example/', undefined],
  ])
})

test('no answer is an upstream error that may be tried again', async () => {
  const cause = new TypeError('fetch failed')
  const fetch = () => Promise.reject(cause)
  await expect(request('https://a.example/', { fetch, source: 's' })).rejects.toMatchObject({
    name: 'SourceError',
    code: 'upstream',
    url: 'https://a.example/',
    retryable: true,
    cause,
  })
})

test.for([
  new DOMException('stopped', 'AbortError'),
  new SourceError('not-recorded', { source: 'http', expected: 'a recording' }),
])('%s stays what it is', async (error) => {
  const fetch = () => Promise.reject(error)
  await expect(request('https://a.example/', { fetch, source: 's' })).rejects.toBe(error)
})
