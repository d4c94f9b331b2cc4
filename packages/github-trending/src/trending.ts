import type { Warning } from '@inference-report/source'

/** The span of time the stars were counted in. The page without parameters is the daily one. */
export type Period = 'daily' | 'weekly' | 'monthly'

/** One row of the page. Everything the row does not say is absent. */
export interface Repository {
  /** Position on the page, from 1, e.g. `3`. A row that could not be read leaves a gap. */
  rank: number
  /** Login of the user or organization, e.g. `'octo-org'`. */
  owner: string
  /** Without the owner, e.g. `'octo-repo'`. */
  name: string
  /** e.g. `'https://github.com/octo-org/octo-repo'` */
  url: string
  /** Plain text, e.g. `'A small inference server.'`. */
  description?: string | undefined
  /** Main programming language as GitHub names it, e.g. `'Jupyter Notebook'`. */
  language?: string | undefined
  /** All stars so far, e.g. `12345`. */
  stars?: number | undefined
  /** e.g. `678`. The page has no such number for a repository without forks, and in 2015. */
  forks?: number | undefined
  /** Stars gained in the page's period, e.g. `1014`. */
  starsGained?: number | undefined
  /** Logins of the contributors the page shows, at most five; of apps too, e.g. `['octocat', 'dependabot']`. */
  builtBy: string[]
}

/**
 * The GitHub Trending page at one moment. Plain JSON.
 *
 * @see https://github.com/trending
 */
export interface Trending {
  /** e.g. `'daily'` */
  period: Period
  /** As the page's title names it, e.g. `'C++'`; absent on the page of all languages. */
  language?: string | undefined
  /** In the page's order. Empty where GitHub says that nothing is trending. */
  repositories: Repository[]
  /** What had to be worked around; the codes are in the README. */
  warnings: Warning[]
}
