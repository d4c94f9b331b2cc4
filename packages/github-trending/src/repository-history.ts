import type { Defects } from '@inference-report/source'
import { addDays } from './calendar.ts'
import type { Day } from './daily-pages.ts'
import type { DerivedFlag, DerivedRepository } from './derived.ts'
import type { Repository } from './trending.ts'

/** The days a repository was listed on, the earliest first. */
export interface History {
  days: { on: string; row: Repository }[]
  /** As on the latest of them. */
  latest: Repository
}

/** The same for one repository on all days: GitHub does not tell case apart. */
export function keyOf({ owner, name }: Repository): string {
  return `${owner}/${name}`.toLowerCase()
}

/** Each repository's days. */
export function historyOf(known: readonly Day[]): Map<string, History> {
  const histories = new Map<string, History>()
  for (const { on, page } of known) {
    for (const row of page.repositories) {
      const history = histories.get(keyOf(row)) ?? { days: [], latest: row }
      if (history.days.at(-1)?.on === on) continue
      history.days.push({ on, row })
      history.latest = row
      histories.set(keyOf(row), history)
    }
  }
  return histories
}

/** One repository over the period; its rank is the caller's to give. */
export function summarize(
  { days, latest }: History,
  within: readonly Day[],
  known: readonly Day[],
  defects: Defects,
): DerivedRepository {
  const [firstPage] = within
  const present = days.filter(({ on }) => firstPage !== undefined && on >= firstPage.on)
  const presentOn = present.map(({ on }) => on)
  const gains = present.flatMap(({ row }) => row.starsGained ?? [])
  if (gains.length < present.length) {
    const message = `${latest.owner}/${latest.name} has no gained stars on ${present.length - gains.length} of its days.`
    defects.add('gain-missing', message, latest.url)
  }
  const { starsGained: _, ...rest } = latest
  const streaks = streaksOf(presentOn)
  const firstSeenOn = days[0]?.on ?? ''
  const lastSeenOn = days.at(-1)?.on ?? ''
  const isListed = lastSeenOn === within.at(-1)?.on
  return {
    ...rest,
    ...(gains.length === 0 ? {} : { starsGained: gains.reduce((sum, gain) => sum + gain, 0) }),
    daysPresent: present.length,
    presentOn,
    streakDays: isListed ? (streaks.at(-1) ?? 0) : 0,
    longestStreakDays: Math.max(0, ...streaks),
    bestRank: Math.min(...present.map(({ row }) => row.rank)),
    firstSeenOn,
    lastSeenOn,
    flags: flagsOf(days, within, known),
  }
}

/** Lengths of the runs of days that follow one another. */
function streaksOf(days: readonly string[]): number[] {
  const streaks: number[] = []
  for (const [index, on] of days.entries()) {
    const before = days[index - 1]
    const isNext = before !== undefined && addDays(before, 1) === on
    streaks.push((isNext ? (streaks.pop() ?? 0) : 0) + 1)
  }
  return streaks
}

function flagsOf(
  days: History['days'],
  within: readonly Day[],
  known: readonly Day[],
): DerivedFlag[] {
  const first = days[0]?.on ?? ''
  const last = days.at(-1)?.on ?? ''
  const from = within[0]?.on ?? ''
  // Without an earlier page nobody can be called new.
  const isNew = first >= from && known.some(({ on }) => on < first)
  const isListed = last === within.at(-1)?.on
  const lastAbsence = known.findLast(({ on }) => !days.some((day) => day.on === on))?.on
  const isReturning =
    isListed &&
    lastAbsence !== undefined &&
    first < lastAbsence &&
    lastAbsence < last &&
    isBackSince(days, lastAbsence, from)
  return [
    ...(isNew ? (['new'] as const) : []),
    ...(isReturning ? (['returning'] as const) : []),
    ...(isListed ? [] : (['gone'] as const)),
  ]
}

/** Whether the first day after the absence lies in the period. */
function isBackSince(days: History['days'], absence: string, from: string): boolean {
  const back = days.find(({ on }) => on > absence)?.on
  return back !== undefined && back >= from
}
