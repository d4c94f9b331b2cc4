import { SourceError } from '@inference-report/source'
import { afterEach, describe, expect, test } from 'vitest'
import {
  type FlowOptions,
  fetchAnnouncement,
  fetchPapers,
  harvest,
  type Retry,
  searchPapers,
} from '../src/index.ts'
import { inventPapers } from './arxiv-documents.ts'
import {
  everyFault,
  type FaultServer,
  gaps,
  leastWaitMs,
  startFaultServer,
} from './fault-server.ts'
import { type InventedArxiv, inventedArxiv } from './invented-arxiv.ts'

const papers = inventPapers(25)
const ids = papers.map(({ id }) => id)
const today = '2026-01-13'
const world: InventedArxiv = {
  papers,
  mailings: { [today]: papers.slice(0, 5), '2026-01-12': papers.slice(5, 12) },
  feedDay: today,
  listingDay: today,
}

/** Each flow, and the ids it should end with. */
const flows: Record<
  string,
  { run: (options: FlowOptions) => Promise<string[]>; ids: string[]; requests: number }
> = {
  searchPapers: {
    run: async (options) => {
      const found: string[] = []
      for await (const { id } of searchPapers({ cat: 'cs.SE' }, { ...options, pageSize: 10 }))
        found.push(id)
      return found
    },
    ids: [...ids].reverse(),
    requests: 3,
  },
  fetchPapers: {
    run: async (options) =>
      (await fetchPapers(ids, { ...options, batchSize: 10 })).papers.map(({ id }) => id),
    ids,
    requests: 3,
  },
  harvest: {
    run: async (options) => {
      const found: string[] = []
      for await (const { id } of harvest({
        ...options,
        set: 'cs.SE',
        from: '2026-01-01',
        metadataPrefix: 'arXivRaw',
      }))
        found.push(id)
      return found
    },
    ids,
    requests: 4,
  },
  fetchAnnouncement: {
    run: async (options) =>
      (await fetchAnnouncement({ ...options, category: 'cs.SE' })).papers.map(({ id }) => id),
    ids: ids.slice(0, 5),
    requests: 2,
  },
}
const cases = Object.keys(flows).flatMap((flow) => everyFault.map((fault) => ({ flow, fault })))

let server: FaultServer | undefined
async function start(changed: Partial<InventedArxiv> = {}): Promise<FaultServer> {
  server = await startFaultServer(inventedArxiv({ ...world, ...changed }))
  return server
}
afterEach(async () => {
  await server?.close()
  server = undefined
})

const at = (name: string) => {
  const flow = flows[name]
  if (flow === undefined) throw new Error(name)
  return flow
}

describe('a local arXiv that fails', { timeout: 60_000 }, () => {
  test.for(Object.keys(flows))('%s without a fault, three seconds apart', async (name) => {
    const { fetch, limiter, log } = await start()
    const flow = at(name)
    expect(await flow.run({ fetch, limiter })).toEqual(flow.ids)
    expect(log).toHaveLength(flow.requests)
    for (const gap of gaps(log)) expect(gap).toBe(3000)
  })

  test.for(cases)('$flow: $fault, then all is well', async ({ flow: name, fault }) => {
    const { fetch, limiter, log, faults: queue } = await start()
    const flow = at(name)
    queue.push(fault)
    const retries: Retry[] = []
    const onRetry = (retry: Retry): void => void retries.push(retry)
    expect(await flow.run({ fetch, limiter, onRetry, random: () => 0 })).toEqual(flow.ids)
    expect(log).toHaveLength(flow.requests + 1)
    expect(log[1]?.url.href).toBe(log[0]?.url.href)
    expect(gaps(log)[0]).toBe(leastWaitMs[fault])
    for (const gap of gaps(log).slice(1)) expect(gap).toBe(3000)
    for (const { open } of log) expect(open).toBe(1)
    expect(retries).toMatchObject([
      { attempt: 1, waitMs: leastWaitMs[fault], url: log[0]?.url.href },
    ])
  })

  test.for(cases)('$flow: $fault, and nothing else', async ({ flow: name, fault }) => {
    const { fetch, limiter, log, faults: queue } = await start()
    queue.push(...Array.from({ length: 20 }, () => fault))
    const codes: Record<string, string> = { '4': 'rate-limited', '5': 'upstream', c: 'upstream' }
    const code =
      codes[fault.charAt(0)] ?? (fault.includes('throttle') ? 'rate-limited' : 'unparseable')
    const error = await at(name)
      .run({ fetch, limiter })
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({ code, source: 'arxiv' })
    // The server stands for all hosts, so its own address may be told.
    expect(SourceError.is(error) && error.url).toContain(
      `${log[0]?.url.host}${log[0]?.url.pathname}`,
    )
    // Four times, or as long as there is patience; then the listing, where that may help.
    expect(log.length).toBeLessThanOrEqual(8)
    for (const gap of gaps(log)) expect(gap).toBeGreaterThanOrEqual(3000)
    for (const [index, gap] of gaps(log).entries()) {
      if (log[index + 1]?.url.href === log[index]?.url.href) {
        expect(gap).toBeGreaterThanOrEqual(leastWaitMs[fault])
      }
    }
  })

  test('waits grow, and end with the patience', async () => {
    const { fetch, limiter, log, faults: queue } = await start()
    queue.push('429 text', '429 text', '429 text', '429 text')
    await expect(fetchPapers(ids, { fetch, limiter, random: () => 1 })).rejects.toMatchObject({
      code: 'rate-limited',
    })
    expect(gaps(log).map(Math.round)).toEqual([66_000, 132_000, 264_000])

    const other = await startFaultServer(inventedArxiv(world))
    other.faults.push('503 with Retry-After 300')
    await expect(fetchPapers(ids, { ...other, patienceMs: 100_000 })).rejects.toMatchObject({
      code: 'upstream',
      received: '503, Retry-After 300',
    })
    expect(other.log).toHaveLength(1)
    // Nor does another flow ask before that time is over, or wait for it longer than it would.
    await expect(fetchPapers(ids, { ...other, patienceMs: 100_000 })).rejects.toMatchObject({
      code: 'rate-limited',
      received: 'a pause of 300 s that arXiv asked for',
    })
    expect(other.log).toHaveLength(1)
    expect((await fetchPapers(ids, other)).papers).toHaveLength(25)
    expect(gaps(other.log)).toEqual([300_000])
    await other.close()
  })

  test('flows at the same time, over all hosts, share one pace', async () => {
    const { fetch, limiter, log, faults: queue } = await start()
    queue.push('503 with Retry-After 10')
    const results = await Promise.all(
      Object.values(flows).map((flow) => flow.run({ fetch, limiter })),
    )
    expect(results).toEqual(Object.values(flows).map((flow) => flow.ids))
    expect(new Set(log.map(({ url }) => url.host))).toEqual(
      new Set(['export.arxiv.org', 'oaipmh.arxiv.org', 'rss.arxiv.org', 'arxiv.org']),
    )
    expect(gaps(log)[0]).toBe(10_000)
    for (const gap of gaps(log).slice(1)) expect(gap).toBe(3000)
    for (const { open } of log) expect(open).toBe(1)
  })

  test.for(Object.keys(flows))('%s ends with the signal', async (name) => {
    const { fetch, limiter, log } = await start()
    for (const requests of [0, 1]) {
      const controller = new AbortController()
      const reason = new Error('enough')
      let left = requests
      const until: typeof fetch = async (input, init) => {
        const response = await fetch(input, init)
        if (--left === 0) controller.abort(reason)
        return response
      }
      if (requests === 0) controller.abort(reason)
      const before = log.length
      const { signal } = controller
      await expect(at(name).run({ fetch: until, limiter, signal })).rejects.toBe(reason)
      expect(log.length - before).toBe(requests)
    }
  })

  test('a stale daily feed, and a missed day', async () => {
    const { fetch, limiter, log } = await start({ feedDay: '2026-01-12' })
    const latest = await fetchAnnouncement({ category: 'cs.SE', fetch, limiter })
    expect(latest.papers.map(({ id }) => id)).toEqual(ids.slice(0, 5))
    expect(latest).toMatchObject({ announcedOn: today, warnings: [{ code: 'stale-feed' }] })
    const wanted = { category: 'cs.SE', date: '2026-01-12', fetch, limiter }
    const missed = await fetchAnnouncement(wanted)
    expect(missed.papers.map(({ id }) => id)).toEqual(ids.slice(5, 12))
    expect(missed.warnings).toEqual([])
    for (const gap of gaps(log)) expect(gap).toBe(3000)
  })

  test('a day that only the records still hold', async () => {
    const { fetch, limiter, log } = await start({
      papers: papers.map((paper) => ({ ...paper, datestamp: '2025-09-01' })),
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', date: '2025-09-01', fetch, limiter })
    expect(batch.papers.map(({ id }) => id)).toEqual(ids)
    expect(batch.warnings.map(({ code }) => code)).toEqual(['by-records', 'catch-up-failed'])
    expect(new Set(log.map(({ url }) => url.host)).size).toBe(3)
    for (const gap of gaps(log)) expect(gap).toBe(3000)
  })

  test('an expired token', async () => {
    let expiries = 1
    const { fetch, limiter, log } = await start({
      expired: (token) => token.endsWith('|14') && expiries-- > 0,
    })
    expect(await at('harvest').run({ fetch, limiter })).toEqual(ids)
    expect(log.map(({ url }) => url.searchParams.get('from'))).toContain('2026-01-02')
    for (const gap of gaps(log)) expect(gap).toBe(3000)
  })

  test('a page amid a search that stays empty', async () => {
    const answer = inventedArxiv(world)
    let empty = 1
    const own = await startFaultServer((url) => {
      const body = answer(url)
      const isMiddle = url.searchParams.get('start') === '10'
      return isMiddle && typeof body === 'string' && empty-- > 0
        ? body.replace(/<entry>[\s\S]*<\/entry>/, '')
        : body
    })
    const search = at('searchPapers')
    expect(await search.run(own)).toEqual(search.ids)
    expect(own.log.map(({ url }) => url.searchParams.get('start'))).toEqual(['0', '10', '10', '20'])
    empty = Infinity
    await expect(search.run(own)).rejects.toMatchObject({ code: 'empty', retryable: true })
    await own.close()
  })
})
