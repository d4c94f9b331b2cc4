import type { Fetch } from '@inference-report/source'
import { expect, test } from 'vitest'
import { fetchTrending, fetchTrendingDevelopers } from '../src/index.ts'
import { fixture } from './fixture.ts'

function answering(body: string, init: ResponseInit = {}): { fetch: Fetch; asked: string[] } {
  const asked: string[] = []
  const fetch: Fetch = async (input) => {
    asked.push(String(input))
    return new Response(body, init)
  }
  return { fetch, asked }
}

test('asks once, for the page without parameters', async () => {
  const { fetch, asked } = answering(fixture('today'))
  expect((await fetchTrending({ fetch })).repositories).toHaveLength(2)
  expect(asked).toEqual(['https://github.com/trending'])
})

test('asks for a language by its slug, and checks that it got it', async () => {
  const page = fixture('weekly-cpp-2020').replaceAll('this week', 'today')
  const { fetch, asked } = answering(page)
  expect((await fetchTrending({ fetch, language: 'C++' })).language).toBe('C++')
  expect(asked).toEqual(['https://github.com/trending/c%2B%2B'])
  const wrong = fetchTrending({ fetch, language: 'rust' })
  await expect(wrong).rejects.toMatchObject({
    code: 'drift',
    url: 'https://github.com/trending/rust',
  })
})

test('refuses a page of another language or period than the one asked for', async () => {
  const { fetch } = answering(fixture('weekly-cpp-2020'))
  await expect(fetchTrending({ fetch })).rejects.toMatchObject({ code: 'drift' })
  await expect(fetchTrending({ fetch, language: 'c++' })).rejects.toThrow('the daily page')
})

test('keeps when the answer was made, where it says so', async () => {
  const headers = { date: 'Mon, 23 Nov 2026 08:00:00 GMT' }
  const { fetch } = answering(fixture('today'), { headers })
  expect((await fetchTrending({ fetch })).capturedAt).toBe('2026-11-23T08:00:00.000Z')
  const unsaid = answering(fixture('today'), { headers: { date: 'yesterday' } })
  expect(await fetchTrending({ fetch: unsaid.fetch })).not.toHaveProperty('capturedAt')
})

test('since= is asked for only by the option that says what it overrides, and the record tells', async () => {
  const { fetch, asked } = answering(fixture('weekly-cpp-2020'))
  const week = await fetchTrending({ fetch, language: 'c++', overrideRobotsWithSince: 'weekly' })
  expect(asked).toEqual(['https://github.com/trending/c%2B%2B?since=weekly'])
  expect(week.period).toBe('weekly')
  expect(week.warnings.at(-1)).toMatchObject({ code: 'robots-overridden' })
  const monthly = fetchTrending({ fetch, language: 'c++', overrideRobotsWithSince: 'monthly' })
  await expect(monthly).rejects.toThrow('the monthly page')
  // @ts-expect-error for who has no types
  const other = fetchTrending({ fetch, overrideRobotsWithSince: 'yearly&q=x' })
  await expect(other).rejects.toThrow(TypeError)
  expect(asked).toHaveLength(2)
})

test('asks for developers, and for nothing else', async () => {
  const { fetch, asked } = answering(fixture('developers'))
  expect((await fetchTrendingDevelopers({ fetch })).developers).toHaveLength(3)
  await expect(fetchTrendingDevelopers({ fetch, language: 'Go' })).rejects.toThrow('language go')
  expect(asked).toEqual([
    'https://github.com/trending/developers',
    'https://github.com/trending/developers/go',
  ])
  await expect(fetchTrending({ fetch })).rejects.toMatchObject({ code: 'drift' })
})

test('a refusal is a SourceError, and a language that is none is asked of nobody', async () => {
  const limited = answering('slow down', { status: 429, headers: { 'retry-after': '60' } })
  await expect(fetchTrending({ fetch: limited.fetch })).rejects.toMatchObject({
    code: 'rate-limited',
    source: 'github-trending',
  })
  const { fetch, asked } = answering('')
  await expect(fetchTrending({ fetch, language: 'a/b' })).rejects.toThrow(TypeError)
  await expect(fetchTrending({ fetch, language: 'pyhton' })).rejects.toThrow('python')
  await expect(fetchTrendingDevelopers({ fetch, language: 'pyhton' })).rejects.toThrow('python')
  expect(asked).toEqual([])
})
