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
  /** The dot before the language, e.g. `'#3572A5'`; `'#ccc'` stands for a language without a colour. */
  languageColor?: string | undefined
  /** All stars so far, e.g. `12345`. */
  stars?: number | undefined
  /** e.g. `678`. The page has no such number for a repository without forks, and in 2015. */
  forks?: number | undefined
  /** Stars gained in the page's period, e.g. `1014`. */
  starsGained?: number | undefined
  /** Logins of the contributors the page shows, at most five; of apps too, e.g. `['octocat', 'dependabot']`. */
  builtBy: string[]
  /** Whom the row's Sponsor button is for, e.g. `'octocat'`. */
  sponsor?: string | undefined
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
  /** When the page was received, ISO 8601 UTC, where the caller or the answer says so. */
  capturedAt?: string | undefined
  /** In the page's order. Empty where GitHub says that nothing is trending. */
  repositories: Repository[]
  /** What had to be worked around; the codes are in the README. */
  warnings: Warning[]
}

/** One row of the page of trending developers. Everything the row does not say is absent. */
export interface Developer {
  /** Position on the page, from 1, e.g. `3`. A row that could not be read leaves a gap. */
  rank: number
  /** e.g. `'octocat'` */
  login: string
  /** As the person writes it, e.g. `'The Octocat'`; absent where the page shows the login only. */
  name?: string | undefined
  /** e.g. `'https://github.com/octocat'` */
  url: string
  /** e.g. `'https://avatars.githubusercontent.com/u/583231?s=96&v=4'` */
  avatarUrl?: string | undefined
  /** The popular repository the row shows; some rows show none. */
  repository?: DeveloperRepository | undefined
  /** Of a row without a repository, e.g. `'Octo Corporation'`, `'@octo-org'`. */
  company?: string | undefined
  /** Of a row with neither, `YYYY-MM-DD`, e.g. `'2011-01-25'`. */
  joinedOn?: string | undefined
}

export interface DeveloperRepository {
  /** e.g. `'octo-org'` */
  owner: string
  /** e.g. `'octo-repo'` */
  name: string
  /** e.g. `'https://github.com/octo-org/octo-repo'` */
  url: string
  /** Plain text; GitHub cuts long ones and ends them in `…`. */
  description?: string | undefined
}

/**
 * The page of trending developers at one moment. Plain JSON.
 *
 * @see https://github.com/trending/developers
 */
export interface TrendingDevelopers {
  /** e.g. `'daily'` */
  period: Period
  /** As the page's title names it, e.g. `'C++'`; absent on the page of all languages. */
  language?: string | undefined
  /** When the page was received, ISO 8601 UTC, where the caller or the answer says so. */
  capturedAt?: string | undefined
  /** In the page's order. Empty where GitHub says that nobody is trending. */
  developers: Developer[]
  /** What had to be worked around; the codes are in the README. */
  warnings: Warning[]
}
