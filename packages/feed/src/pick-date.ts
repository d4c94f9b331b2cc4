import { readCommonDate } from './common-dates.ts'
import { readDate } from './dates.ts'
import type { ElementKind } from './element-kinds.ts'
import { type Reading, warn } from './reading.ts'
import { readValue } from './text-construct.ts'

/** A date as far as it could be read; `unreadable` is the source's text where none of several could. */
interface PickedDate {
  at?: string | undefined
  unreadable?: string | undefined
}

type DateField = 'publishedAt' | 'updatedAt'

const nothing: PickedDate = {}

/** The first readable date among the children of these kinds, with warnings as `pickDate` leaves them. */
export function pickDateOf(
  wanted: readonly ElementKind[],
  field: DateField,
  reading: Reading,
): PickedDate {
  let unreadable: string | undefined
  for (const kind of wanted) {
    for (let found = reading.fields.first(kind); found !== undefined; found = found.next) {
      const common =
        found.content === 'unknown'
          ? undefined
          : readCommonDate(found.source, found.innerStart, found.innerEnd)
      if (common !== undefined) return { at: common }
      const text = readValue(found, reading)
      const picked = text === undefined ? nothing : pick(text, field, reading)
      if (picked.at !== undefined) return picked
      unreadable ??= text
    }
  }
  return unreadable === undefined ? nothing : tellUnreadable(unreadable, field, reading)
}

/**
 * A date that is one text, with a warning for what had to be assumed. Where it cannot be read, the text is
 * handed back as `unreadable`.
 */
export function pickDate(text: string | undefined, field: DateField, reading: Reading): PickedDate {
  if (text === undefined) return nothing
  const picked = pick(text, field, reading)
  return picked.at === undefined ? tellUnreadable(text, field, reading) : picked
}

function pick(text: string, field: DateField, reading: Reading): PickedDate {
  const date = readDate(text)
  if (date === undefined) return nothing
  if (date.dateOnly) {
    warn(reading, field, 'date-only', 'Only the day is given; the time is 00:00 UTC.')
  }
  if (date.zoneAssumed) {
    warn(reading, field, 'zone-assumed', 'The date has no zone we know; UTC was assumed.')
  }
  return date
}

function tellUnreadable(text: string, field: DateField, reading: Reading): PickedDate {
  warn(reading, field, 'date-unreadable', 'The date could not be read.')
  return { unreadable: text.slice(0, 200) }
}
