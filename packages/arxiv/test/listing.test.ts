import { describe, expect, test } from 'vitest'
import { parseListing } from '../src/index.ts'
import { readHeading } from '../src/listing-heading.ts'
import { fixture } from './fixture.ts'
import { sourceError } from './source-error.ts'

const html = fixture('listing-new.html')
const withoutItems = html.replace(/<dl.*<\/dl>/s, '')

describe('parseListing', () => {
  const listing = parseListing(html)

  test('the page', () => {
    expect(listing).toMatchObject({
      category: 'cs.SE',
      announcedOn: '2026-01-13',
      totalEntries: 4,
      sections: [
        { heading: 'New submissions', kind: 'new', shown: 1, total: 1 },
        { heading: 'Cross submissions', kind: 'cross', shown: 1, total: 1 },
        { heading: 'Replacement submissions', kind: 'replace', shown: 2, total: 2 },
      ],
      warnings: [],
    })
    expect(listing).not.toHaveProperty('nothingToday')
  })

  test('a paper, whole', () => {
    expect(listing.papers[0]).toEqual({
      id: '2601.10000',
      version: 1,
      url: 'https://arxiv.org/abs/2601.10000',
      title: 'Mutation Testing of Schrödinger Solvers in O(n²) & Beyond',
      abstract: 'First, see arXiv:2501.00001. Then think.',
      tex: {
        title: 'Mutation Testing of Schrödinger Solvers in $O(n^2)$ & Beyond',
        abstract: 'First, see arXiv:2501.00001. Then think.',
      },
      authors: [
        { name: 'René Vale', affiliations: [] },
        { name: 'Ida Müller', affiliations: [] },
      ],
      primaryCategory: 'cs.SE',
      categories: ['cs.SE', 'hep-th'],
      mscClasses: [],
      acmClasses: [],
      reportNumbers: [],
      history: [],
      announcement: { date: '2026-01-13', type: 'new', category: 'cs.SE' },
      comment: '12 pages, code at https://code.example/mutants',
      journalRef: 'Journal of Tests 1–9',
      dois: [],
      surfaces: ['listing'],
      from: {},
    })
  })

  test('the others', () => {
    expect(
      listing.papers.map(({ id, title, announcement }) => [id, announcement?.type, title]).slice(1),
    ).toEqual([
      ['2601.00017', 'cross', '0'],
      ['2511.00042', 'replace', 'Flaky Builds, Revisited'],
      ['math/0309136', 'replace-cross', 'An Old Proof, Checked'],
    ])
    expect(listing.papers[1]?.authors).toEqual([])
    expect(listing.papers[1]).not.toHaveProperty('version')
    expect(listing.papers[2]?.withdrawn).toBe(true)
  })

  test('a day without mailing says so itself', () => {
    const empty = withoutItems.replace('Total of 4 entries', '<p>No updates today.</p>')
    expect(parseListing(empty)).toMatchObject({
      papers: [],
      nothingToday: true,
      announcedOn: '2026-01-13',
    })
  })

  test.for([
    [
      'a section that shows another number',
      html.replace('showing 1 of 1', 'showing 2 of 2'),
      'drift',
    ],
    ['a missing item', html.replace(/<dt>\s*<a name='item3'>.*?<\/dd>/s, ''), 'drift'],
    ['an item without id', html.replace('/abs/2511.00042', '/else/2511.00042'), 'drift'],
    ['an item without title', html.replace("'list-title mathjax'", "'list-name mathjax'"), 'drift'],
    ['items under another name', html.replaceAll('dt>', 'dtx>'), 'drift'],
    ['no items, though there are some', withoutItems, 'drift'],
    ['no items, and no word about it', withoutItems.replace('Total of 4 entries', ''), 'empty'],
    [
      'more papers than there are',
      html.replace('Total of 4 entries', 'Total of 3 entries'),
      'drift',
    ],
    ['another page', '<html><body><h1>Welcome</h1></body></html>', 'drift'],
    [
      'an error page',
      '<html><body><div id="content"><h1>Invalid archive or category: cs.QQ</h1></div></body></html>',
      'upstream',
    ],
    ['a page cut off', html.slice(0, -300), 'unparseable'],
    ['a feed', fixture('rss-daily.xml'), 'unparseable'],
    ['nothing', '', 'unparseable'],
    ['the throttle', 'Rate exceeded.', 'rate-limited'],
  ] as const)('%s', ([, text, code]) => {
    expect(sourceError(() => parseListing(text))).toMatchObject({ code, source: 'arxiv' })
  })

  test('a subject that is no category is told', () => {
    const { warnings } = parseListing(html.replace('(hep-th)', '(Theory of all)'))
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ['unknown-category', 'items[0].categories'],
    ])
  })
})

describe('listings of a month or a year', () => {
  const item = (id: string): string =>
    `<dt><a name='item1'>[1]</a> <a href ="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a></dt><dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span> T ${id}</div><div class='list-authors'><a href="#">A. B</a></div><div class='list-subjects'><span class="primary-subject">Software Engineering (cs.SE)</span></div></div></dd>`
  const month = (pager: string, ...ids: string[]): string =>
    `<!DOCTYPE html><html><body><div id='dlpage'><h1>Software Engineering</h1><h2>Authors and titles for June 2023 </h2><div class='paging'>${pager}</div><dl id='articles'>${ids.map(item).join('')}</dl></div></body></html>`

  test('its period, and papers without announcement', () => {
    const listing = parseListing(month('Total of 2 entries', '2306.00001', '2306.00002'))
    expect(listing).toMatchObject({ period: '2023-06', totalEntries: 2, sections: [] })
    expect(listing.papers.map(({ id }) => id)).toEqual(['2306.00001', '2306.00002'])
    for (const paper of listing.papers) expect(paper).not.toHaveProperty('announcement')
    const year = month('Total of 1 entries', '2306.00001').replace('June 2023', '2023')
    expect(parseListing(year).period).toBe('2023')
  })

  test('the pager’s count is checked, of the whole or of the page at hand', () => {
    const pager =
      'Total of 60 entries : <a href=/list/cs.SE/2023-06?skip=0>1-50</a> <span>51-52</span>'
    expect(parseListing(month(pager, '2306.00001', '2306.00002')).papers).toHaveLength(2)
    for (const text of [
      month('Total of 3 entries', '2306.00001', '2306.00002'),
      month(pager, '2306.00001'),
      month(pager, '2306.00001', '2306.00002', '2306.00003'),
    ]) {
      expect(sourceError(() => parseListing(text)).code).toBe('drift')
    }
  })

  test('a part of a page is read as well, and checked as strictly', () => {
    const part = /<div id='dlpage'>.*<\/div>/s.exec(html)?.[0] ?? ''
    expect(parseListing(part).papers).toEqual(parseListing(html).papers)
    expect(sourceError(() => parseListing(part.slice(0, -1500))).code).toMatch(/drift|unparseable/)
  })
})

describe('headings', () => {
  test.for([
    ['Showing new listings for Friday, 10 April 2026', { mailing: '2026-04-10' }],
    ['Catchup results for Software Engineering on Fri, 10 Apr 2026', { mailing: '2026-04-10' }],
    [
      'New submissions (continued, showing last 7 of 9 entries)',
      { section: { heading: 'New submissions', kind: 'new', shown: 7, total: 9 } },
    ],
    [
      'Cross submissions (showing first 25 of 60 entries)',
      { section: { heading: 'Cross submissions', kind: 'cross', shown: 25, total: 60 } },
    ],
    [
      'Thu, 9 Apr 2026 (continued, showing 2 of 9 entries )',
      { section: { heading: 'Thu, 9 Apr 2026', date: '2026-04-09', shown: 2, total: 9 } },
    ],
    ['Thu, 9 Apr 2026', { section: { heading: 'Thu, 9 Apr 2026', date: '2026-04-09' } }],
    // Until 2024.
    [
      'New submissions for Tue, 9 Jan 24',
      {
        mailing: '2024-01-09',
        section: { heading: 'New submissions for Tue, 9 Jan 24', kind: 'new' },
      },
    ],
    [
      'Replacements for Tue, 9 Jan 24',
      { section: { heading: 'Replacements for Tue, 9 Jan 24', kind: 'replace' } },
    ],
    ['Software Engineering', {}],
  ] as const)('%s', ([text, expected]) => {
    expect(readHeading(text)).toEqual(expected)
  })
})

test('a page nested beyond all pages is refused before a tree is made of it', () => {
  const deep = `<!DOCTYPE html><html><body>${'<div>'.repeat(30_000)}${'</div>'.repeat(30_000)}</body></html>`
  expect(() => parseListing(deep)).toThrow(
    expect.objectContaining({ name: 'SourceError', code: 'too-large' }),
  )
})
