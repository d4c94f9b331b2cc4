import type { Fetch } from '@inference-report/source'
import { expect, test } from 'vitest'
import { fetchTrending } from '../src/index.ts'
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

test('a refusal is a SourceError, and a language that is none is asked of nobody', async () => {
  const limited = answering('slow down', { status: 429, headers: { 'retry-after': '60' } })
  await expect(fetchTrending({ fetch: limited.fetch })).rejects.toMatchObject({
    code: 'rate-limited',
    source: 'github-trending',
  })
  const { fetch, asked } = answering('')
  await expect(fetchTrending({ fetch, language: 'a/b' })).rejects.toThrow(TypeError)
  expect(asked).toEqual([])
})
