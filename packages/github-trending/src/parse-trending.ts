import { SourceError, type Warning } from '@inference-report/source'
import type { CheerioAPI } from 'cheerio/slim'
import { checkExpected, type Expected } from './check-expected.ts'
import { collapse } from './collapse.ts'
import { loadPage } from './load-page.ts'
import { missingColumns } from './missing-columns.ts'
import { readTitle } from './page-title.ts'
import { lateSelector, rowUnreadable, titleUnreadable } from './page-warnings.ts'
import type { Element, RowReader } from './read-part.ts'
import { readRepository } from './read-repository.ts'
import { type Part, selectors } from './selectors.ts'
import type { Period, Trending } from './trending.ts'
import { uniqueRepositories } from './unique-repositories.ts'

// GitHub shows at most 25 rows; the largest seen has 98 elements and 1 675 characters of text.
// Reading a row takes time that grows with the product of the two.
const limits = { rows: 100, elements: 1000, characters: 20_000 } as const

/**
 * Reads a GitHub Trending page, of any markup since 2015.
 *
 * @param html The whole page.
 * @param expected What was asked for. GitHub answers an unknown language or period with another
 * page and status 200, so whoever asked should say so here.
 * @throws SourceError `drift` where it is not a Trending page of repositories, or not the one asked
 * for; `empty` for no rows without GitHub's own words for an empty day; `too-large` for a page far
 * beyond any that GitHub sends.
 * @example
 * const { repositories } = parseTrending(html, { language: 'python', period: 'daily' })
 */
export function parseTrending(html: string, expected: Expected = {}): Trending {
  // Half a character, which JSON could not carry on, is none of GitHub's: no name has one.
  const $ = loadPage(html.toWellFormed(), expected.url)
  const warnings: Warning[] = []
  const late = new Map<Part, string>()
  const title = readTitle($)
  if (title.subject === 'developers') {
    throw drift('a Trending page of repositories', title.text, expected)
  }

  const elements = readRowElements($, late)
  if (elements.length > limits.rows) {
    throw drift(`at most ${limits.rows} rows`, `${elements.length} rows`, expected)
  }
  const rows = elements.flatMap((row, index) => {
    const reader: RowReader = { $, row, late }
    const read = isReadable(row) ? readRepository(reader, index + 1, warnings) : undefined
    if (read === undefined) warnings.push(rowUnreadable(index + 1))
    return read ?? []
  })
  const saysEmpty = elements.length === 0 && readEmptyMark($, late)
  const gained = rows.filter((row) => row.gain !== undefined)

  // Without the title's word, the rows' 'stars today' or the empty mark are the identity.
  if (title.subject === undefined && !saysEmpty && gained.length === 0) {
    throw drift('a page titled "Trending repositories on GitHub today"', title.text, expected)
  }
  if (title.subject === undefined) warnings.push(titleUnreadable(title))
  const period = title.period ?? gained[0]?.gain?.period ?? expected.period ?? assumeDaily(warnings)
  checkExpected($, title, period, expected)
  if (gained.length > 0 && !gained.some((row) => row.gain?.period === period)) {
    throw drift(`rows of the ${period} page`, `stars of another period, ${title.text}`, expected)
  }

  if (elements.length === 0 && !saysEmpty) {
    throw new SourceError('empty', {
      source: 'github-trending',
      url: expected.url,
      expected: 'rows, or the words "we don’t have any trending repositories"',
      received: title.text,
    })
  }
  if (rows.length * 2 < elements.length) {
    throw drift(
      'a repository in most of the rows',
      `${rows.length} in ${elements.length} rows`,
      expected,
    )
  }
  const repositories = uniqueRepositories(rows, period, warnings)
  warnings.push(...missingColumns(repositories, title, late))
  for (const [part, selector] of late) warnings.push(lateSelector(part, selector))
  return {
    period,
    ...(title.language === undefined ? {} : { language: title.language }),
    repositories,
    warnings,
  }
}

function readRowElements($: CheerioAPI, late: Map<Part, string>): Element[] {
  for (const [position, selector] of selectors.row.entries()) {
    // No row holds another one, unless somebody wants the same text read again and again.
    const nodes = $(`${selector}:not(${selector} ${selector})`).toArray()
    if (nodes.length === 0) continue
    if (position > 0) late.set('row', selector)
    return nodes.map((node) => $(node))
  }
  return []
}

function isReadable(row: Element): boolean {
  if (row.contents().length > 2 * limits.elements) return false
  return row.find('*').length <= limits.elements && row.text().length <= limits.characters
}

/** 'It looks like we don’t have any trending repositories for your choices.' */
function readEmptyMark($: CheerioAPI, late: Map<Part, string>): boolean {
  for (const [position, selector] of selectors.empty.entries()) {
    const found = $(selector)
      .toArray()
      .slice(0, 20)
      .some((node) => /don['’]t have any trending repositories/i.test(collapse($(node).text())))
    if (found && position > 0) late.set('empty', selector)
    if (found) return true
  }
  return false
}

function assumeDaily(warnings: Warning[]): Period {
  warnings.push({
    code: 'period-assumed',
    message: 'The page does not say its period; daily was assumed, as GitHub shows unless asked.',
    path: 'period',
  })
  return 'daily'
}

function drift(expectation: string, received: string, expected: Expected): SourceError {
  return new SourceError('drift', {
    source: 'github-trending',
    url: expected.url,
    expected: expectation,
    received,
  })
}
