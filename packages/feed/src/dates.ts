import { readCommonDate } from './common-dates.ts'
import { readTime, readZone, type Time, type Zone } from './read-clock.ts'
import { type Day, exists, instant, readDay } from './read-day.ts'
import { abbreviated, zoneOffset } from './time-zones.ts'

/** A date that was read, and how much of it the source said. */
interface ReadDate {
  /** ISO 8601 UTC; with milliseconds only where the source has some. */
  at: string
  /** The source names a day or less; the time is 00:00 UTC. */
  dateOnly: boolean
  /** A time without a zone we know: UTC was assumed. */
  zoneAssumed: boolean
}

const longest = 120

const isoDate =
  /^(\d{4})(?:-(\d{1,3})|[/.](\d{1,2}))(?:[-/.](\d{1,2}))?(?:[tT\s_]\s*(\d.*))?$|^(\d{4})(\d{2})(\d{2})(?:[tT]?(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(z|Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * A date in any of the ways feeds write it, as ISO 8601 UTC: RFC 822 and 3339 and their misspellings,
 * month names of many languages, zone names, seconds of Unix. A time without a zone is taken as UTC, a
 * day as its beginning; never the machine's zone, never its clock. `undefined` for anything else.
 */
export function parseDate(text: string): string | undefined {
  return readDate(text)?.at
}

/** As `parseDate`, with what had to be assumed. */
export function readDate(text: string): ReadDate | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > longest) return undefined
  const common = readCommonDate(trimmed, 0, trimmed.length)
  if (common !== undefined) return { at: common, dateOnly: false, zoneAssumed: false }
  if (/^\d{9,10}$/.test(trimmed)) return finish(new Date(Number(trimmed) * 1000), false, false)
  if (/^\d{13}$/.test(trimmed)) return finish(new Date(Number(trimmed)), false, false)
  if (/^\d{4}$/.test(trimmed)) return dayOnly({ year: Number(trimmed), month: 0, day: 1 })
  return readIso(trimmed) ?? readWords(trimmed.replace(/\s*\([^()]*\)\s*$/, ''))
}

function readIso(text: string): ReadDate | undefined {
  const match = isoDate.exec(text)
  if (match === null) return undefined
  const [, year, month = match[3], , date, rest, year8, month8, date8, hour, minute, second, zone] =
    match
  if (year8 !== undefined) {
    const day = { year: Number(year8), month: Number(month8) - 1, day: Number(date8) }
    if (hour === undefined) return dayOnly(day)
    return atTime(day, `${hour}:${minute}:${second ?? '00'}${zone ?? ''}`)
  }
  const day = { year: Number(year), month: Number(month) - 1, day: Number(date ?? 1) }
  return rest === undefined ? dayOnly(day) : atTime(day, rest)
}

// `rest` is a time and its zone and nothing else.
function atTime(day: Day, rest: string): ReadDate | undefined {
  const time = readTime(rest)
  if (time === undefined || time.before.trim() !== '') return undefined
  const zone = readZone(time.after)
  return zone.rest.trim() === '' ? combine(day, time.time, zone) : undefined
}

function readWords(text: string): ReadDate | undefined {
  const time = readTime(text)
  if (time === undefined) {
    if (text.includes(':')) return undefined
    const named = /^(.*\d)\s+([A-Z]{1,5})$/.exec(text)
    const isZone = named?.[2] !== undefined && abbreviated(named[2]) !== undefined
    return dayOnly(readDay(isZone ? (named[1] ?? '') : text))
  }
  const zone = readZone(time.after)
  const day = readDay(`${time.before} ${zone.rest}`)
  // Both of the Korean forms come from services whose clocks show Korean time.
  const korean = zone.offset === undefined && /[\uac00-\ud7a3]/.test(text)
  return combine(day, time.time, korean ? { ...zone, offset: 540 } : zone)
}

function dayOnly(day: Day | undefined): ReadDate | undefined {
  return day !== undefined && exists(day) ? finish(instant(day), true, false) : undefined
}

function combine(day: Day | undefined, time: Time, zone: Zone): ReadDate | undefined {
  if (day === undefined || zone.invalid === true || !exists(day)) return undefined
  const date = instant(day)
  date.setUTCHours(time.hour, time.minute, time.second, time.millisecond)
  const local = date.getTime()
  const offset = zone.name === undefined ? zone.offset : zoneOffset(zone.name, local)
  return finish(new Date(local - (offset ?? 0) * 60_000), false, offset === undefined)
}

function finish(date: Date, dateOnly: boolean, zoneAssumed: boolean): ReadDate | undefined {
  const year = date.getUTCFullYear()
  // The zero of some clock is no date: Go's is of the year 1, PHP's of the one before.
  if (Number.isNaN(year) || year < 2 || year > 9999) return undefined
  return { at: date.toISOString().replace('.000Z', 'Z'), dateOnly, zoneAssumed }
}
