import type { SubmittedWindow } from './query.ts'

const minuteMs = 60_000

/**
 * arXiv's form of a window, `202601010000 TO 202602010000`: minutes, GMT. It compares with second 0 of
 * the last minute, so a day ends at the next midnight: `2359` would lose the papers of its last minute.
 *
 * @throws TypeError for what are no two dates in order.
 */
export function writeWindow({ from, to }: SubmittedWindow): string {
  const start = Math.floor(readEnd(from, 0) / minuteMs)
  const end = Math.ceil(readEnd(to, 24 * 60 * minuteMs) / minuteMs)
  if (!(start <= end))
    throw new TypeError(`A window is from one date to a later one, not "${from}" to "${to}".`)
  return `${writeMinute(start)} TO ${writeMinute(end)}`
}

/** The window of `202601010000 TO 202602010000`, whose dates may be shortened as far as to the year. */
export function readWindow(text: string): SubmittedWindow | undefined {
  const [, first = '', last = ''] = /^\s*(\d{4,14})\s+TO\s+(\d{4,14})\s*$/.exec(text) ?? []
  const from = readMinute(first, '0101', '0000')
  const to = readMinute(last, lastDay(last), '2359')
  return from === undefined || to === undefined || from > to ? undefined : { from, to }
}

const isoDate = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?Z)?$/

function readEnd(text: string, dayMs: number): number {
  const [whole = '', day = '', hour] = isoDate.exec(text) ?? []
  // Without seconds `Date.parse` reads it too; a date that does not exist rolls over or is NaN.
  const at = Date.parse(hour === undefined ? `${day}T00:00:00Z` : whole)
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at) || new Date(midnight).toISOString().slice(0, 10) !== day) {
    throw new TypeError(`A date is YYYY-MM-DD or ISO 8601 in UTC, not "${text}".`)
  }
  return hour === undefined ? at + dayMs : at
}

function writeMinute(minute: number): string {
  const iso = new Date(minute * minuteMs).toISOString()
  // The day after 9999-12-31 has a year of six digits.
  if (!/^\d{4}-/.test(iso)) throw new TypeError('A date has a year of four digits.')
  return iso.slice(0, 16).replace(/\D/g, '')
}

function readMinute(digits: string, monthAndDay: string, time: string): string | undefined {
  const cut = digits.slice(0, 12)
  if (![4, 6, 8, 12].includes(cut.length)) return undefined
  const date =
    cut.length === 4 ? cut + monthAndDay : cut.length === 6 ? cut + monthAndDay.slice(2) : cut
  const full = date.length === 8 ? date + time : date
  const iso = full.replace(/^(....)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:00Z')
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) || at.toISOString() !== iso.replace('Z', '.000Z')
    ? undefined
    : iso
}

/** The last month and day of a year, or the last day of its month. */
function lastDay(digits: string): string {
  if (digits.length !== 6) return '1231'
  const [year, month] = [Number(digits.slice(0, 4)), Number(digits.slice(4))]
  return `${digits.slice(4)}${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}
