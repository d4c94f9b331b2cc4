import { collectDefects, type Defects, SourceError } from '@inference-report/source'
import type { CheerioAPI } from 'cheerio/slim'
import { type Canonical, readCanonical } from './canonical.ts'
import type { Expected } from './check-expected.ts'
import { loadPage } from './load-page.ts'
import { type PageRows, pageRows } from './page-rows.ts'
import { type PageTitle, readTitle } from './page-title.ts'
import { disputedLanguage, nestedRows } from './page-warnings.ts'
import type { RowReader } from './row-reader.ts'
import { type Part, rowSelectors } from './selectors.ts'

// GitHub shows at most 25 rows.
const mostRows = 100

/** A Trending page of one kind, with nothing of its rows read yet. */
export interface OpenPage {
  $: CheerioAPI
  title: PageTitle
  canonical: Canonical | undefined
  rows: PageRows
  late: Map<Part, string>
  defects: Defects
  reader(index: number): RowReader | undefined
}

/**
 * Opens a page of repositories or developers.
 *
 * @param isRow Whether an element that a candidate for rows finds is one.
 */
export function openPage(
  html: string,
  subject: 'repositories' | 'developers',
  expected: Expected,
  isRow: (rows: PageRows) => boolean,
): OpenPage {
  // Half a character, which JSON could not carry on, is none of GitHub's: no name has one.
  const $ = loadPage(html.toWellFormed(), expected.url)
  const title = readTitle($)
  if (title.subject !== undefined && title.subject !== subject) {
    throw drift(`a Trending page of ${subject}`, title.text, expected)
  }
  const defects = collectDefects()
  const late = new Map<Part, string>()
  const rows = findRows($, subject, late, isRow)
  if (rows.rows.length > mostRows) {
    throw drift(`at most ${mostRows} rows`, `${rows.rows.length} rows`, expected)
  }
  if (rows.isNested) defects.add(...nestedRows())
  const canonical = readCanonical($)
  const disputed = disputedLanguage(title, canonical)
  if (disputed !== undefined) defects.add(...disputed)
  const reader = (index: number): RowReader | undefined => {
    const row = rows.rows[index]
    if (row === undefined || !row.isReadable) return undefined
    return { rank: index + 1, row, page: rows, claimed: new Set(), late, defects }
  }
  return { $, title, canonical, rows, late, defects, reader }
}

/** The rows of the first candidate that finds any; where none reads as one, the first's. */
function findRows(
  $: CheerioAPI,
  subject: keyof typeof rowSelectors,
  late: Map<Part, string>,
  isRow: (rows: PageRows) => boolean,
): PageRows {
  const [first, ...others] = rowSelectors[subject]
  const usual = pageRows($, first)
  if (isRow(usual)) return usual
  for (const selector of others) {
    const rows = pageRows($, selector)
    if (rows.rows.length === 0 || !isRow(rows)) continue
    late.set('row', selector)
    return rows
  }
  return usual
}

/** The page is not the one we know, or not the one asked for. */
export function drift(expectation: string, received: string, expected: Expected): SourceError {
  return new SourceError('drift', {
    source: 'github-trending',
    url: expected.url,
    expected: expectation,
    received,
  })
}
