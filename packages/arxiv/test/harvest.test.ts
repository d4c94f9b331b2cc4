import type { Fetch } from '@inference-report/source'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HarvestOptions, type HarvestProgress, harvest, unlimited } from '../src/index.ts'
import { oaiSetOf } from '../src/oai-set.ts'
import { inventPapers, oaiError, oaiPage } from './arxiv-documents.ts'
import { type InventedArxiv, inventedArxiv } from './invented-arxiv.ts'

const papers = inventPapers(25)
const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)
const ids = idsOf(papers)

function world(more: Partial<InventedArxiv> = {}): { fetch: Fetch; asked: string[] } {
  const answer = inventedArxiv({ papers, mailings: {}, feedDay: '', listingDay: '', ...more })
  const asked: string[] = []
  return {
    asked,
    async fetch(input) {
      asked.push(new URL(input).search)
      return new Response(String(answer(new URL(input))))
    },
  }
}

async function take(
  options: Omit<HarvestOptions, 'limiter' | 'metadataPrefix'>,
): Promise<string[]> {
  const found: string[] = []
  for await (const { id } of harvest({
    ...options,
    limiter: unlimited,
    metadataPrefix: 'arXivRaw',
  }))
    found.push(id)
  return found
}

describe('harvest', { timeout: 60_000 }, () => {
  test('from page to page by token, which is escaped once more', async () => {
    const { fetch, asked } = world()
    const progress: HarvestProgress[] = []
    const onProgress = (each: HarvestProgress): void => void progress.push(each)
    expect(
      await take({ fetch, set: 'cs.SE', from: '2026-01-01', until: '2026-01-09', onProgress }),
    ).toEqual(ids)
    expect(asked).toEqual([
      '?verb=ListRecords&metadataPrefix=arXivRaw&set=cs%3Acs%3ASE&from=2026-01-01&until=2026-01-09',
      '?verb=ListRecords&resumptionToken=2026-01-01%7C2026-01-09%7C7',
      '?verb=ListRecords&resumptionToken=2026-01-01%7C2026-01-09%7C14',
      '?verb=ListRecords&resumptionToken=2026-01-01%7C2026-01-09%7C21',
    ])
    expect(progress).toEqual([
      {
        papers: 7,
        deleted: 0,
        pages: 1,
        isComplete: false,
        state: { resumptionToken: '2026-01-01|2026-01-09|7', datestamp: '2026-01-01' },
      },
      {
        papers: 14,
        deleted: 0,
        pages: 2,
        isComplete: false,
        state: { resumptionToken: '2026-01-01|2026-01-09|14', datestamp: '2026-01-02' },
      },
      {
        papers: 21,
        deleted: 0,
        pages: 3,
        isComplete: false,
        state: { resumptionToken: '2026-01-01|2026-01-09|21', datestamp: '2026-01-03' },
      },
      { papers: 25, deleted: 0, pages: 4, isComplete: true, state: { datestamp: '2026-01-03' } },
    ])
  })

  test('a day on which nothing changed has no papers', async () => {
    const { fetch, asked } = world()
    expect(await take({ fetch, from: '2025-01-01', until: '2025-01-01' })).toEqual([])
    expect(asked).toHaveLength(1)
  })

  test('an expired token: begun again at the last day, and each paper once', async () => {
    let expiries = 1
    const { fetch, asked } = world({ expired: (token) => token.endsWith('|14') && expiries-- > 0 })
    const codes: string[] = []
    const found = await take({
      fetch,
      from: '2026-01-01',
      onWarning: ({ code }) => codes.push(code),
    })
    expect(found).toEqual(ids)
    expect(codes).toEqual(['restarted'])
    expect(asked[3]).toBe('?verb=ListRecords&metadataPrefix=arXivRaw&from=2026-01-02')
  })

  test('goes on where an earlier harvest stopped, by token or, when that expired, by day', async () => {
    for (const expired of [false, true]) {
      const { fetch, asked } = world({ expired: (token) => expired && token === '2026-01-01|9|14' })
      const resume = { resumptionToken: '2026-01-01|9|14', datestamp: '2026-01-02' }
      const found = await take({ fetch, from: '2026-01-01', resume })
      expect(found).toEqual(expired ? ids.slice(10) : ids.slice(14))
      expect(asked[0]).toBe('?verb=ListRecords&resumptionToken=2026-01-01%7C9%7C14')
    }
    const { fetch, asked } = world()
    expect(await take({ fetch, from: '2026-01-01', resume: { datestamp: '2026-01-03' } })).toEqual(
      ids.slice(20),
    )
    expect(asked[0]).toContain('from=2026-01-03')
  })

  test('whatever expires, each record comes once, in order', async () => {
    const pattern = fc.record({
      count: fc.integer({ min: 0, max: 60 }),
      size: fc.integer({ min: 1, max: 25 }),
      expiries: fc.array(fc.nat(7), { maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(pattern, async ({ count, size, expiries }) => {
        const all = inventPapers(count)
        const left = [...expiries]
        const { fetch } = world({
          papers: all,
          oaiSize: size,
          expired: (token) => {
            const isDue =
              left[0] !== undefined && Number(token.split('|')[2]) / size === left[0] + 1
            if (isDue) left.shift()
            return isDue
          },
        })
        expect(await take({ fetch, from: '2026-01-01' })).toEqual(idsOf(all))
      }),
      { numRuns: 100 },
    )
  })

  test('a token that always expires ends with an error', async () => {
    const { fetch, asked } = world({ expired: () => true })
    await expect(take({ fetch, from: '2026-01-01' })).rejects.toMatchObject({ code: 'drift' })
    expect(asked.length).toBeLessThan(20)
  })

  test('a list that goes in circles ends with an error', async () => {
    const circle: Fetch = async () => new Response(oaiPage(papers.slice(0, 3), 'again'))
    await expect(take({ fetch: circle })).rejects.toMatchObject({ code: 'drift' })
    let round = 0
    const spiral: Fetch = async () => new Response(oaiPage(papers.slice(0, 3), `again ${round++}`))
    await expect(take({ fetch: spiral })).rejects.toMatchObject({ code: 'drift' })
    expect(round).toBeLessThan(100)
  })

  test('a server that does not sort is begun again from the start, and each record comes once', async () => {
    const shuffled = [...papers].reverse()
    let expiries = 1
    const pages: Fetch = async (input) => {
      const token = new URL(input).searchParams.get('resumptionToken')
      if (token === '14' && expiries-- > 0) return new Response(oaiError('badResumptionToken'))
      const skip = Number(token ?? 0)
      return new Response(
        oaiPage(shuffled.slice(skip, skip + 7), skip + 7 < 25 ? String(skip + 7) : undefined),
      )
    }
    expect(await take({ fetch: pages, from: '2026-01-01' })).toEqual([...ids].reverse())
  })

  test('deleted records are told, and are no papers', async () => {
    const gone = ids[8] ?? ''
    const { fetch } = world({ deleted: [gone] })
    const deleted: unknown[] = []
    const progress: HarvestProgress[] = []
    const found = await take({
      fetch,
      onDeleted: (header) => deleted.push([header.id, header.datestamp]),
      onProgress: (each) => progress.push(each),
    })
    expect(found).toEqual(ids.filter((id) => id !== gone))
    expect(deleted).toEqual([[gone, '2026-01-01']])
    expect(progress.at(-1)).toMatchObject({ papers: 24, deleted: 1, isComplete: true })
  })

  test('errors of the protocol, and dates that are none', async () => {
    const refusing: Fetch = async () => new Response(oaiError('badArgument'))
    await expect(take({ fetch: refusing })).rejects.toMatchObject({
      code: 'upstream',
      url: 'https://oaipmh.arxiv.org/oai?verb=ListRecords&metadataPrefix=arXivRaw',
    })
    for (const bad of [
      { from: '1 May' },
      { until: '2026-13-01' },
      { from: '2026-02-30' },
      { resume: { datestamp: 'x' } },
    ]) {
      await expect(take({ fetch: refusing, ...bad })).rejects.toThrow(TypeError)
    }
  })
})

test.for([
  ['cs.SE', 'cs:cs:SE'],
  ['CS.se', 'cs:cs:SE'],
  ['hep-th', 'physics:hep-th'],
  ['quant-ph', 'physics:quant-ph'],
  ['astro-ph.GA', 'physics:astro-ph:GA'],
  ['physics.optics', 'physics:physics:optics'],
  ['q-bio.NC', 'q-bio:q-bio:NC'],
  ['stat', 'stat:stat'],
  ['cs:cs:SE', 'cs:cs:SE'],
  ['physics', 'physics'],
  ['nowhere', 'nowhere'],
] as const)('the set of %s is %s', ([code, set]) => {
  expect(oaiSetOf(code)).toBe(set)
})
