import type { Warning } from '@inference-report/source'
import type { Repository } from './trending.ts'

/** A week or a month made of stored days. Plain JSON. */
export interface DerivedTrending {
  /** e.g. `'weekly'` */
  period: 'weekly' | 'monthly'
  /** Always true: GitHub's own page of the week counts otherwise, see `starsGained`. */
  isDerived: true
  /** As the days' titles name it, e.g. `'C++'`; absent for all languages. */
  language?: string | undefined
  /** First day of the period, `YYYY-MM-DD`, e.g. `'2026-11-17'`: 7 or 30 days with `toOn`. */
  fromOn: string
  /** Last day of the period, e.g. `'2026-11-23'`. */
  toOn: string
  /** The days of the period that there is a page of, in their order. */
  daysObserved: string[]
  /** The days of the period that there is none of: nothing is claimed about them. */
  daysMissing: string[]
  /** By gained stars, then days present, then best rank. Holds whoever was listed on any day of the period. */
  repositories: DerivedRepository[]
  /** Who was listed before, in the period or the equally long one before it, and is not on its last page. */
  gone: GoneRepository[]
  /** The codes are in the README. */
  warnings: Warning[]
}

/** One repository over the days of a period; what changes is as on its last day. */
export interface DerivedRepository extends Repository {
  /** Position by gained stars, from 1. */
  rank: number
  /**
   * The gains of the days it was listed on, summed, e.g. `2300`: at least what it gained in the period,
   * as other days' gains are unknown. Absent where no day says one.
   */
  starsGained?: number | undefined
  /** On how many days of the period it was listed, e.g. `5`. */
  daysPresent: number
  /** Those days, `YYYY-MM-DD`. */
  presentOn: string[]
  /** Days in a row up to the period's last page, e.g. `3`; `0` where it is gone. A missing day ends a streak. */
  streakDays: number
  /** The longest streak within the period. */
  longestStreakDays: number
  /** Best position on any day's page, e.g. `1`. */
  bestRank: number
  /** First and last day it was listed on, of all days there are pages of. */
  firstSeenOn: string
  lastSeenOn: string
  /**
   * `new`: first listed in the period, and there is an earlier page that does not list it. `returning`:
   * on the last page, after a page that does not list it, after one that does. `gone`: not on the last page.
   */
  flags: DerivedFlag[]
}

export type DerivedFlag = 'new' | 'returning' | 'gone'

/** A repository that is no longer listed. */
export interface GoneRepository {
  /** e.g. `'octo-org'` */
  owner: string
  /** e.g. `'octo-repo'` */
  name: string
  /** e.g. `'https://github.com/octo-org/octo-repo'` */
  url: string
  /** The last day it was listed on, e.g. `'2026-11-21'`. */
  lastSeenOn: string
}
