import type { Fetch } from '@inference-report/source'
import { SourceError } from '@inference-report/source'
import { describe, expect, test } from 'vitest'
import { type AnnouncementBatch, fetchAnnouncement, unlimited } from '../src/index.ts'
import { paperSchema } from '../src/schema.ts'
import { dailyFeed, inventPapers, listingPage, oaiError, oaiPage } from './arxiv-documents.ts'
import { fixture } from './fixture.ts'

const asked: string[] = []
const limiter = unlimited

/** Answers by the beginning of the address; a replay lacks all others. */
function answers(byAddress: Record<string, string | [number, string]>): Fetch {
  asked.length = 0
  return async (input) => {
    const url = String(input)
    asked.push(url)
    const longest = Object.entries(byAddress)
      .filter(([start]) => url.startsWith(start))
      .sort(([one], [other]) => other.length - one.length)[0]
    if (longest === undefined) {
      throw new SourceError('not-recorded', {
        source: 'http',
        expected: 'a recording of this address',
        url,
      })
    }
    const [status, body] = typeof longest[1] === 'string' ? [200, longest[1]] : longest[1]
    return new Response(body, { status })
  }
}

const feedUrl = 'https://rss.arxiv.org/rss/cs.SE'
const listingUrl = 'https://arxiv.org/list/cs.SE/new'
const catchUpUrl = 'https://arxiv.org/catchup/cs.SE/'
const oaiUrl = 'https://oaipmh.arxiv.org/oai'
const rss = fixture('rss-daily.xml')
const monday = inventPapers(12)
const tuesday = inventPapers(8, 12)
const [onMonday, onTuesday] = ['2026-01-12', '2026-01-13']
const ids = ({ papers }: AnnouncementBatch): string[] => papers.map(({ id }) => id)
const idsOf = (papers: readonly { id: string }[]): string[] => papers.map(({ id }) => id)
const codes = ({ warnings }: AnnouncementBatch): string[] => warnings.map(({ code }) => code)

describe('fetchAnnouncement', () => {
  test('asks for the feed, then for the listing, which a replay may lack', async () => {
    const fetch = answers({ [feedUrl]: rss })
    const batch = await fetchAnnouncement({ category: 'cs.SE', fetch })
    expect(asked).toEqual([feedUrl, listingUrl])
    expect(batch).toMatchObject({ announcedOn: '2026-01-13', category: 'cs.SE', warnings: [] })
    expect(batch.papers).toHaveLength(4)
    expect(batch).not.toHaveProperty('staleSince')
  })

  test('comments are from the listing of the same mailing', async () => {
    const fetch = answers({ [feedUrl]: rss, [listingUrl]: fixture('listing-new.html') })
    const surfaces: unknown[] = []
    const batch = await fetchAnnouncement({
      category: 'cs.SE',
      date: '2026-01-13',
      fetch,
      limiter,
      onProgress: (progress) => surfaces.push(progress),
    })
    expect(batch.warnings).toEqual([])
    expect(surfaces).toEqual([
      { surface: 'daily-feed', papers: 4 },
      { surface: 'listing', papers: 4 },
    ])
    const [paper] = batch.papers
    expect(paper).toMatchObject({
      comment: '12 pages, code at https://code.example/mutants',
      journalRef: 'Journal of Tests 1–9',
      tex: { title: expect.stringContaining('\\"o') },
      surfaces: ['daily-feed', 'listing'],
      announcement: { date: '2026-01-13', type: 'new', category: 'cs.SE' },
    })
    // A listing holds no date of submission, and none is made up.
    expect(paper).not.toHaveProperty('submittedAt')
    expect(batch.papers.map(({ announcement }) => announcement?.type)).toEqual([
      'new',
      'cross',
      'replace',
      'replace-cross',
    ])
    for (const each of batch.papers) expect(paperSchema.parse(each)).toEqual(each)
  })

  test('a batch of another day is marked', async () => {
    const fetch = answers({ [feedUrl]: rss })
    expect(
      await fetchAnnouncement({ category: 'cs.SE', date: '2026-01-13', fetch }),
    ).not.toHaveProperty('staleSince')
    const stale = await fetchAnnouncement({ category: 'cs.SE', date: '2026-01-14', fetch })
    expect(stale).toMatchObject({
      announcedOn: '2026-01-13',
      staleSince: '2026-01-13',
      warnings: [],
    })
    expect(stale.papers).toHaveLength(4)
    expect(asked.slice(2)).toEqual([
      feedUrl,
      listingUrl,
      `${catchUpUrl}2026-01-14?abs=True`,
      expect.stringContaining(oaiUrl),
    ])
  })

  test('a day without mailing', async () => {
    const fetch = answers({ [feedUrl]: fixture('rss-saturday.xml') })
    expect(await fetchAnnouncement({ category: 'cs.SE', fetch })).toEqual({
      papers: [],
      announcedOn: '2026-01-17',
      category: 'cs.SE',
      nothingToday: 'skip-day',
      warnings: [],
    })
    expect(asked).toEqual([feedUrl])
  })

  test('several categories, and nothing that leaves the path', async () => {
    await fetchAnnouncement({
      category: 'cs.SE+cs.PL',
      fetch: answers({ 'https://rss.arxiv.org/rss/cs.SE+cs.PL': fixture('atom-daily.xml') }),
    })
    expect(asked).toEqual(['https://rss.arxiv.org/rss/cs.SE+cs.PL', listingUrl])
    await fetchAnnouncement({
      category: '../x?y',
      fetch: answers({ 'https://rss.arxiv.org/': rss }),
    })
    expect(asked).toEqual([
      'https://rss.arxiv.org/rss/..%2Fx%3Fy',
      'https://arxiv.org/list/..%2Fx%3Fy/new',
    ])
  })

  test('several categories: a paper of two listings is there once, as its best type', async () => {
    const other = listingPage(monday.slice(10), onMonday).replace(
      'New submissions',
      'Cross submissions',
    )
    const fetch = answers({
      [listingUrl]: listingPage(monday.slice(0, 11), onMonday),
      'https://arxiv.org/list/cs.PL/new': other,
      'https://rss.arxiv.org/': [503, ''],
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE+cs.PL', fetch, limiter })
    expect(ids(batch)).toEqual(idsOf(monday))
    expect(batch.papers.map(({ announcement }) => announcement?.type).slice(10)).toEqual([
      'new',
      'cross',
    ])
  })

  test('the feed of another category is told; case and aliases do not count', async () => {
    const told = async (category: string, xml: string): Promise<string[]> =>
      codes(
        await fetchAnnouncement({ category, fetch: answers({ 'https://rss.arxiv.org/': xml }) }),
      )
    expect(await told('cs.PL', rss)).toEqual(['other-category'])
    expect(await told('CS.se', rss)).toEqual([])
    expect(await told('cs.SY', rss.replace('cs.SE updates', 'eess.SY updates'))).toEqual([])
  })
})

describe('a feed that is not what it should be', () => {
  test('older than the listing: the listing is the batch', async () => {
    const fetch = answers({
      [feedUrl]: dailyFeed(monday, onMonday),
      [listingUrl]: listingPage(tuesday, onTuesday),
    })
    for (const date of [undefined, onTuesday]) {
      const batch = await fetchAnnouncement({ category: 'cs.SE', date, fetch, limiter })
      expect(ids(batch)).toEqual(idsOf(tuesday))
      expect(batch).toMatchObject({ announcedOn: onTuesday, category: 'cs.SE' })
      expect(batch).not.toHaveProperty('staleSince')
      expect(codes(batch)).toEqual(['stale-feed'])
      expect(batch.papers[0]).toMatchObject({
        comment: '1 pages',
        announcement: { date: onTuesday, type: 'new' },
      })
    }
  })

  // https://github.com/ZJU-REAL/Polaris/issues/414
  test('of today by its date, of yesterday by its papers', async () => {
    const fetch = answers({
      [feedUrl]: dailyFeed([...monday, ...tuesday.slice(0, 2)], onTuesday),
      [listingUrl]: listingPage(tuesday, onTuesday),
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', fetch, limiter })
    expect(ids(batch)).toEqual(idsOf(tuesday))
    expect(codes(batch)).toEqual(['stale-feed'])
  })

  test('empty on a weekday: the listing tells a holiday from a feed that failed', async () => {
    const failed = answers({
      [feedUrl]: dailyFeed([], onTuesday),
      [listingUrl]: listingPage(tuesday, onTuesday),
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', fetch: failed, limiter })
    expect(ids(batch)).toEqual(idsOf(tuesday))
    expect(batch).not.toHaveProperty('nothingToday')
    const holiday = answers({
      [feedUrl]: dailyFeed([], onTuesday),
      [listingUrl]: listingPage(monday, onMonday),
    })
    expect(await fetchAnnouncement({ category: 'cs.SE', fetch: holiday, limiter })).toMatchObject({
      papers: [],
      announcedOn: onTuesday,
      nothingToday: 'no-items',
    })
  })

  test('a page of a missed day is asked by the name that is no redirect', async () => {
    const fetch = answers({
      'https://rss.arxiv.org/rss/cs.NA': dailyFeed(tuesday, onTuesday),
      'https://arxiv.org/list/cs.NA/new': listingPage(tuesday, onTuesday),
      'https://arxiv.org/catchup/math.NA/': listingPage(monday, onMonday, { catchUp: true }),
    })
    const batch = await fetchAnnouncement({ category: 'cs.NA', date: onMonday, fetch, limiter })
    expect(ids(batch)).toEqual(idsOf(monday))
    expect(asked.at(-1)).toBe(`https://arxiv.org/catchup/math.NA/${onMonday}?abs=True`)
  })

  test('not complete: what it lacks is from the listing', async () => {
    const fetch = answers({
      [feedUrl]: dailyFeed(tuesday.slice(0, 6), onTuesday),
      [listingUrl]: listingPage(tuesday, onTuesday),
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', fetch, limiter })
    expect(ids(batch)).toEqual(idsOf(tuesday))
    expect(codes(batch)).toEqual(['feed-incomplete'])
  })

  test('stale, and the listing fails: it comes, marked, with a warning', async () => {
    const fetch = answers({
      [feedUrl]: dailyFeed(monday, onMonday, onTuesday),
      [listingUrl]: [503, ''],
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', fetch, limiter })
    expect(batch).toMatchObject({ announcedOn: onMonday, staleSince: onMonday })
    expect(ids(batch)).toEqual(idsOf(monday))
    expect(codes(batch)).toEqual(['listing-failed'])
    // One repetition: with a batch at hand nothing is worth more.
    expect(asked).toEqual([feedUrl, listingUrl, listingUrl])
  })

  test.for([
    [503, ''],
    [200, '<html><body>One moment</body></html>'],
    [200, ''],
    [200, dailyFeed(monday, onMonday).slice(0, 900)],
    [404, ''],
  ] as const)('status %i that is no feed: the listing is the batch', async ([status, body]) => {
    const fetch = answers({
      [feedUrl]: [status, body],
      [listingUrl]: listingPage(tuesday, onTuesday),
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', fetch, limiter })
    expect(ids(batch)).toEqual(idsOf(tuesday))
    expect(codes(batch)).toEqual(['daily-feed-failed'])
  })

  test('a listing of several pages is read to its end, or not used', async () => {
    const pages = answers({
      [feedUrl]: [503, ''],
      [listingUrl]: listingPage(monday.slice(0, 8), onMonday, { total: 12 }),
      [`${listingUrl}?skip=8&show=2000`]: listingPage(monday.slice(8), onMonday, { total: 12 }),
    })
    expect(ids(await fetchAnnouncement({ category: 'cs.SE', fetch: pages, limiter }))).toEqual(
      idsOf(monday),
    )
    const cut = answers({
      [feedUrl]: dailyFeed(monday, onMonday),
      [listingUrl]: listingPage(monday.slice(0, 8), onMonday, { total: 12 }),
      [`${listingUrl}?skip`]: listingPage([], onMonday),
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', fetch: cut, limiter })
    expect(codes(batch)).toEqual(['listing-failed'])
    expect(batch.papers.map(({ comment }) => comment)).toEqual(monday.map(() => undefined))
  })
})

describe('a day that was missed', () => {
  const now = {
    [feedUrl]: dailyFeed(tuesday, onTuesday),
    [listingUrl]: listingPage(tuesday, onTuesday),
  }

  test('is from the catch-up page', async () => {
    const page = `${catchUpUrl}${onMonday}?abs=True`
    const fetch = answers({
      ...now,
      [page]: listingPage(monday.slice(0, 9), onMonday, { total: 12, catchUp: true }),
      [`${page}&page=2`]: listingPage(monday.slice(9), onMonday, { total: 12, catchUp: true }),
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', date: onMonday, fetch, limiter })
    expect(asked).toEqual([feedUrl, listingUrl, page, `${page}&page=2`])
    expect(ids(batch)).toEqual(idsOf(monday))
    expect(batch).toMatchObject({ announcedOn: onMonday, category: 'cs.SE', warnings: [] })
    expect(batch).not.toHaveProperty('staleSince')
  })

  test('is told to be from there where the feed failed too', async () => {
    const fetch = answers({
      [feedUrl]: [503, ''],
      [listingUrl]: listingPage(tuesday, onTuesday),
      [catchUpUrl]: listingPage(monday, onMonday, { catchUp: true }),
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', date: onMonday, fetch, limiter })
    expect(ids(batch)).toEqual(idsOf(monday))
    expect(codes(batch)).toEqual(['daily-feed-failed'])
  })

  test('may have had no mailing', async () => {
    for (const [date, nothingToday] of [
      ['2026-01-10', 'skip-day'],
      ['2026-01-01', 'no-items'],
    ] as const) {
      const fetch = answers({ ...now, [catchUpUrl]: listingPage([], date, { catchUp: true }) })
      expect(await fetchAnnouncement({ category: 'cs.SE', date, fetch, limiter })).toEqual({
        papers: [],
        announcedOn: date,
        category: 'cs.SE',
        nothingToday,
        warnings: [],
      })
    }
  })

  test('more than 90 days ago is from the records, of which only those of that week count', async () => {
    const records = inventPapers(12)
    const date = records[0]?.datestamp ?? ''
    // A record of years ago that some bulk change touched.
    const touched = oaiPage(records).replace(
      /<date>[^<]*<\/date>/,
      '<date>Mon, 02 Mar 2020 10:00:00 GMT</date>',
    )
    const tooOld = '<html><body><div id="content"><h1>Invalid Date</h1></div></body></html>'
    const fetch = answers({ ...now, [catchUpUrl]: [400, tooOld], [oaiUrl]: touched })
    const batch = await fetchAnnouncement({ category: 'cs.SE', date, fetch, limiter })
    expect(asked.at(-1)).toBe(
      `${oaiUrl}?verb=ListRecords&metadataPrefix=arXivRaw&set=cs%3Acs%3ASE&from=${date}&until=${date}`,
    )
    expect(ids(batch)).toEqual(idsOf(records.slice(1)))
    expect(codes(batch)).toEqual(['by-records', 'catch-up-failed'])
    expect(batch).toMatchObject({ announcedOn: date })
    expect(batch).not.toHaveProperty('staleSince')
    // When each was announced is not known, so it is not said.
    for (const paper of batch.papers) expect(paper).not.toHaveProperty('announcement')
  })

  test('and cannot be had: the newest batch comes, marked; each failure is a warning', async () => {
    const fetch = answers({ ...now, [catchUpUrl]: [503, ''], [oaiUrl]: oaiError('noRecordsMatch') })
    const batch = await fetchAnnouncement({ category: 'cs.SE', date: onMonday, fetch, limiter })
    expect(ids(batch)).toEqual(idsOf(tuesday))
    expect(batch).toMatchObject({ announcedOn: onTuesday, staleSince: onTuesday })
    expect(codes(batch)).toEqual(['catch-up-failed', 'oai-pmh-failed'])
  })

  test('is not asked for before it came', async () => {
    const fetch = answers(now)
    const batch = await fetchAnnouncement({ category: 'cs.SE', date: '2026-01-14', fetch, limiter })
    expect(batch).toMatchObject({ announcedOn: onTuesday, staleSince: onTuesday, warnings: [] })
    expect(asked).toEqual([feedUrl, listingUrl])
  })

  test('nor is anything else after arXiv has said it is asked too much', async () => {
    const fetch = answers({
      [feedUrl]: dailyFeed(tuesday, onTuesday),
      [listingUrl]: [429, 'Rate exceeded.'],
    })
    const batch = await fetchAnnouncement({ category: 'cs.SE', date: onMonday, fetch, limiter })
    expect(batch).toMatchObject({ staleSince: onTuesday })
    expect(new Set(asked)).toEqual(new Set([feedUrl, listingUrl]))
    expect(codes(batch)).toEqual(['listing-failed'])
  })
})

describe('errors', () => {
  const answering =
    (body: string, status = 200): Fetch =>
    async () =>
      new Response(body, { status })

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
      fetchAnnouncement({ category: 'cs.QQ', fetch: answering(body, status), limiter }),
    ).rejects.toMatchObject({
      name: 'SourceError',
      url: 'https://rss.arxiv.org/rss/cs.QQ',
      ...expected,
    })
  })

  test('a date or a category that is none, and a fetch that fails', async () => {
    for (const category of ['', 'cs.SE+', ' ']) {
      await expect(fetchAnnouncement({ category, fetch: answering(rss) })).rejects.toThrow(
        TypeError,
      )
    }
    await expect(
      fetchAnnouncement({ category: 'cs.SE', date: '13 Jan', fetch: answering(rss) }),
    ).rejects.toThrow(TypeError)
    for (const date of ['2026-13-01', '2026-02-30']) {
      await expect(
        fetchAnnouncement({ category: 'cs.SE', date, fetch: answering(rss) }),
      ).rejects.toThrow(TypeError)
    }
    const broken: Fetch = () => Promise.reject(new Error('offline'))
    await expect(fetchAnnouncement({ category: 'cs.SE', fetch: broken })).rejects.toThrow('offline')
  })
})
