import type { Fetch } from '@inference-report/source'
import { describe, expect, test } from 'vitest'
import { fetchPapers, unlimited } from '../src/index.ts'
import { inventPapers, queryFeed } from './arxiv-documents.ts'
import { fixture } from './fixture.ts'
import { inventedArxiv } from './invented-arxiv.ts'

const papers = inventPapers(25)
const answer = inventedArxiv({ papers, mailings: {}, feedDay: '', listingDay: '' })
const asked: string[] = []
const fetch: Fetch = async (input) => {
  asked.push(decodeURIComponent(String(input)))
  const body = answer(new URL(input))
  return new Response(typeof body === 'string' ? body : body.body)
}
const limiter = unlimited

describe('fetchPapers', () => {
  test('batches, in the order asked, each once; what is missing is told', async () => {
    asked.length = 0
    const ids = papers.map(({ id }) => id)
    const wanted = [ids[3], ids[1], 'arXiv:2403.99999', ids[3], ids[20], 'what is this'].flatMap(
      (id) => id ?? [],
    )
    const progress: unknown[] = []
    const onProgress = (each: unknown): void => void progress.push(each)
    const batch = await fetchPapers(wanted, { fetch, limiter, batchSize: 2, onProgress })
    expect(batch.papers.map(({ id }) => id)).toEqual([ids[3], ids[1], ids[20]])
    expect(batch.missing).toEqual(['arXiv:2403.99999', 'what is this'])
    expect(batch.warnings.map(({ code }) => code)).toEqual(['invalid-id'])
    expect(asked).toEqual([
      `https://export.arxiv.org/api/query?id_list=${ids[3]},${ids[1]}&start=0&max_results=2`,
      `https://export.arxiv.org/api/query?id_list=2403.99999,${ids[20]}&start=0&max_results=2`,
      'https://export.arxiv.org/api/query?id_list=2403.99999&start=0&max_results=1',
    ])
    expect(progress).toEqual([
      { papers: 2, requests: 1 },
      { papers: 3, requests: 2 },
      { papers: 3, requests: 3 },
    ])
  })

  test('what arXiv left out comes when it is asked again', async () => {
    let requests = 0
    const forgetful: Fetch = async (input) => {
      const body = String(answer(new URL(input)))
      return new Response(requests++ === 0 ? body.replace(/<entry>[\s\S]*?<\/entry>/, '') : body)
    }
    const ids = papers.slice(0, 5).map(({ id }) => id)
    const batch = await fetchPapers(ids, { fetch: forgetful, limiter })
    expect(batch).toMatchObject({ missing: [], warnings: [] })
    expect(batch.papers.map(({ id }) => id)).toEqual(ids)
    expect(requests).toBe(2)
  })

  test('a version is that version, a bare id the newest that came', async () => {
    const [one] = inventPapers(1)
    const versions =
      (...numbers: number[]): Fetch =>
      async () =>
        new Response(
          queryFeed(
            numbers.map(() => one).flatMap((each) => each ?? []),
            { total: numbers.length, start: 0, size: 9 },
          ).replace(/v1<\/id>/g, () => `v${numbers.shift()}</id>`),
        )
    const id = one?.id ?? ''
    const both = await fetchPapers([`${id}v1`, id], { fetch: versions(3, 1), limiter })
    expect(both.papers.map(({ version }) => version)).toEqual([1, 3])
    const other = await fetchPapers([`${id}v2`], { fetch: versions(3), limiter, retries: 0 })
    expect(other).toMatchObject({ papers: [], missing: [`${id}v2`] })
  })

  test('an old version does not pass for the current one that arXiv left out', async () => {
    const [one] = inventPapers(1)
    const id = one?.id ?? ''
    const requests: string[] = []
    const forgetful: Fetch = async (input) => {
      const list = new URL(String(input)).searchParams.get('id_list') ?? ''
      requests.push(list)
      const version = list.includes('v1') ? 'v1' : 'v3'
      const size = list.split(',').length
      const body = queryFeed(one === undefined ? [] : [one], { total: 1, start: 0, size })
      return new Response(body.replace('v1</id>', `${version}</id>`))
    }
    const both = await fetchPapers([id, `${id}v1`], { fetch: forgetful, limiter })
    expect(both.papers.map(({ version }) => version)).toEqual([3, 1])
    expect(both.missing).toEqual([])
    expect(requests).toEqual([`${id},${id}v1`, id])
    const apart = await fetchPapers([`${id}v1`], { fetch: forgetful, limiter, batchSize: 1 })
    expect(apart.papers.map(({ version }) => version)).toEqual([1])
  })

  test('empty entries of the old service are missing papers, not warnings', async () => {
    const old: Fetch = async () => new Response(fixture('query-before-2025.xml'))
    const {
      papers: found,
      missing,
      warnings,
    } = await fetchPapers(['0704.0001', '2403.01234'], { fetch: old, limiter })
    expect(missing).toContain('2403.01234')
    expect(found.length + missing.length).toBe(2)
    expect(warnings.filter(({ code }) => code === 'id-not-found')).toEqual([])
  })

  test('no ids, no request; a bad option', async () => {
    asked.length = 0
    expect(await fetchPapers([], { fetch, limiter })).toEqual({
      papers: [],
      missing: [],
      warnings: [],
    })
    expect(asked).toEqual([])
    for (const batchSize of [0, 201, 1.5]) {
      await expect(fetchPapers([], { fetch, batchSize })).rejects.toThrow(TypeError)
    }
  })
})
