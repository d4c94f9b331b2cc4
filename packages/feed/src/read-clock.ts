import { monthNumber, plainWord } from './date-words.ts'
import { abbreviated } from './time-zones.ts'

/** A time of the day. */
export interface Time {
  hour: number
  minute: number
  second: number
  millisecond: number
}

const clock =
  /(?:(오전|오후|am|pm|a\.m\.|p\.m\.)\s*)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?(?:\s*([ap])(?:m\b|\.\s?m\.?)|\s*([ap])\b)?/i

/** The first time in a text, and what stands around it; `undefined` where there is none that can be. */
export function readTime(text: string): { time: Time; before: string; after: string } | undefined {
  const match = clock.exec(text)
  if (match === null) return undefined
  const [all, prefix, hours, minutes, seconds, fraction, letter, bare] = match
  const before = text.slice(0, match.index)
  const after = text.slice(match.index + all.length)
  if (/[\d:]$/.test(before) || /^\s*[:\d]/.test(after.slice(0, 1))) return undefined
  const half = (letter ?? bare ?? prefix)?.toLowerCase()
  const isAfternoon = half === '오후' || half?.startsWith('p')
  let hour = Number(hours)
  if (half !== undefined) {
    if (hour > 12 && !isAfternoon) return undefined
    if (hour < 12 && isAfternoon) hour += 12
    else if (hour === 12 && !isAfternoon) hour = 0
  }
  const millisecond = Math.floor(Number(`0.${fraction ?? '0'}`) * 1000 + 1e-6)
  const time = { hour, minute: Number(minutes), second: Number(seconds ?? 0), millisecond }
  const endOfDay = hour === 24 && time.minute === 0 && time.second === 0
  const valid = (hour < 24 || endOfDay) && time.minute < 60 && time.second <= 60
  return valid ? { time, before, after } : undefined
}

/** What follows a time. */
export interface Zone {
  /** Minutes east of UTC; `undefined` where none is given or nobody knows it. */
  offset?: number | undefined
  /** A name of the tz database, whose offset depends on the day. */
  name?: string | undefined
  /** An offset nothing on earth has. */
  invalid?: boolean | undefined
  rest: string
}

/** The zone that a text begins with: an offset, a name of the tz database, an abbreviation. */
export function readZone(after: string): Zone {
  const numeric =
    /^\s*(?:[A-Z]{1,5}\s)?\s*(?:GMT|UTC|UT|Z)?\s*([+-])\s?(\d{2}):?(\d{2})(?!\d)(?:\s*(?:Z|[A-Z]{3,5}$))?|^\s*(?:GMT|UTC)?([+-])(\d{1,2})(?::(\d{1,2}))?(?!\d)/i.exec(
      after,
    )
  if (numeric !== null) {
    const [all, sign = numeric[4], hours = numeric[5], minutes = numeric[6] ?? '0'] = numeric
    const offset = Number(hours) * 60 + Number(minutes)
    const invalid = Number(hours) > 23 || Number(minutes) > 59
    return { offset: sign === '-' ? -offset : offset, invalid, rest: after.slice(all.length) }
  }
  const region = /^\s*([A-Za-z]+(?:\/[A-Za-z_+\-\d]+){1,2})/.exec(after)
  if (region?.[1] !== undefined) return { name: region[1], rest: after.slice(region[0].length) }
  const abbreviation = /^\s*([A-Za-z]{1,5})(?![\p{L}.])/u.exec(after)
  if (abbreviation?.[1] === undefined) return { rest: after }
  const offset = abbreviated(abbreviation[1])
  if (typeof offset === 'string') return { name: offset, rest: after.slice(abbreviation[0].length) }
  // Capitals after a time are a zone, known or not; other words belong to the date.
  const isZone = offset !== undefined || /^[A-Z]{3,5}$/.test(abbreviation[1])
  const isMonth = monthNumber(plainWord(abbreviation[1])) !== undefined
  return isZone && !isMonth
    ? { offset, rest: after.slice(abbreviation[0].length) }
    : { rest: after }
}
