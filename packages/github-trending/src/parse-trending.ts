import { checkExpected, type Expected } from './check-expected.ts'
import { missedRepositories } from './missed-rows.ts'
import { missingColumns } from './missing-columns.ts'
import { drift, openPage } from './open-page.ts'
import type { PageRows } from './page-rows.ts'
import { lateSelector, periodAssumed, rowUnreadable, titleUnreadable } from './page-warnings.ts'
import { emptyError, readEmptyMark } from './read-empty.ts'
import { readNameLink, readRepository } from './read-repository.ts'
import { selectors } from './selectors.ts'
import type { Trending } from './trending.ts'
import { uniqueRepositories } from './unique-repositories.ts'

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
  const page = openPage(html, 'repositories', expected, namesRepositories)
  const { title, late, defects } = page
  const count = page.rows.rows.length
  const rows = page.rows.rows.flatMap((_, index) => {
    const reader = page.reader(index)
    const row = reader === undefined ? undefined : readRepository(reader)
    if (row === undefined) defects.add(...rowUnreadable(index + 1, 'repository'))
    return row ?? []
  })
  const missed = missedRepositories(page.rows)
  if (count === 0 && missed.length > 0) throw drift('rows', 'repositories without rows', expected)
  const saysEmpty = count === 0 && readEmptyMark(page)
  const gained = rows.filter((row) => row.gain !== undefined)

  // Without the title's word, the rows' 'stars today' or the empty mark are the identity.
  if (title.subject === undefined && !saysEmpty && gained.length === 0) {
    throw drift('a page titled "Trending repositories on GitHub today"', title.text, expected)
  }
  if (title.subject === undefined) defects.add(...titleUnreadable(title))
  const shown = title.period ?? gained[0]?.gain?.period ?? expected.period
  if (shown === undefined) defects.add(...periodAssumed())
  const period = shown ?? 'daily'
  checkExpected(page, period, expected)
  if (gained.length > 0 && !gained.some((row) => row.gain?.period === period)) {
    throw drift(`rows of the ${period} page`, `stars of another period, ${title.text}`, expected)
  }
  if (count === 0 && !saysEmpty) throw emptyError(page, expected, 'repositories')
  if (rows.length * 2 < count) {
    throw drift('a repository in most of the rows', `${rows.length} in ${count} rows`, expected)
  }
  for (const warning of missed) defects.add(...warning)
  const repositories = uniqueRepositories(rows, period, defects)
  for (const warning of missingColumns(repositories, title, late)) defects.add(...warning)
  for (const [part, selector] of late) defects.add(...lateSelector(part, selector))
  return {
    period,
    ...(title.language === undefined ? {} : { language: title.language }),
    ...(expected.capturedAt === undefined ? {} : { capturedAt: expected.capturedAt }),
    repositories,
    warnings: defects.warnings(),
  }
}

function namesRepositories(rows: PageRows): boolean {
  return rows.rows.some((row) =>
    [...selectors.name, ...selectors.stars].some((selector) =>
      rows
        .find(row, selector)
        .some(
          (element) => selector === selectors.stars[0] || readNameLink({ element }) !== undefined,
        ),
    ),
  )
}
