import { readDate } from './dates.ts'
import { fieldPath, type Reading } from './reading.ts'

/** A field of a record, and the texts it may be read from, best first. */
interface DateTexts {
  field: 'publishedAt' | 'updatedAt'
  texts: readonly (string | undefined)[]
}

/**
 * The first date that can be read of an item or a feed, with a warning for what had to be assumed. Where none can, the first
 * text is handed back as `unreadable`.
 */
export function pickDate(
  { field, texts }: DateTexts,
  reading: Reading,
): { at?: string | undefined; unreadable?: string | undefined } {
  const path = fieldPath(reading, field)
  const written = texts.filter((text) => text !== undefined)
  for (const text of written) {
    const date = readDate(text)
    if (date === undefined) continue
    if (date.dateOnly) {
      reading.warnings.add(
        'date-only',
        'The source gives the day only; the time is 00:00 UTC.',
        path,
      )
    }
    if (date.zoneAssumed) {
      reading.warnings.add('zone-assumed', 'The date has no zone we know; UTC was assumed.', path)
    }
    return { at: date.at }
  }
  const [unreadable] = written
  if (unreadable === undefined) return {}
  reading.warnings.add('date-unreadable', 'The date could not be read.', path)
  return { unreadable: unreadable.slice(0, 200) }
}
