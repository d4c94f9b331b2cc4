import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDailyFeed, parseQueryFeed } from '../src/index.ts'
import { paperSchema } from '../src/schema.ts'
import { fixture } from './fixture.ts'

const escapeXml = (text: string): string =>
  text
    .replace(/\p{Cc}|\p{Cn}|\p{Cs}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
const text = fc
  .oneof(
    fc.string(),
    fc.constantFrom(
      '',
      ' ',
      '{}',
      '$$',
      raw('\\'),
      '^',
      '10.5555/x',
      'cs.AI',
      '28A80',
      '(',
      ')',
      ',',
      ':',
    ),
  )
  .map(escapeXml)

function raw(backslash: string): string {
  return `${backslash}foo{`
}

describe('paperSchema', () => {
  test('holds for the papers of every feed', () => {
    const papers = [
      ...parseDailyFeed(fixture('rss-daily.xml')).papers,
      ...parseDailyFeed(fixture('atom-daily.xml')).papers,
      ...parseQueryFeed(fixture('query-current.xml')).papers,
      ...parseQueryFeed(fixture('query-before-2025.xml')).papers,
    ]
    expect(papers).toHaveLength(8)
    for (const paper of papers) {
      expect(paperSchema.parse(paper)).toEqual(paper)
      expect(JSON.parse(JSON.stringify(paper))).toEqual(paper)
    }
  })

  test('holds whatever stands in a feed’s fields', () => {
    fc.assert(
      fc.property(
        fc.record({
          title: text,
          body: text,
          creator: text,
          category: text,
          license: text,
          doi: text,
          journal: text,
          type: text,
        }),
        (field) => {
          const { papers } = parseDailyFeed(
            `<rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>cs.SE updates on arXiv.org</title>
          <item><title>kept ${field.title}</title><guid>oai:arXiv.org:2401.10000v2</guid><description>${field.body}</description><category>${field.category}</category>
          <dc:creator>${field.creator}</dc:creator><dc:rights>${field.license}</dc:rights><arxiv:DOI>${field.doi}</arxiv:DOI>
          <arxiv:journal_reference>${field.journal}</arxiv:journal_reference><arxiv:announce_type>${field.type}</arxiv:announce_type></item></channel></rss>`,
          )
          expect(papers).toHaveLength(1)
          for (const paper of papers) expect(paperSchema.parse(paper)).toEqual(paper)
        },
      ),
    )
  })

  test.for([
    { id: '2401.10000v1' },
    { id: 'math.GT/0309136' },
    { version: 0 },
    { title: '' },
    { submittedAt: '2026-01-01' },
    { announcement: { date: '13 Jan' } },
    { url: 'no' },
    { authors: [{ name: '' }] },
  ])('rejects %o', (wrong) => {
    const [paper] = parseDailyFeed(fixture('rss-daily.xml')).papers
    expect(paperSchema.safeParse(paper).success).toBe(true)
    expect(paperSchema.safeParse({ ...paper, ...wrong }).success).toBe(false)
  })
})
