import type { Fetch } from '@inference-report/source'
import { expect, test } from 'vitest'
import { fetchModels, parseModels, surfaces } from '../src/index.ts'
import { free1, free2, legacy, page } from './fixtures.ts'

const api = surfaces.api.url.replace('?page=1', '')

/** Answers from a table; what is not in it is 401, as the API without a key. */
function answer(table: Record<string, string | Error>) {
  const asked: [string, string | null][] = []
  const fetch: Fetch = async (url, init) => {
    asked.push([String(url), new Headers(init?.headers).get('x-api-key')])
    const body = table[String(url)]
    if (body instanceof Error) throw body
    return body === undefined
      ? new Response('{"error":"API key is required"}', { status: 401 })
      : new Response(body)
  }
  return { asked, fetch }
}

test('reads every page of the API before it ranks', async () => {
  const { asked, fetch } = answer({ [`${api}?page=1`]: free1, [`${api}?page=2`]: free2 })
  const snapshot = await fetchModels({ fetch, apiKey: 'k', capturedAt: '2026-06-27' })
  expect(snapshot).toEqual(parseModels([free1, free2], { capturedAt: '2026-06-27' }))
  expect(asked).toEqual([
    [`${api}?page=1`, 'k'],
    [`${api}?page=2`, 'k'],
  ])
})

test('reads the page without a key, and shows it no key', async () => {
  const { asked, fetch } = answer({ [surfaces.page.url]: page })
  expect(await fetchModels({ fetch })).toEqual(parseModels(page))
  expect(asked).toEqual([['https://artificialanalysis.ai/leaderboards/models', null]])
})

test('falls to the page, and says why', async () => {
  const { asked, fetch } = answer({ [`${api}?page=1`]: free1, [surfaces.page.url]: page })
  const snapshot = await fetchModels({ fetch, apiKey: 'k' })
  expect(snapshot.entries).toEqual(parseModels(page).entries)
  expect(snapshot.warnings).toMatchObject([
    { code: 'fallback', message: /api failed.*blocked.*401/ },
  ])
  expect(asked.at(-1)).toEqual([surfaces.page.url, null])
})

test('asks the surfaces it is told to, without a key too', async () => {
  const { asked, fetch } = answer({ [surfaces['legacy-api'].url]: legacy })
  const snapshot = await fetchModels({ fetch, surfaces: ['api', 'legacy-api'] })
  expect(snapshot.series).toBe('artificial-analysis/legacy')
  expect(asked.map(([url]) => url)).toEqual([
    `${api}?page=1`,
    'https://artificialanalysis.ai/api/v2/data/llms/models',
  ])
})

test('throws what the last surface failed with', async () => {
  const { fetch } = answer({ [surfaces.page.url]: '<html>Just a moment…</html>' })
  await expect(fetchModels({ fetch, apiKey: 'k' })).rejects.toMatchObject({ code: 'drift' })
  const down = answer({ [surfaces.page.url]: new TypeError('fetch failed') })
  await expect(fetchModels({ fetch: down.fetch })).rejects.toMatchObject({
    name: 'SourceError',
    code: 'upstream',
    cause: { message: 'fetch failed' },
  })
  await expect(fetchModels({ fetch, surfaces: [] })).rejects.toThrowError(RangeError)
})

test('stops where the caller stops it, instead of asking the next surface', async () => {
  const { asked, fetch } = answer({ [`${api}?page=1`]: new DOMException('stopped', 'AbortError') })
  await expect(fetchModels({ fetch, apiKey: 'k' })).rejects.toMatchObject({ name: 'AbortError' })
  expect(asked).toHaveLength(1)
})

test('does not follow a page count without end', async () => {
  const endless = JSON.stringify({
    ...JSON.parse(free1),
    pagination: { page: 1, total_pages: 9e9 },
  })
  const { asked, fetch } = answer({ [`${api}?page=1`]: endless })
  await expect(fetchModels({ fetch, surfaces: ['api'] })).rejects.toMatchObject({ code: 'drift' })
  expect(asked).toHaveLength(1)
})

test('warns of what the last good snapshot had and this one has not', async () => {
  const { fetch } = answer({ [surfaces.page.url]: page })
  const good = parseModels(page)
  expect((await fetchModels({ fetch, previous: good })).warnings).toEqual([])
  const previous = { ...good, metrics: [...good.metrics, { key: 'wins', label: 'Wins', unit: '' }] }
  expect((await fetchModels({ fetch, previous })).warnings).toMatchObject([
    { code: 'column-missing' },
  ])
})
