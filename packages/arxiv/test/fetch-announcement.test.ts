import type { Fetch } from '@inference-report/source'
import { describe, expect, test } from 'vitest'
import { fetchAnnouncement } from '../src/index.ts'
import { fixture } from './fixture.ts'

const asked: string[] = []
const answering =
  (body: string, status = 200): Fetch =>
  async (input) => {
    asked.push(String(input))
    return new Response(body, { status })
  }
const rss = fixture('rss-daily.xml')

describe('fetchAnnouncement', () => {
  test('asks once and gives the batch', async () => {
    asked.length = 0
    const batch = await fetchAnnouncement({ category: 'cs.SE', fetch: answering(rss) })
    expect(asked).toEqual(['https://rss.arxiv.org/rss/cs.SE'])
    expect(batch).toMatchObject({ announcedOn: '2026-01-13', category: 'cs.SE', warnings: [] })
    expect(batch.papers).toHaveLength(4)
    expect(batch).not.toHaveProperty('staleSince')
  })

  test('a batch of another day is marked', async () => {
    const fetch = answering(rss)
    expect(
      await fetchAnnouncement({ category: 'cs.SE', date: '2026-01-13', fetch }),
    ).not.toHaveProperty('staleSince')
    const stale = await fetchAnnouncement({ category: 'cs.SE', date: '2026-01-14', fetch })
    expect(stale).toMatchObject({ announcedOn: '2026-01-13', staleSince: '2026-01-13' })
    expect(stale.papers).toHaveLength(4)
  })

  test('a day without mailing', async () => {
    const fetch = answering(fixture('rss-saturday.xml'))
    expect(await fetchAnnouncement({ category: 'cs.SE', fetch })).toEqual({
      papers: [],
      announcedOn: '2026-01-17',
      category: 'cs.SE',
      nothingToday: 'skip-day',
      warnings: [],
    })
  })

  test('several categories, and nothing that leaves the path', async () => {
    asked.length = 0
    await fetchAnnouncement({
      category: 'cs.SE+cs.PL',
      fetch: answering(fixture('atom-daily.xml')),
    })
    await fetchAnnouncement({ category: '../x?y', fetch: answering(rss) })
    expect(asked).toEqual([
      'https://rss.arxiv.org/rss/cs.SE+cs.PL',
      'https://rss.arxiv.org/rss/..%2Fx%3Fy',
    ])
  })

  test('the feed of another category is told; case and aliases do not count', async () => {
    const codes = async (category: string, xml: string): Promise<string[]> =>
      (await fetchAnnouncement({ category, fetch: answering(xml) })).warnings.map(
        ({ code }) => code,
      )
    expect(await codes('cs.PL', rss)).toEqual(['other-category'])
    expect(await codes('CS.se', rss)).toEqual([])
    expect(await codes('cs.SY', rss.replace('cs.SE updates', 'eess.SY updates'))).toEqual([])
  })

  test.for([
    [
      400,
      fixture('rss-error.xml'),
      { code: 'upstream', retryable: false, received: "Bad subject class 'QQ'." },
    ],
    [400, 'no', { code: 'unparseable' }],
    [429, 'Rate exceeded.', { code: 'rate-limited', retryable: true }],
    [200, 'Rate exceeded.', { code: 'rate-limited' }],
    [503, '<html></html>', { code: 'upstream', retryable: true }],
    [404, '', { code: 'not-found' }],
    [200, '', { code: 'unparseable' }],
  ] as const)('status %i throws', async ([status, body, expected]) => {
    await expect(
      fetchAnnouncement({ category: 'cs.QQ', fetch: answering(body, status) }),
    ).rejects.toMatchObject({
      name: 'SourceError',
      url: 'https://rss.arxiv.org/rss/cs.QQ',
      ...expected,
    })
  })

  test('a date that is none, and a fetch that fails', async () => {
    await expect(
      fetchAnnouncement({ category: 'cs.SE', date: '13 Jan', fetch: answering(rss) }),
    ).rejects.toThrow(TypeError)
    await expect(
      fetchAnnouncement({ category: 'cs.SE', date: '2026-13-01', fetch: answering(rss) }),
    ).rejects.toThrow(TypeError)
    const broken: Fetch = () => Promise.reject(new Error('offline'))
    await expect(fetchAnnouncement({ category: 'cs.SE', fetch: broken })).rejects.toThrow('offline')
  })
})
