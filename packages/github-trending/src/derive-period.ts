import { collectDefects, type Defects } from '@inference-report/source'
import { addDays, dayOf, daysBetween } from './calendar.ts'
import { type Day, dailyPages } from './daily-pages.ts'
import type { DerivedRepository, DerivedTrending, GoneRepository } from './derived.ts'
import { type History, historyOf, keyOf, summarize } from './repository-history.ts'
import type { Trending } from './trending.ts'

const lengths = { weekly: 7, monthly: 30 } as const

export interface DeriveOptions {
  /** Last day of the period, `YYYY-MM-DD`; by default that of the latest page. Later pages are not used. */
  toOn?: string | undefined
}

/**
 * A week or a month of GitHub Trending made of stored daily pages, which is how to have one without
 * asking for addresses that robots.txt disallows. Pages from before the period, where there are any, tell
 * who is new. Each page must have its `capturedAt`; the order does not matter.
 *
 * @throws SourceError `incomparable` for pages of another period than the day, of two languages, or
 * without `capturedAt`; `empty` where no page lies in the period. TypeError for a `toOn` that is no date.
 * @example
 * const week = derivePeriod(dailies, 'weekly')
 */
export function derivePeriod(
  dailies: readonly Trending[],
  period: 'weekly' | 'monthly',
  options: DeriveOptions = {},
): DerivedTrending {
  const length = lengths[period]
  if (length === undefined) throw new TypeError(`Not weekly or monthly: ${JSON.stringify(period)}`)
  const defects = collectDefects()
  const all = dailyPages(dailies, defects)
  const toOn = options.toOn ?? all.at(-1)?.on ?? ''
  if (dayOf(toOn) !== toOn) throw new TypeError(`Not a date: ${JSON.stringify(toOn)}`)
  const fromOn = addDays(toOn, 1 - length)
  const known = all.filter(({ on }) => on <= toOn)
  const within = known.filter(({ on }) => on >= fromOn)
  const last = within.at(-1)
  // Throws `empty`, as there is no page at all to make a period of.
  if (last === undefined) return derivePeriod([], period, options)

  const daysObserved = within.map(({ on }) => on)
  const daysMissing = daysBetween(fromOn, toOn).filter((on) => !daysObserved.includes(on))
  if (daysMissing.length > 0) {
    const message = `There is no page of ${daysMissing.length} of ${length} days: gains and streaks are the least they can be.`
    defects.add('days-missing', message, 'daysMissing')
  }
  const histories = historyOf(known)
  const repositories = rank(histories, within, known, defects)
  const language = last.page.language
  return {
    period,
    isDerived: true,
    ...(language === undefined ? {} : { language }),
    fromOn,
    toOn,
    daysObserved,
    daysMissing,
    repositories,
    gone: goneSince(addDays(fromOn, -length), histories, last),
    warnings: defects.warnings(),
  }
}

function rank(
  histories: ReadonlyMap<string, History>,
  within: readonly Day[],
  known: readonly Day[],
  defects: Defects,
): DerivedRepository[] {
  const [first] = within
  const listed = [...histories.values()].filter(({ days }) =>
    days.some(({ on }) => first !== undefined && on >= first.on),
  )
  return listed
    .map((history) => summarize(history, within, known, defects))
    .sort(
      (one, other) =>
        (other.starsGained ?? -1) - (one.starsGained ?? -1) ||
        other.daysPresent - one.daysPresent ||
        one.bestRank - other.bestRank ||
        (one.url < other.url ? -1 : 1),
    )
    .map((repository, index) => ({ ...repository, rank: index + 1 }))
}

function goneSince(
  since: string,
  histories: ReadonlyMap<string, History>,
  last: Day,
): GoneRepository[] {
  const current = new Set(last.page.repositories.map(keyOf))
  return [...histories]
    .flatMap(([key, { days, latest }]) => {
      const lastSeenOn = days.at(-1)?.on ?? ''
      if (current.has(key) || lastSeenOn < since) return []
      const { owner, name, url } = latest
      return [{ owner, name, url, lastSeenOn }]
    })
    .sort((one, other) =>
      one.lastSeenOn === other.lastSeenOn
        ? one.url < other.url
          ? -1
          : 1
        : one.lastSeenOn > other.lastSeenOn
          ? -1
          : 1,
    )
}
