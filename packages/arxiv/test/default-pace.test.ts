import { type Fetch, SourceError } from '@inference-report/source'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchAnnouncement, fetchPapers } from '../src/index.ts'
import { dailyFeed, inventPapers, listingPage, queryFeed } from './arxiv-documents.ts'
import { fakeClock } from './fake-clock.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 13, 12) })
})
afterEach(() => {
  vi.useRealTimers()
})

const papers = inventPapers(3)
const ids = papers.map(({ id }) => id)
const day = '2026-01-13'

function answering(headers: Record<string, string>): { fetch: Fetch; times: number[] } {
  const times: number[] = []
  return {
    times,
    async fetch(input) {
      times.push(Date.now())
      const { host } = new URL(input)
      const counts = { total: 3, start: 0, size: 3 }
      if (host === 'export.arxiv.org') return new Response(queryFeed(papers, counts), { headers })
      const body = host === 'arxiv.org' ? listingPage(papers, day) : dailyFeed(papers, day)
      return new Response(body, { headers })
    },
  }
}

// Timers are fake and nobody advances them: whatever waited would never end.
test('what came over no network is not paced, nor is what a replay lacks', async () => {
  const { fetch, times } = answering({})
  for (let round = 0; round < 5; round++) await fetchPapers(ids, { fetch })
  await fetchAnnouncement({ category: 'cs.SE', fetch })
  expect(times).toHaveLength(7)
  const replay: Fetch = async (input) => {
    if (new URL(input).host === 'rss.arxiv.org') return fetch(input)
    throw new SourceError('not-recorded', { source: 'http', expected: 'a recording' })
  }
  const batch = await fetchAnnouncement({ category: 'cs.SE', fetch: replay })
  expect(batch.warnings).toEqual([])
  const throttled: Fetch = async () => new Response('Rate exceeded.', { status: 429 })
  await expect(fetchPapers(ids, { fetch: throttled })).rejects.toMatchObject({
    code: 'rate-limited',
  })
  expect(vi.getTimerCount()).toBe(0)
})

test('answers with a Date come from a server: three seconds between any two', async () => {
  const { fetch, times } = answering({ date: new Date().toUTCString() })
  const all = Promise.all([
    fetchPapers(ids, { fetch }),
    fetchAnnouncement({ category: 'cs.SE', fetch: (input) => fetch(input) }),
  ])
  await vi.advanceTimersByTimeAsync(2999)
  expect(times).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(times).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(60_000)
  await all
  expect(times.map((time) => time - (times[0] ?? 0))).toEqual([0, 3000, 6000])
})

test('what the platform fetched is paced, also where it may not show the Date', async () => {
  const { fetch, times } = answering({})
  const platform: Fetch = async (input) =>
    Object.defineProperty(await fetch(input), 'type', { value: 'cors' })
  await vi.advanceTimersByTimeAsync(60_000)
  const both = Promise.all([
    fetchPapers(ids, { fetch: platform }),
    fetchPapers(ids, { fetch: platform }),
  ])
  await vi.advanceTimersByTimeAsync(10_000)
  await both
  expect(times.map((time) => time - (times[0] ?? 0))).toEqual([0, 3000])
})

test('a clock and a sleep of your own make a limiter, one for all flows that have them', async () => {
  const { fetch } = answering({})
  const { now, sleep, naps } = fakeClock()
  await fetchPapers(ids, { fetch, now, sleep })
  await fetchAnnouncement({ category: 'cs.SE', fetch, now, sleep })
  expect(naps).toEqual([3000, 3000])
  expect(vi.getTimerCount()).toBe(0)
})
