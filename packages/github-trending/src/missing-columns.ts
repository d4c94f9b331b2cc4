import { languageSlug } from './language-slug.ts'
import type { PageTitle } from './page-title.ts'
import type { PageWarning } from './page-warnings.ts'
import { factsLine, type Part, type RepositoryPart } from './selectors.ts'
import type { Repository } from './trending.ts'

/** Fewer rows than this may all lack what some repositories lack. */
const fewestRows = 5

type Column = keyof Repository & RepositoryPart

// Every row of every page since 2016 has these two.
const always: readonly Column[] = ['stars', 'starsGained']
// Single rows lack these, of 25 at most six.
const usual: readonly Column[] = ['description', 'language', 'forks', 'builtBy']

/**
 * Tells what no row of the page says, which no single row can tell: its markup has changed. The list of
 * 2015 has no total of stars and no forks, and the page of unknown languages no language.
 */
export function missingColumns(
  repositories: readonly Repository[],
  title: PageTitle,
  late: ReadonlyMap<Part, string>,
): PageWarning[] {
  const absent = new Set<Column>()
  // Only the list of 2015 had its facts in one line of text.
  if ([...late.values()].includes(factsLine)) absent.add('stars').add('forks')
  if (languageSlug(title.language ?? '') === 'unknown') absent.add('language')
  if (repositories.length === 0) return []
  return [...always, ...(repositories.length < fewestRows ? [] : usual)]
    .filter((column) => !absent.has(column) && !repositories.some((row) => says(row, column)))
    .map((column) => [
      'column-missing',
      `No row has ${column}: the page no longer says it where it is read.`,
      `repositories[].${column}`,
    ])
}

function says(repository: Repository, column: Column): boolean {
  const value = repository[column]
  return Array.isArray(value) ? value.length > 0 : value !== undefined
}
