import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  mergePapers,
  type Paper,
  parseAbstractPage,
  parseDailyFeed,
  parseListing,
  parseOai,
  parseQueryFeed,
  type Surface,
} from '../src/index.ts'
import { paperSchema } from '../src/schema.ts'
import { fixture } from './fixture.ts'

const bare: Paper = {
  id: '2601.10000',
  url: 'https://arxiv.org/abs/2601.10000',
  title: 'T',
  tex: { title: 'T' },
  authors: [],
  categories: [],
  mscClasses: [],
  acmClasses: [],
  reportNumbers: [],
  history: [],
  dois: [],
  from: {},
}
const at = (surface: Surface, fields: Partial<Paper>): Paper => ({
  ...bare,
  surfaces: [surface],
  ...fields,
})
const merged = (...papers: Paper[]): Paper | undefined => mergePapers(papers)[0]

describe('mergePapers', () => {
  test('one paper for each id, in the order they come', () => {
    const papers = [bare, { ...bare, id: 'hep-th/9901001' }, { ...bare, comment: 'c' }]
    expect(mergePapers(papers).map(({ id, comment }) => [id, comment])).toEqual([
      ['2601.10000', 'c'],
      ['hep-th/9901001', undefined],
    ])
    expect(mergePapers([])).toEqual([])
  })

  test('what is alone stays as it is', () => {
    const papers = parseQueryFeed(fixture('query-current.xml')).papers
    expect(mergePapers(papers)).toEqual(papers)
  })

  test('a field comes from the surface that is believed most, and only disputes are told', () => {
    const paper = merged(
      at('listing', { title: 'Hölder', tex: { title: 'Hölder' }, comment: 'listed', dois: [] }),
      at('query-api', {
        title: 'Hölder',
        tex: { title: 'Hölder' },
        comment: 'asked',
        dois: ['10.5555/one'],
        license: undefined,
      }),
      at('daily-feed', {
        title: 'Hölder',
        tex: { title: String.raw`H\"older` },
        license: 'http://creativecommons.org/licenses/by/4.0/',
      }),
    )
    expect(paper).toMatchObject({
      title: 'Hölder',
      tex: { title: String.raw`H\"older` },
      comment: 'asked',
      dois: ['10.5555/one'],
      license: 'http://creativecommons.org/licenses/by/4.0/',
      surfaces: ['daily-feed', 'listing', 'query-api'],
      from: { comment: 'query-api' },
    })
  })

  test('the newest version counts before the surface', () => {
    const paper = merged(
      at('oai-arxiv-raw', {
        version: 1,
        title: 'Old',
        comment: 'old',
        updatedAt: '2026-01-01T00:00:00Z',
      }),
      at('listing', { version: 2, title: 'New' }),
      at('query-api', { version: 2, title: 'New', updatedAt: '2026-01-12T00:00:00Z' }),
    )
    expect(paper).toMatchObject({
      version: 2,
      title: 'New',
      comment: 'old',
      updatedAt: '2026-01-12T00:00:00Z',
      from: { title: 'query-api', updatedAt: 'query-api' },
    })
  })

  test('when an older version came, and its withdrawal, are not said of a newer one', () => {
    const old = at('query-api', {
      version: 1,
      submittedAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
      withdrawn: false,
    })
    const announced = at('daily-feed', { version: 2, announcement: { type: 'replace' } })
    const paper = merged(old, announced)
    expect(paper).toMatchObject({ version: 2, submittedAt: '2026-01-01T00:00:00Z' })
    expect(paper).not.toHaveProperty('updatedAt')
    expect(paper).not.toHaveProperty('withdrawn')
    // A list of all versions tells of the newer one, too.
    const history = [
      { version: 1, submittedAt: '2026-01-01T00:00:00Z' },
      { version: 2, submittedAt: '2026-01-12T00:00:00Z', withdrawn: true as const },
    ]
    const page = at('abstract-page', { version: 1, history, withdrawn: true })
    expect(merged(old, announced, page)).toMatchObject({
      updatedAt: '2026-01-12T00:00:00Z',
      withdrawn: true,
    })
  })

  test('the day of the mailing is no day of submission', () => {
    const paper = merged(
      at('daily-feed', { announcement: { date: '2026-01-13', type: 'new' } }),
      at('listing', { announcement: { date: '2026-01-13', category: 'cs.SE' } }),
    )
    expect(paper?.announcement).toEqual({ date: '2026-01-13', type: 'new', category: 'cs.SE' })
    for (const field of ['submittedAt', 'updatedAt', 'submittedOn', 'updatedOn']) {
      expect(paper).not.toHaveProperty(field)
    }
  })

  test('the type of one category is not said of another', () => {
    const date = '2026-01-13'
    const paper = merged(
      at('daily-feed', { announcement: { date, category: 'cs.SE' } }),
      at('listing', { announcement: { date, category: 'cs.LG', type: 'new' } }),
    )
    expect(paper?.announcement).toEqual({ date, category: 'cs.SE' })
  })

  test('of two mailings the later one counts', () => {
    const first = at('daily-feed', { announcement: { date: '2026-01-13', type: 'new' } })
    const second = at('listing', { announcement: { date: '2026-01-20', type: 'replace' } })
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      expect(mergePapers(order)[0]).toMatchObject({
        announcement: { date: '2026-01-20', type: 'replace' },
        from: { announcement: 'listing' },
      })
    }
  })

  test('a time counts before a day', () => {
    const paper = merged(
      at('oai-dc', { submittedOn: '2026-01-11', updatedOn: '2026-01-12' }),
      at('query-api', { submittedAt: '2026-01-11T10:00:00Z' }),
    )
    expect(paper).toMatchObject({ submittedAt: '2026-01-11T10:00:00Z', updatedOn: '2026-01-12' })
    expect(paper).not.toHaveProperty('submittedOn')
  })

  test('a withdrawal that arXiv states counts before one that is guessed from a comment', () => {
    const paper = merged(
      at('query-api', { withdrawn: true }),
      at('oai-arxiv-raw', { withdrawn: false }),
    )
    expect(paper).toMatchObject({ withdrawn: false, from: { withdrawn: 'oai-arxiv-raw' } })
  })

  test('categories stay with their primary one, whatever their order elsewhere', () => {
    const paper = merged(
      at('daily-feed', { primaryCategory: 'cs.SE', categories: ['cs.SE', 'cs.PL', 'cs.AI'] }),
      at('query-api', { primaryCategory: 'cs.SE', categories: ['cs.SE', 'cs.AI', 'cs.PL'] }),
    )
    expect(paper).toMatchObject({ categories: ['cs.SE', 'cs.AI', 'cs.PL'], from: {} })
  })

  test('affiliations are added where the list of authors is the same', () => {
    const paper = merged(
      at('query-api', {
        authors: [
          { name: 'René Vale', affiliations: [] },
          { name: 'Ida Müller', affiliations: [] },
        ],
      }),
      at('daily-feed', {
        authors: [
          { name: 'R. Vale', affiliations: ['Vale Labs'] },
          { name: 'I. Müller', affiliations: [] },
        ],
      }),
    )
    expect(paper?.authors).toEqual([
      { name: 'René Vale', affiliations: ['Vale Labs'] },
      { name: 'Ida Müller', affiliations: [] },
    ])
    expect(paper?.from).toEqual({ authors: 'query-api' })
  })

  test('records made by others, without surfaces, give way', () => {
    const paper = merged({ ...bare, comment: 'mine' }, at('oai-dc', { comment: 'theirs' }))
    expect(paper).toMatchObject({ comment: 'theirs', surfaces: ['oai-dc'] })
    expect(merged(bare, { ...bare, license: 'x' })).toEqual({ ...bare, license: 'x' })
  })

  test('the fixtures’ papers join', () => {
    const papers = mergePapers([
      ...parseListing(fixture('listing-new.html')).papers,
      ...parseDailyFeed(fixture('rss-daily.xml')).papers,
      ...parseOai(fixture('oai-arxiv.xml')).papers,
      ...parseOai(fixture('oai-raw.xml')).papers,
      ...parseOai(fixture('oai-dc.xml')).papers,
      parseAbstractPage(fixture('abstract-page.html')),
    ])
    for (const paper of papers) expect(paperSchema.parse(paper)).toEqual(paper)
    const flaky = papers.find(({ id }) => id === '2511.00042')
    expect(flaky?.surfaces?.slice().sort()).toEqual(
      ['abstract-page', 'listing', 'oai-arxiv', 'oai-arxiv-raw', 'oai-dc']
        .concat(flaky?.surfaces?.includes('daily-feed') === true ? ['daily-feed'] : [])
        .sort(),
    )
    expect(flaky?.history).toHaveLength(3)
  })

  const surfaces: Surface[] = ['query-api', 'daily-feed', 'listing', 'oai-arxiv-raw', 'oai-dc']
  const text = fc.option(fc.constantFrom('a', 'b'), { nil: undefined })
  const paper = fc
    .record({
      surface: fc.constantFrom(...surfaces),
      id: fc.constantFrom('2601.10000', 'hep-th/9901001'),
      version: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      comment: text,
      license: text,
      withdrawn: fc.option(fc.boolean(), { nil: undefined }),
    })
    .map(({ surface, ...fields }) => JSON.parse(JSON.stringify(at(surface, fields))))

  test('merging again changes nothing, nothing known is lost, nothing is made up', () => {
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 6 }), (papers: Paper[]) => {
        const before = structuredClone(papers)
        const once = mergePapers(papers)
        expect(papers).toEqual(before)
        expect(mergePapers(once)).toEqual(once)
        for (const one of once) {
          expect(paperSchema.parse(one)).toEqual(one)
          const group = papers.filter(({ id }) => id === one.id)
          for (const field of ['comment', 'license', 'withdrawn'] as const) {
            const newest = Math.max(...group.map(({ version = 0 }) => version))
            const told = group.filter((from) => from[field] !== undefined)
            // That an older version was withdrawn says nothing of a newer one.
            const known = told.filter(
              ({ version = newest }) => field !== 'withdrawn' || version === newest,
            )
            if (known.length === 0) expect(one).not.toHaveProperty(field)
            else expect(known.map((from) => from[field])).toContain(one[field])
            const isDisputed = new Set(told.map((from) => from[field])).size > 1
            expect(one.from[field] !== undefined).toBe(isDisputed && known.length > 0)
          }
        }
      }),
    )
  })
})
