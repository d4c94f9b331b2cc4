import type { Defects } from '@inference-report/source'
import type { Row } from './read-repository.ts'
import { rowPath } from './row-reader.ts'
import type { Period, Repository } from './trending.ts'

/** The records of the rows, each repository once, and gains only of the page's own period. */
export function uniqueRepositories(
  rows: readonly Row[],
  period: Period,
  defects: Defects,
): Repository[] {
  const seen = new Set<string>()
  return rows.flatMap(({ repository, gain }) => {
    const { rank, url } = repository
    if (seen.has(url.toLowerCase())) {
      const message = `Row ${rank} repeats ${url} and was left out.`
      defects.add('duplicate-row', message, rowPath(rank))
      return []
    }
    seen.add(url.toLowerCase())
    if (gain?.period === period) return { ...repository, starsGained: gain.stars }
    const found =
      gain === undefined ? 'no gained stars' : `stars of another period (${gain.period})`
    const message = `Row ${rank} shows ${found}.`
    defects.add('gain-unreadable', message, rowPath(rank, 'starsGained'))
    return repository
  })
}
