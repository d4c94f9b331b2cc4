import { expect, test } from 'vitest'
import { fetchLeaderboard, parseLeaderboard } from '../src/index.ts'
import { may, payload } from './fixtures.ts'

test('reads the page, once', async () => {
  const asked: string[] = []
  const fetch = async (url: string | URL) => {
    asked.push(String(url))
    return new Response(may)
  }
  expect(await fetchLeaderboard({ fetch, capturedAt: '2026-05-28' })).toEqual(
    parseLeaderboard(may, { capturedAt: '2026-05-28' }),
  )
  expect(asked).toEqual(['https://swe-rebench.com/'])
})

test('passes on the language and the window', async () => {
  const window = { from: '2026-05-15', to: '2026-07-01' }
  const fetch = async () => new Response(payload)
  const snapshot = await fetchLeaderboard({ fetch, language: 'python', window })
  expect(snapshot).toEqual(parseLeaderboard(payload, { language: 'python', window }))
})

test('tells what the source answered, and that there was no answer', async () => {
  const busy = async () => new Response('', { status: 429 })
  await expect(fetchLeaderboard({ fetch: busy })).rejects.toMatchObject({ code: 'rate-limited' })
  const down = () => Promise.reject(new TypeError('fetch failed'))
  await expect(fetchLeaderboard({ fetch: down })).rejects.toMatchObject({
    name: 'SourceError',
    code: 'upstream',
    source: 'swe-rebench',
  })
  const stopped = () => Promise.reject(new DOMException('stopped', 'AbortError'))
  await expect(fetchLeaderboard({ fetch: stopped })).rejects.toMatchObject({ name: 'AbortError' })
})

test('warns of what the last good snapshot had and this one has not', async () => {
  const fetch = async () => new Response(may)
  const good = parseLeaderboard(may)
  expect((await fetchLeaderboard({ fetch, previous: good })).warnings).toEqual([])
  const previous = { ...good, metrics: [...good.metrics, { key: 'wins', label: 'Wins', unit: '' }] }
  expect((await fetchLeaderboard({ fetch, previous })).warnings).toMatchObject([
    { code: 'column-missing' },
  ])
})
