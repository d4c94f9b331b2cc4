/** An instant, and the calendar day arXiv means by it. */
export interface Timestamp {
  /** ISO 8601 UTC to the second, e.g. `'2026-04-10T04:00:00Z'`. */
  at: string
  /** The day in arXiv's own time (US Eastern), `YYYY-MM-DD`. */
  easternDay: string
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const rfc822 =
  /^(?:[a-z]{3},\s+)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d{2}):(\d{2}):(\d{2})\s+(?:([+-])(\d{2})(\d{2})|GMT|UTC?|Z)$/i
const iso =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:([+-])(\d{2}):?(\d{2})|Z)$/i

/** Reads the dates of arXiv's feeds, RFC 822 or ISO 8601; `undefined` for anything else. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const found = parse(text)
  if (found === undefined) return undefined
  const { at, printed, minutes } = found
  const isEastern = minutes === -240 || minutes === -300
  return { at, easternDay: isEastern ? printed.slice(0, 10) : eastern.format(new Date(at)) }
}

/** The instant alone: to name arXiv's day takes longer than to read a paper. */
export function readInstant(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parse(text)?.at
}

interface Parsed {
  at: string
  /** The date as it is written, without its offset. */
  printed: string
  /** The offset. */
  minutes: number
}

function parse(text: string): Parsed | undefined {
  const trimmed = text.trim()
  const short = rfc822.exec(trimmed)
  if (short !== null) {
    const [, day, month = '', year, ...rest] = short
    return build(year, months.indexOf(month.toLowerCase()) + 1, day, rest)
  }
  const [, year, month, day, ...rest] = iso.exec(trimmed) ?? []
  return year === undefined ? undefined : build(year, Number(month), day, rest)
}

/** A day that exists, `YYYY-MM-DD`; of a date with time of day its UTC day. */
export function readDay(text: string | undefined): string | undefined {
  const written = text?.trim() ?? ''
  const at = /^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T00:00:00Z` : written
  return readInstant(at)?.slice(0, 10)
}

/** Whether this is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return readDay(text) === text
}

function build(
  year: string | undefined,
  month: number,
  day: string | undefined,
  [hour, minute, second, sign, offsetHours = '0', offsetMinutes = '0']: (string | undefined)[],
): Parsed | undefined {
  const local = Date.UTC(
    Number(year),
    month - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
  const printed = new Date(local)
  // `Date.UTC` rolls 31 February over; a date that does not exist is no date.
  if (printed.getUTCFullYear() !== Number(year) || printed.getUTCMonth() !== month - 1)
    return undefined
  if (printed.getUTCDate() !== Number(day)) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  const minutes = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1)
  const instant = new Date(local - minutes * 60_000)
  return {
    at: `${instant.toISOString().slice(0, 19)}Z`,
    printed: printed.toISOString(),
    minutes,
  }
}

// The Swedish form of a date is YYYY-MM-DD.
const eastern = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
})
