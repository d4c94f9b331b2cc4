import type { IssueSource, Section } from '@inference-report/issue'
import { longDate } from './dates.ts'
import { countWord } from './words.ts'

/** Of rows that stale sources gave: how many, from whom, and from when. */
export interface Age {
  /** Whether these are all rows of the section. */
  isWhole: boolean
  rows: number
  sourceIds: string[]
  /** `on May 13, 2026` or `from May 10, 2026 to May 13, 2026`; absent where a date is unknown. */
  captured?: string | undefined
  /** The same without its first word `on`. */
  date?: string | undefined
}

/** `undefined` of a section without a stale row. Sections carry no date, their sources do. */
export function ageOf(section: Section, sources: readonly IssueSource[]): Age | undefined {
  const { state, sourceIds, items } = section
  const stale = sources.filter(
    (source) => source.state === 'stale' && sourceIds.includes(source.id),
  )
  const staleIds = new Set(stale.map(({ id }) => id))
  const old = items.filter(({ sourceId }) => staleIds.has(sourceId))
  const isWhole = state === 'stale' || old.length === items.length
  if (!isWhole && old.length === 0) return undefined
  const givers = new Set(old.map(({ sourceId }) => sourceId))
  const from = givers.size === 0 ? stale : stale.filter(({ id }) => givers.has(id))
  const date = datesOf(from)
  return {
    isWhole,
    rows: old.length,
    sourceIds: from.map(({ id }) => id),
    ...(date === undefined
      ? {}
      : { date, captured: date.startsWith('from ') ? date : `on ${date}` }),
  }
}

function datesOf(sources: readonly IssueSource[]): string | undefined {
  const days = sources.flatMap(({ capturedAt }) =>
    capturedAt === undefined || longDate(capturedAt) === undefined ? [] : [capturedAt.slice(0, 10)],
  )
  // Of an unknown date, the others' would be a guess.
  if (days.length < sources.length) return undefined
  const sorted = days.toSorted()
  const [first, last] = [longDate(sorted[0]), longDate(sorted.at(-1))]
  return first === undefined || first === last ? first : `from ${first} to ${last}`
}

/** Behind a list's name: `, captured on May 13, 2026,`. */
export function aside(age: Age | undefined): string {
  if (age?.isWhole !== true) return ''
  return age.captured === undefined ? ', which is an older list,' : `, captured ${age.captured},`
}

/** Ends a sentence that counts the rows of a section, some of which are old. */
export function oldPart(age: Age | undefined): string {
  if (age === undefined || age.isWhole) return ''
  const verb = age.rows === 1 ? 'was' : 'were'
  const when = age.captured === undefined ? 'in an older list' : age.captured
  return `, of which ${countWord(age.rows)} ${verb} captured ${when}`
}

/** Ends a sentence about old rows other than their count. */
export function datedEnd(age: Age | undefined): string {
  if (age === undefined) return ''
  if (age.captured === undefined) {
    return age.isWhole ? ' (an older list)' : ' (in part an older list)'
  }
  return age.isWhole ? ` (captured ${age.captured})` : ` (in part captured ${age.captured})`
}
