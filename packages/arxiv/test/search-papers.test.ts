import type { Fetch } from '@inference-report/source'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createLimiter,
  type Paper,
  type SearchOptions,
  type SearchProgress,
  searchPapers,
  unlimited,
} from '../src/index.ts'
import { type InventedPaper, inventPapers, queryFeed } from './arxiv-documents.ts'
import { fakeClock } from './fake-clock.ts'
import { type InventedArxiv, inventedArxiv } from './invented-arxiv.ts'

const empty: InventedArxiv = { papers: [], mailings: {}, feedDay: '', listingDay: '' }

/** A search over an invented arXiv, and what was asked. */
function world(papers: InventedPaper[]): { fetch: Fetch; asked: URLSearchParams[] } {
  const answer = inventedArxiv({ ...empty, papers })
  const asked: URLSearchParams[] = []
  return {
    asked,
    async fetch(input) {
      const url = new URL(input)
      asked.push(url.searchParams)
      const body = answer(url)
      return new Response(typeof body === 'string' ? body : body.body)
    },
  }
}

async function take(papers: AsyncIterable<Paper>): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of papers) ids.push(id)
  return ids
}

const ids = (papers: readonly InventedPaper[]): string[] => papers.map(({ id }) => id)
const options = (fetch: Fetch, more: Partial<SearchOptions> = {}): SearchOptions => ({
  fetch,
  limiter: unlimited,
  ...more,
})

// Tens of thousands of entries are parsed in some of these.
describe('searchPapers', { timeout: 60_000 }, () => {
  test('all pages, in order, by date where nothing else is asked for', async () => {
    const papers = inventPapers(25)
    const { fetch, asked } = world(papers)
    const progress: SearchProgress[] = []
    const onProgress = (each: SearchProgress): void => void progress.push(each)
    const found = await take(
      searchPapers({ cat: 'cs.SE' }, options(fetch, { pageSize: 10, onProgress })),
    )
    expect(found).toEqual(ids(papers).reverse())
    expect(asked.map((each) => [...each])).toEqual(
      ['0', '10', '20'].map((start) => [
        ['search_query', 'cat:cs.SE'],
        ['start', start],
        ['max_results', '10'],
        ['sortBy', 'submittedDate'],
        ['sortOrder', 'descending'],
      ]),
    )
    expect(progress).toEqual([
      { papers: 10, total: 25, pages: 1 },
      { papers: 20, total: 25, pages: 2 },
      { papers: 25, total: 25, pages: 3 },
    ])
  })

  test('asks for the next page when it is wanted, and never for more than the limit', async () => {
    const { fetch, asked } = world(inventPapers(25))
    for await (const _ of searchPapers('cat:cs.SE', options(fetch, { pageSize: 10 }))) break
    expect(asked).toHaveLength(1)
    const twelve = await take(
      searchPapers('cat:cs.SE', options(fetch, { pageSize: 10, limit: 12 })),
    )
    expect(twelve).toHaveLength(12)
    expect(asked).toHaveLength(3)
    expect(await take(searchPapers('x', options(fetch, { limit: 3 })))).toHaveLength(3)
    expect(asked.at(-1)?.get('max_results')).toBe('3')
  })

  test('whatever the pages, the limit and the faults: the first papers, each once, in order', async () => {
    const cases = fc.record({
      count: fc.nat(40),
      pageSize: fc.integer({ min: 1, max: 50 }),
      limit: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
      broken: fc.array(fc.constantFrom('', 'Rate exceeded.', '<html></html>', '<feed'), {
        maxLength: 3,
      }),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ count, pageSize, limit, broken }) => {
        const papers = inventPapers(count)
        const { fetch } = world(papers)
        const left = [...broken]
        const failing: Fetch = async (input) => {
          const body = left.pop()
          return body === undefined ? fetch(input) : new Response(body)
        }
        const found = await take(searchPapers('x', options(failing, { pageSize, limit })))
        expect(found).toEqual(ids(papers).reverse().slice(0, limit))
      }),
      { numRuns: 200 },
    )
  })

  test.for(['descending', 'ascending'] as const)(
    'more than 10 000, %s: windows of dates',
    async (sortOrder) => {
      const papers = inventPapers(23_456)
      const { fetch, asked } = world(papers)
      const found = await take(
        searchPapers({ cat: 'cs.SE' }, options(fetch, { pageSize: 2000, sortOrder })),
      )
      expect(found).toEqual(sortOrder === 'ascending' ? ids(papers) : ids(papers).reverse())
      expect(new Set(found).size).toBe(23_456)
      // Five pages fill a window; the next begins at the minute the last one ended with.
      expect(asked.map((each) => each.get('start'))).toEqual([
        '0',
        '2000',
        '4000',
        '6000',
        '8000',
        '0',
        '2000',
        '4000',
        '6000',
        '8000',
        '0',
        '2000',
      ])
      expect(asked[5]?.get('search_query')).toMatch(
        sortOrder === 'ascending'
          ? /^\(cat:cs\.SE AND submittedDate:\[202601072239 TO 2999\d+\]\)$/
          : /^\(cat:cs\.SE AND submittedDate:\[199101010000 TO 202601100816\]\)$/,
      )
    },
  )

  test('a query written by hand stands in parentheses beside its window', async () => {
    const { fetch, asked } = world(inventPapers(10_001))
    const found = await take(
      searchPapers('cat:cs.SE OR ti:mutants', options(fetch, { pageSize: 2000 })),
    )
    expect(found).toHaveLength(10_001)
    expect(asked[0]?.get('search_query')).toBe('cat:cs.SE OR ti:mutants')
    expect(asked.at(-1)?.get('search_query')).toMatch(
      /^\(\(cat:cs\.SE OR ti:mutants\) AND submittedDate:\[\d+ TO \d+\]\)$/,
    )
  })

  test('more than 10 000 in another order: those first, then the others by date, each once', async () => {
    const papers = inventPapers(12_000)
    const { fetch } = world(papers)
    const codes: string[] = []
    const found = await take(
      searchPapers(
        'x',
        options(fetch, {
          pageSize: 1000,
          sortBy: 'relevance',
          sortOrder: 'ascending',
          onWarning: ({ code }) => codes.push(code),
        }),
      ),
    )
    expect(found.slice(0, 10_000)).toEqual(ids(papers).slice(0, 10_000))
    expect(found).toHaveLength(12_000)
    expect(new Set(found).size).toBe(12_000)
    expect(codes).toEqual(['order-changed'])
  })

  test('10 000 of one minute lead nowhere, and that is told', async () => {
    const { fetch } = world(inventPapers(11_000).map((paper) => ({ ...paper, minute: 0 })))
    await expect(take(searchPapers('x', options(fetch, { pageSize: 2000 })))).rejects.toMatchObject(
      { code: 'drift' },
    )
  })

  test('papers that come while one pages: each once, and the drift is told', async () => {
    const papers = inventPapers(25)
    const { fetch, asked } = world(papers)
    const codes: string[] = []
    const found: string[] = []
    const search = searchPapers(
      'x',
      options(fetch, { pageSize: 10, onWarning: ({ code }) => codes.push(code) }),
    )
    for await (const { id } of search) {
      found.push(id)
      if (found.length === 5) papers.push(...inventPapers(3, 25))
    }
    expect(found).toEqual(ids(papers.slice(0, 25)).reverse())
    expect(asked).toHaveLength(3)
    expect(codes).toEqual(['total-drift'])
  })

  test('nothing is asked for twice, then it is nothing; after a page it cannot be', async () => {
    let asked = 0
    const codes: string[] = []
    const none: Fetch = async () => {
      asked++
      return new Response(queryFeed([], { total: 0, start: 0, size: 10 }))
    }
    expect(
      await take(searchPapers('x', options(none, { onWarning: ({ code }) => codes.push(code) }))),
    ).toEqual([])
    expect([asked, codes]).toEqual([2, ['no-results']])
    const vanishing: Fetch = async (input) => {
      const start = Number(new URL(input).searchParams.get('start'))
      const page = start === 0 ? inventPapers(10) : []
      return new Response(queryFeed(page, { total: start === 0 ? 20 : 0, start, size: 10 }))
    }
    const found: string[] = []
    const search = async (): Promise<void> => {
      for await (const { id } of searchPapers('x', options(vanishing, { pageSize: 10 })))
        found.push(id)
    }
    await expect(search()).rejects.toMatchObject({ code: 'empty', retryable: true })
    expect(found).toHaveLength(10)
  })

  test('short pages are asked for again; a server with smaller pages goes on where it ended', async () => {
    const papers = inventPapers(9)
    const asked: string[] = []
    const codes: string[] = []
    const small: Fetch = async (input) => {
      const start = Number(new URL(input).searchParams.get('start'))
      asked.push(String(start))
      return new Response(queryFeed(papers.slice(start, start + 4), { total: 9, start, size: 100 }))
    }
    const onWarning = ({ code }: { code: string }): void => void codes.push(code)
    expect(await take(searchPapers('x', options(small, { onWarning })))).toEqual(ids(papers))
    expect(asked).toEqual(['0', '0', '4', '4', '8'])
    expect(codes).toEqual(['short-page', 'short-page'])
  })

  test('an error of arXiv is told at once', async () => {
    const error = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#x</id>
      <title>Error</title><summary>Invalid query string: '('</summary></entry></feed>`
    let asked = 0
    const refusing: Fetch = async () => {
      asked++
      return new Response(error, { status: 400 })
    }
    await expect(take(searchPapers('(', options(refusing)))).rejects.toMatchObject({
      code: 'upstream',
      received: "Invalid query string: '('",
      retryable: false,
      url: expect.stringContaining('https://export.arxiv.org/api/query?search_query=('),
    })
    expect(asked).toBe(1)
  })

  test('ends with the signal, also while it waits', async () => {
    const clock = fakeClock()
    const controller = new AbortController()
    const { fetch, asked } = world(inventPapers(25))
    const signals: unknown[] = []
    const limiter = createLimiter({
      ...clock,
      sleep: async () => {
        controller.abort(new Error('enough'))
        return new Promise(() => {})
      },
    })
    const search = searchPapers('x', {
      fetch: (input, init) => {
        signals.push(init?.signal)
        return fetch(input, init)
      },
      limiter,
      signal: controller.signal,
      pageSize: 10,
    })
    await expect(take(search)).rejects.toThrow('enough')
    expect(asked).toHaveLength(1)
    expect(signals).toEqual([controller.signal])
  })

  test('ends with the signal, also where neither limiter nor fetch looks at it', async () => {
    const controller = new AbortController()
    const { fetch, asked } = world(inventPapers(25))
    const search = searchPapers('x', {
      fetch: (input) => fetch(input),
      limiter: unlimited,
      signal: controller.signal,
      pageSize: 10,
      onProgress: () => controller.abort(new Error('enough')),
    })
    await expect(take(search)).rejects.toThrow('enough')
    expect(asked).toHaveLength(1)
  })

  test.for([
    ['', {}],
    ['x', { pageSize: 0 }],
    ['x', { pageSize: 2001 }],
    ['x', { limit: 0 }],
    ['x', { limit: Number.NaN }],
    ['x', { retries: -1 }],
    ['x', { retries: Number.NaN }],
    ['x', { patienceMs: Number.NaN }],
  ] as const)('refuses %j %j', async ([query, more]) => {
    const { fetch } = world([])
    await expect(take(searchPapers(query, options(fetch, more)))).rejects.toThrow(TypeError)
  })
})
