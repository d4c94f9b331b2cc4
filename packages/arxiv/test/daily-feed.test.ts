import { describe, expect, test } from 'vitest'
import { parseDailyFeed } from '../src/index.ts'
import { fixture } from './fixture.ts'
import { sourceError } from './source-error.ts'

const rss = fixture('rss-daily.xml')
const codes = (xml: string): string[] => parseDailyFeed(xml).warnings.map(({ code }) => code)

describe('RSS', () => {
  const feed = parseDailyFeed(rss)

  test('the batch', () => {
    expect(feed).toMatchObject({
      announcedOn: '2026-01-13',
      publishedAt: '2026-01-13T05:00:00Z',
      generatedAt: '2026-01-13T05:00:02Z',
      category: 'cs.SE',
      warnings: [],
    })
    expect(feed).not.toHaveProperty('nothingToday')
  })

  test('a paper, whole', () => {
    expect(feed.papers[0]).toEqual({
      id: '2601.10000',
      version: 1,
      url: 'https://arxiv.org/abs/2601.10000',
      title: 'Mutation Testing of Schrödinger Solvers in O(n²) & Beyond',
      abstract: 'We kill mutants “twice” as fast, at 10⁻⁵ of the cost, if a<b.',
      tex: {
        title: String.raw`Mutation Testing of Schr\"odinger Solvers in $O(n^2)$ & Beyond`,
        abstract: "We kill mutants ``twice'' as fast, at $10^{-5}$ of the cost, if $a<b$.",
      },
      authors: [
        { name: 'René Vale', affiliations: ['Vale Labs', 'Institute of Tests'] },
        { name: 'Ida Müller', affiliations: [] },
        { name: 'O. Nord', affiliations: ['Nord (North) University'] },
      ],
      primaryCategory: 'cs.SE',
      categories: ['cs.SE', 'cs.SY', 'eess.SY'],
      mscClasses: [],
      acmClasses: [],
      reportNumbers: [],
      history: [],
      announcement: { date: '2026-01-13', type: 'new', category: 'cs.SE' },
      dois: [],
      license: 'http://creativecommons.org/licenses/by/4.0/',
      surfaces: ['daily-feed'],
      from: {},
    })
  })

  test('announce types, versions and old ids, in document order', () => {
    expect(
      feed.papers.map(({ id, version, title, announcement }) => [
        id,
        version,
        announcement?.type,
        title,
      ]),
    ).toEqual([
      ['2601.10000', 1, 'new', 'Mutation Testing of Schrödinger Solvers in O(n²) & Beyond'],
      ['2601.00017', 1, 'cross', '0'],
      ['2511.00042', 3, 'replace', 'Flaky Builds, Revisited'],
      ['math/0309136', 5, 'replace-cross', 'An Old Proof, Checked'],
    ])
  })

  test('DOIs and journal', () => {
    expect(feed.papers[2]).toMatchObject({
      dois: ['10.5555/flaky.42', '10.5555/flaky.43'],
      journalRef: 'Journal of Builds & Tests 7 (2025), 1–9',
    })
  })
})

describe('Atom', () => {
  test('the same record, whatever the prefixes', () => {
    const feed = parseDailyFeed(fixture('atom-daily.xml'))
    expect(feed).toMatchObject({
      announcedOn: '2026-07-14',
      publishedAt: '2026-07-14T04:00:00Z',
      generatedAt: '2026-07-14T04:00:19Z',
      category: 'cs.SE+cs.PL',
      warnings: [],
    })
    expect(feed.papers).toHaveLength(1)
    expect(feed.papers[0]).toMatchObject({
      id: '2607.01234',
      version: 2,
      title: 'Types for BERT & Friends',
      abstract: 'Every term has a type.',
      authors: [{ name: 'Ty Pole' }, { name: 'Ann Otate' }],
      categories: ['cs.PL', 'cs.SE'],
      announcement: { date: '2026-07-14', type: 'new', category: 'cs.SE+cs.PL' },
      license: 'http://creativecommons.org/publicdomain/zero/1.0/',
    })
  })
})

describe('a day without mailing', () => {
  test('is empty, with its mark', () => {
    expect(parseDailyFeed(fixture('rss-saturday.xml'))).toEqual({
      papers: [],
      announcedOn: '2026-01-17',
      publishedAt: '2026-01-17T05:00:00Z',
      generatedAt: '2026-01-17T05:00:01Z',
      category: 'cs.SE',
      nothingToday: 'skip-day',
      warnings: [],
    })
    expect(parseDailyFeed(fixture('atom-sunday.xml'))).toEqual({
      papers: [],
      generatedAt: '2026-01-19T02:24:08Z',
      category: 'cs.SE',
      nothingToday: 'skip-day',
      warnings: [],
    })
  })

  test('on a weekday is told', () => {
    const holiday = parseDailyFeed(fixture('rss-saturday.xml').replaceAll('Sat, 17', 'Mon, 19'))
    expect(holiday).toMatchObject({ papers: [], nothingToday: 'no-items' })
    expect(holiday.warnings.map(({ code }) => code)).toEqual(['empty-weekday'])
  })

  test('is not what a feed with renamed items is', () => {
    const renamed = rss.replaceAll('<item>', '<paper>').replaceAll('</item>', '</paper>')
    expect(sourceError(() => parseDailyFeed(renamed))).toMatchObject({
      code: 'drift',
      received: 'no items, but the element paper',
    })
  })
})

describe('what is no daily feed', () => {
  test.for(['rss-error.xml', 'atom-error.xml', 'query-error.xml'])(
    '%s is told by arXiv',
    (name) => {
      const error = sourceError(() => parseDailyFeed(fixture(name)))
      expect(error).toMatchObject({ code: 'upstream', retryable: false })
      expect(error.received).toMatch(
        /^(Bad subject class 'QQ'\.|Bad archive 'foo'\.|incorrect id format for zzz)$/,
      )
    },
  )

  test.for([
    ['the throttle', 'Rate exceeded.', 'rate-limited'],
    ['a page', '<!doctype html><html><body>Error</body></html>', 'unparseable'],
    ['a feed cut off', rss.slice(0, -200), 'unparseable'],
    ['other XML', '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"/>', 'not-a-feed'],
    [
      'a feed element of no namespace',
      '<feed><title>cs.SE updates on arXiv.org</title></feed>',
      'not-a-feed',
    ],
    [
      'another feed',
      '<rss version="2.0"><channel><title>A Blog</title><link>https://blog.example/</link><item><title>x</title></item></channel></rss>',
      'drift',
    ],
    [
      'an empty other feed',
      '<rss version="2.0"><channel><title>A Blog</title></channel></rss>',
      'drift',
    ],
    ['an answer of the query API', fixture('query-current.xml'), 'drift'],
  ] as const)('%s', ([, xml, code]) => {
    expect(sourceError(() => parseDailyFeed(xml))).toMatchObject({ code, source: 'arxiv' })
  })
})

describe('defects of items', () => {
  test('an item without id or title is left out, and told', () => {
    const broken = rss
      .replace('oai:arXiv.org:2511.00042v3', '')
      .replace('arXiv:2511.00042v3', 'arXiv:?')
      .replace('abs/2511.00042', 'abs/')
    const feed = parseDailyFeed(broken.replace('<title>0</title>', '<title> </title>'))
    expect(feed.papers.map(({ id }) => id)).toEqual(['2601.10000', 'math/0309136'])
    expect(feed.warnings).toEqual([
      { code: 'item-skipped', message: 'An item without title was left out.', path: 'items[1]' },
      { code: 'item-skipped', message: 'An item without id was left out.', path: 'items[2]' },
    ])
  })

  test('not one readable item is drift', () => {
    expect(
      sourceError(() => parseDailyFeed(rss.replaceAll(/<title>(?!cs\.SE).*<\/title>/g, ''))),
    ).toMatchObject({ code: 'drift', received: '4 items, none of them readable' })
  })

  test('an id and a type from a later place are used, and told', () => {
    const feed = parseDailyFeed(
      rss
        .replace(/<guid.*2601\.10000v1<\/guid>/, '')
        .replace('<arxiv:announce_type>new</arxiv:announce_type>', ''),
    )
    expect(feed.papers[0]).toMatchObject({
      id: '2601.10000',
      version: 1,
      announcement: { type: 'new' },
    })
    expect(feed.warnings.map(({ code, path }) => [code, path])).toEqual([
      ['late-candidate', 'items[0].id'],
      ['late-candidate', 'items[0].announcement.type'],
    ])
  })

  test('the link gives an id without version', () => {
    const feed = parseDailyFeed(
      rss
        .replace(/<guid.*2601\.10000v1<\/guid>/, '')
        .replace(/arXiv:2601\.10000v1 Announce Type: new \nAbstract: /, ''),
    )
    expect(feed.papers[0]).toMatchObject({
      id: '2601.10000',
      tex: { abstract: expect.stringMatching(/^We kill/) },
    })
    expect(feed.papers[0]).not.toHaveProperty('version')
    expect(feed.warnings.map(({ code }) => code)).toEqual(['late-candidate', 'header-missing'])
  })

  test('the API’s element names are late candidates', () => {
    const feed = parseDailyFeed(
      rss
        .replaceAll('arxiv:DOI', 'arxiv:doi')
        .replaceAll('arxiv:journal_reference', 'arxiv:journal_ref'),
    )
    expect(feed.papers[2]).toMatchObject({
      dois: ['10.5555/flaky.42', '10.5555/flaky.43'],
      journalRef: expect.stringContaining('Journal'),
    })
    expect(feed.warnings.map(({ code, path }) => [code, path])).toEqual([
      ['late-candidate', 'items[2].journalRef'],
      ['late-candidate', 'items[2].dois'],
    ])
  })

  test('other defects', () => {
    expect(codes(rss.replace('>cross<', '>absonly<'))).toEqual(['unknown-announce-type'])
    expect(
      codes(rss.replace('<category>quant-ph</category>', '<category>03.65.Ta</category>')),
    ).toEqual(['unknown-category'])
    expect(codes(rss.replaceAll('2601.00017', '2601.10000'))).toEqual(['duplicate-item'])
    expect(codes(rss.replace('cs.SE updates on arXiv.org', 'Software Engineering'))).toEqual([
      'late-candidate',
    ])
  })

  test('an element of another namespace is another element', () => {
    const feed = parseDailyFeed(
      rss.replace('xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:dc="urn:other"'),
    )
    expect(feed.papers[0]?.authors).toEqual([])
    expect(feed.papers[0]).not.toHaveProperty('license')
  })
})
