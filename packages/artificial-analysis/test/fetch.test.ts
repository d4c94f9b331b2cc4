import type { Fetch } from '@inference-report/source'
import { expect, test } from 'vitest'
import { fetchModels, parseModels, surfaces } from '../src/index.ts'
import { free1, free2, legacy, page } from './fixtures.ts'
import { jsonSurfaces } from './invented-boards.ts'

const api = surfaces.api.url.replace('?page=1', '')
const board = surfaces.page.url
const rsc = `${board} (RSC)`
const rscSurface = jsonSurfaces.find(({ name }) => name === 'page as RSC')
const rscBody = String(rscSurface?.toBodies(rscSurface.document))

type Answer = string | Error | { body?: string; status?: number; headers: Record<string, string> }

/** Answers from a table; what is not in it is 401, as the API without a key. */
function answer(table: Record<string, Answer>) {
  const asked: [string, string | null][] = []
  const fetch: Fetch = async (url, init) => {
    const headers = new Headers(init?.headers)
    const what = headers.get('rsc') === '1' ? `${url} (RSC)` : String(url)
    asked.push([what, headers.get('x-api-key')])
    const found = table[what]
    if (found instanceof Error) throw found
    if (found === undefined) return new Response('{"error":"API key is required"}', { status: 401 })
    if (typeof found === 'string') return new Response(found)
    return new Response(found.body ?? '', { status: found.status ?? 200, headers: found.headers })
  }
  return { asked, fetch, addresses: () => asked.map(([url]) => url) }
}

test('reads every page of the API before it ranks', async () => {
  const { asked, fetch } = answer({ [`${api}?page=1`]: free1, [`${api}?page=2`]: free2 })
  const snapshot = await fetchModels({ fetch, apiKey: 'k', capturedAt: '2026-06-27' })
  expect(snapshot).toEqual(parseModels([free1, free2], { capturedAt: '2026-06-27' }))
  expect(snapshot.entries[0]).toMatchObject({ name: 'Lux Pro', rank: 1 })
  expect(asked).toEqual([
    [`${api}?page=1`, 'k'],
    [`${api}?page=2`, 'k'],
  ])
})

test('follows a page that says only that there are more', async () => {
  const first = { ...JSON.parse(free1), pagination: { page: 1, has_more: true } }
  const { addresses, fetch } = answer({
    [`${api}?page=1`]: JSON.stringify(first),
    [`${api}?page=2`]: free2,
  })
  expect((await fetchModels({ fetch, apiKey: 'k' })).entries).toHaveLength(5)
  expect(addresses()).toHaveLength(2)
})

test.for<[string, object]>([
  ['the same page under each number', { page: 1, total_pages: 3, has_more: true }],
  ['the same rows without end and without a number', { has_more: true }],
])('does not spend the quota of a day on %s', async ([, pagination]) => {
  const body = JSON.stringify({ ...JSON.parse(free1), pagination })
  const { addresses, fetch } = answer({ [`${api}?page=1`]: body, [`${api}?page=2`]: body })
  const { entries, warnings } = await fetchModels({ fetch, apiKey: 'k', surfaces: ['api'] })
  expect(addresses()).toHaveLength(2)
  expect(warnings.map(({ code }) => code)).toEqual(['partial'])
  expect(entries.map(({ rank }) => rank)).not.toContain(1)
})

test('reads the body without HTML where there is no key, and shows it none', async () => {
  const { asked, fetch } = answer({ [rsc]: rscBody })
  expect(await fetchModels({ fetch })).toEqual(parseModels(rscBody))
  expect(asked).toEqual([[rsc, null]])
})

test('falls from the API to RSC, and from there to the page, and says why and to what', async () => {
  const one = answer({ [`${api}?page=1`]: free1, [rsc]: rscBody })
  const first = await fetchModels({ fetch: one.fetch, apiKey: 'k' })
  expect(first.entries).toEqual(parseModels(rscBody).entries)
  expect(first.warnings).toMatchObject([
    { code: 'fallback', message: /api failed.*blocked.*401.*rsc was read instead/ },
  ])
  const two = answer({ [rsc]: 'busy', [board]: page })
  const second = await fetchModels({ fetch: two.fetch, apiKey: 'k' })
  expect(second.entries).toEqual(parseModels(page).entries)
  expect(second.warnings).toMatchObject([
    { code: 'fallback', message: /surface api failed.*; page was read instead/ },
    { code: 'fallback', message: /surface rsc failed.*drift.*; page was read instead/ },
  ])
  // The page is not ours to show a key to.
  expect(two.asked).toEqual([
    [`${api}?page=1`, 'k'],
    [rsc, null],
    [board, null],
  ])
})

test('asks for no page that the quota will not reach, and falls back', async () => {
  const pages = (remaining: string) => ({
    [`${api}?page=1`]: {
      body: JSON.stringify({
        ...JSON.parse(free1),
        pagination: { page: 1, total_pages: 4, has_more: true },
      }),
      headers: {
        'x-ratelimit-limit': '100',
        'x-ratelimit-remaining': remaining,
        'x-ratelimit-reset': '1795392000',
      },
    },
    [rsc]: rscBody,
  })
  const short = answer(pages('2'))
  const { warnings } = await fetchModels({ fetch: short.fetch, apiKey: 'k' })
  expect(warnings).toMatchObject([
    { message: /rate-limited.*3 pages that are left.*2 requests left until 2026-11-23T/ },
  ])
  expect(short.addresses()).toEqual([`${api}?page=1`, rsc])
  for (const enough of ['3', 'many', '']) {
    const { addresses, fetch } = answer(pages(enough))
    await fetchModels({ fetch, apiKey: 'k' })
    expect(addresses()).toContain(`${api}?page=2`)
  }
})

test('says when to come back, where the quota is used up and nothing else is asked', async () => {
  const { fetch } = answer({
    [`${api}?page=1`]: {
      status: 429,
      body: '{"error":"limit"}',
      headers: { 'retry-after': '3600' },
    },
  })
  await expect(fetchModels({ fetch, apiKey: 'k', surfaces: ['api'] })).rejects.toMatchObject({
    code: 'rate-limited',
    received: '429, Retry-After 3600',
    retryable: true,
  })
})

test('takes a part of the board for a failure while another surface is left', async () => {
  const alone = JSON.stringify({
    ...JSON.parse(free1),
    pagination: { page: 2, total_pages: 2, has_more: false },
  })
  const table = { [`${api}?page=1`]: alone, [rsc]: rscBody, [`${api}?page=2`]: alone }
  const { warnings, series } = await fetchModels({ fetch: answer(table).fetch, apiKey: 'k' })
  expect(series).toBe(parseModels(rscBody).series)
  expect(warnings).toMatchObject([{ code: 'fallback', message: /drift.*whole board/ }])
  const last = await fetchModels({ fetch: answer(table).fetch, surfaces: ['api'] })
  expect(last.warnings.map(({ code }) => code)).toContain('partial')
})

test('asks the surfaces it is told to, without a key too', async () => {
  const { fetch, addresses } = answer({ [surfaces['legacy-api'].url]: legacy })
  const snapshot = await fetchModels({ fetch, surfaces: ['api', 'api-pro', 'legacy-api'] })
  expect(snapshot.series).toBe('artificial-analysis/legacy')
  expect(addresses()).toEqual([
    `${api}?page=1`,
    'https://artificialanalysis.ai/api/v2/language/models?page=1',
    'https://artificialanalysis.ai/api/v2/data/llms/models',
  ])
})

test('throws what the last surface failed with', async () => {
  const { fetch } = answer({ [board]: '<html>Just a moment…</html>' })
  await expect(fetchModels({ fetch, apiKey: 'k' })).rejects.toMatchObject({ code: 'drift' })
  const down = answer({ [board]: new TypeError('fetch failed') })
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

test('does not follow pages without end', async () => {
  const endless = (pagination: object) => JSON.stringify({ ...JSON.parse(free1), pagination })
  const many = answer({ [`${api}?page=1`]: endless({ page: 1, total_pages: 9e9 }) })
  const options = { surfaces: ['api'] } as const
  await expect(fetchModels({ fetch: many.fetch, ...options })).rejects.toMatchObject({
    code: 'drift',
  })
  expect(many.asked).toHaveLength(1)
  let asked = 0
  const fetch: Fetch = async () => {
    asked += 1
    return new Response(endless({ page: asked, has_more: true }))
  }
  await expect(fetchModels({ fetch, ...options })).rejects.toMatchObject({ code: 'drift' })
  expect(asked).toBe(50)
})

const rows = jsonSurfaces.find(({ name }) => name === 'page, September 2026')
const goodPage = String(rows?.toBodies(rows.document))
const good = parseModels(goodPage)

test('follows the last good snapshot where nothing has gone', async () => {
  const { fetch } = answer({ [rsc]: goodPage })
  expect((await fetchModels({ fetch, previous: good })).warnings).toEqual([])
})

test('throws what grave signs there are against the last good snapshot', async () => {
  const { fetch, asked } = answer({ [rsc]: rscBody.replaceAll('price1mInputTokens', 'priceIn') })
  const previous = parseModels(rscBody)
  await expect(fetchModels({ fetch, previous })).rejects.toMatchObject({
    name: 'SourceError',
    code: 'drift',
    received: expect.stringContaining('priceInputUsdPerMillionTokens'),
    cause: expect.arrayContaining([
      expect.objectContaining({ code: 'column-missing', severity: 'error' }),
    ]),
  })
  // Another surface cannot follow it either, and would hide what has happened.
  expect(asked).toHaveLength(1)
})

test('throws where scores have another scale, or most rows are gone', async () => {
  const half = { ...good, entries: good.entries.slice(0, 5) }
  const previous = (entries: typeof good.entries) => ({ ...good, entries })
  const tenfold = good.entries.map(({ values, ...entry }) => ({
    ...entry,
    values: { ...values, intelligenceIndex: (values['intelligenceIndex'] ?? 0) / 10 },
  }))
  const { fetch } = answer({ [rsc]: goodPage })
  await expect(fetchModels({ fetch, previous: previous(tenfold) })).rejects.toThrowError(
    /drift.*scale-changed/,
  )
  const doubled = [
    ...good.entries,
    ...half.entries.map((e) => ({ ...e, id: `${e.id}-b`, name: `${e.name} b` })),
  ]
  await expect(fetchModels({ fetch, previous: previous(doubled) })).rejects.toThrowError(
    /drift.*rows-disappeared/,
  )
})

test('tells only, where the last good snapshot is of another surface', async () => {
  const { fetch } = answer({ [`${api}?page=1`]: free1, [`${api}?page=2`]: free2 })
  const { warnings } = await fetchModels({ fetch, apiKey: 'k', previous: good })
  expect(warnings.map(({ code }) => code)).toContain('column-missing')
})
