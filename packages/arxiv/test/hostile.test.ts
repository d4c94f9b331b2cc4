import { SourceError } from '@inference-report/source'
import { expect, test } from 'vitest'
import {
  mergePapers,
  parseAbstractPage,
  parseAbstractText,
  parseDailyFeed,
  parseListing,
  parseMetadataLine,
  parseOai,
  parseQueryFeed,
} from '../src/index.ts'
import { fixture } from './fixture.ts'

// Where time grew with the square of a length, each of these would run into the test's own time limit.
const long = [
  ' ',
  '\t',
  '(',
  ')',
  '((1) ',
  '(1)',
  'a',
  '<',
  '.',
  ',',
  ', ',
  ' and ',
  'arXiv:',
  'From:',
  '[v1] ',
  '$',
  '{',
  '\\',
  '10.5555/',
  '&',
  'Date: ',
  "'",
  '-',
  '`',
  '_',
  'has been withdrawn ',
  'Collaboration:',
]
const size = 60_000
const settled = (call: () => unknown): void => {
  try {
    call()
  } catch (error) {
    expect(SourceError.is(error)).toBe(true)
  }
}
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

test.for(long)('a field of nothing but "%s" is read in time', (piece) => {
  const text = piece.repeat(Math.ceil(size / piece.length))
  const xml = escaped(text)
  const raw = fixture('oai-raw.xml')
  settled(() => parseOai(raw.replace(/<authors>.*<\/authors>/, `<authors>${xml}</authors>`)))
  settled(() =>
    parseOai(
      raw.replace('<abstract>', `<report-no>${xml}</report-no><doi>${xml}</doi><abstract>${xml}`),
    ),
  )
  settled(() => parseOai(fixture('oai-dc.xml').replace('Build Jr, Bo', xml)))
  settled(() =>
    parseDailyFeed(
      fixture('rss-daily.xml')
        .replace('<title>', `<title>${xml}`)
        .replace('<dc:creator>', `<dc:creator>${xml}`),
    ),
  )
  settled(() =>
    parseQueryFeed(fixture('query-current.xml').replace('<summary>', `<summary>${xml}`)),
  )
  const page = fixture('abstract-page.html')
  settled(() =>
    parseAbstractPage(
      page
        .replace('(or <span', `(or ${xml}<span`)
        .replace('</h2> From:', `</h2> ${xml}From:`)
        .replace('<td class="tablecell jref">', `<td class="tablecell jref">${xml}`),
    ),
  )
  settled(() =>
    parseListing(
      fixture('listing-new.html')
        .replace('Comments:</span>', `Comments:</span>${xml}`)
        .replace('(cs.SE)', `${xml}(cs.SE)`),
    ),
  )
  for (const name of ['From', 'Date', 'Authors', 'DOI', 'Report-no']) {
    settled(() =>
      parseAbstractText(`\\\\\narXiv:2601.10000\nTitle: T\n${name}: a${text}b\n\\\\\nx\n\\\\\n`),
    )
  }
  settled(() =>
    parseMetadataLine(
      JSON.stringify({
        id: '2601.10000',
        title: `T ${text}`,
        authors: text,
        doi: text,
        'report-no': text,
        comments: text,
      }),
    ),
  )
})

test('many records of one paper are merged in time', () => {
  const [paper] = parseOai(fixture('oai-raw.xml')).papers
  expect(mergePapers(Array.from({ length: 20_000 }, () => paper ?? []).flat())).toHaveLength(1)
})

test.for([
  '[v1]<h3>',
  '<p><b>x',
  '<h1>x',
  '<a href="https://a.example/">x<b>',
  '<td class="tablecell label">x<b>',
])('a page of nothing but "%s", each in the one before, is read in time', (piece) => {
  // Just less than is refused as too deep.
  const text = piece.repeat(18_000 / (piece.split('<').length - 1))
  const listing = fixture('listing-new.html')
  const page = fixture('abstract-page.html')
  settled(() => parseListing(listing.replace('<dl', () => `${text}<dl`)))
  settled(() => parseListing(listing.replace('12 pages, code', () => text)))
  settled(() => parseListing(listing.replace('René Vale', () => text)))
  settled(() => parseAbstractPage(page.replace('<div class="dateline">', () => text)))
  settled(() => parseAbstractPage(page.replace('12 pages, code', () => text)))
  settled(() => parseAbstractPage(page.replace('René Vale Jr', () => text)))
  settled(() => parseAbstractPage(`<html><body>${text}</body></html>`))
})
