import { checkExpected, type Expected } from './check-expected.ts'
import { accountOf, pathOf } from './github-path.ts'
import { drift, openPage } from './open-page.ts'
import type { PageRows } from './page-rows.ts'
import {
  lateSelector,
  periodAssumed,
  rowMissed,
  rowUnreadable,
  titleUnreadable,
} from './page-warnings.ts'
import { readDeveloper } from './read-developer.ts'
import { emptyError, readEmptyMark } from './read-empty.ts'
import { developerSelectors } from './selectors.ts'
import type { Developer, TrendingDevelopers } from './trending.ts'

/**
 * Reads a page of trending developers, of the markup of 2026 or of 2015.
 *
 * @param html The whole page.
 * @param expected What was asked for, as for `parseTrending`.
 * @throws SourceError `drift`, `empty` and `too-large` as `parseTrending`; `drift` also for a page
 * without a title, which alone tells developers from repositories.
 * @example
 * const { developers } = parseTrendingDevelopers(html, { language: null, period: 'daily' })
 */
export function parseTrendingDevelopers(html: string, expected: Expected = {}): TrendingDevelopers {
  const page = openPage(html, 'developers', expected, namesDevelopers)
  const { title, late, defects } = page
  const count = page.rows.rows.length
  const read = page.rows.rows.flatMap((_, index) => {
    const reader = page.reader(index)
    const developer = reader === undefined ? undefined : readDeveloper(reader)
    if (developer === undefined) defects.add(...rowUnreadable(index + 1, 'developer'))
    return developer ?? []
  })
  const missed = developerSelectors.login.flatMap((selector) =>
    page.rows
      .findOutside(selector)
      .flatMap((link) => accountOf(pathOf(link.attribs['href'])) ?? []),
  )
  if (count === 0 && missed.length > 0) throw drift('rows', 'developers without rows', expected)
  const saysEmpty = count === 0 && readEmptyMark(page)
  if (title.subject === undefined && !saysEmpty) {
    throw drift('a page titled "Trending developers on GitHub today"', title.text, expected)
  }
  if (title.subject === undefined) defects.add(...titleUnreadable(title))
  const shown = title.period ?? expected.period
  if (shown === undefined) defects.add(...periodAssumed())
  const period = shown ?? 'daily'
  checkExpected(page, period, expected)
  if (count === 0 && !saysEmpty) throw emptyError(page, expected, 'developers')
  if (read.length * 2 < count) {
    throw drift('a developer in most of the rows', `${read.length} in ${count} rows`, expected)
  }
  for (const login of new Set(missed)) defects.add(...rowMissed(login))
  const developers = unique(read, (login, rank) =>
    defects.add(
      'duplicate-row',
      `Row ${rank} repeats ${login} and was left out.`,
      `rows[rank=${rank}]`,
    ),
  )
  if (developers.length >= 5 && !developers.some(({ repository }) => repository !== undefined)) {
    const message = 'No row has a repository: the page no longer says it where it is read.'
    defects.add('column-missing', message, 'developers[].repository')
  }
  for (const [part, selector] of late) defects.add(...lateSelector(part, selector))
  return {
    period,
    ...(title.language === undefined ? {} : { language: title.language }),
    ...(expected.capturedAt === undefined ? {} : { capturedAt: expected.capturedAt }),
    developers,
    warnings: defects.warnings(),
  }
}

function unique(
  developers: readonly Developer[],
  onRepeat: (login: string, rank: number) => void,
): Developer[] {
  const seen = new Set<string>()
  return developers.filter(({ login, rank }) => {
    const isNew = !seen.has(login.toLowerCase())
    if (!isNew) onRepeat(login, rank)
    seen.add(login.toLowerCase())
    return isNew
  })
}

function namesDevelopers(rows: PageRows): boolean {
  return rows.rows.some((row) =>
    developerSelectors.login.some((selector) =>
      rows
        .find(row, selector)
        .some(({ attribs }) => accountOf(pathOf(attribs['href'])) !== undefined),
    ),
  )
}
