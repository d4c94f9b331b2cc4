import { isFiller, monthNumber, plainWord, weekdayNumber } from './date-words.ts'

/** A day of the calendar, not yet known to exist. */
export interface Day {
  year: number
  /** 0 for January. */
  month: number
  day: number
}

/** The day that words and numbers name, in whatever order; `undefined` where a word means nothing. */
export function readDay(text: string): Day | undefined {
  const numbers: string[] = []
  let month: number | undefined
  let monthAt = -1
  let weekday: number | undefined
  for (const [token] of text.matchAll(/\d+|[\p{L}\p{M}]+/gu)) {
    if (/^\d/.test(token)) {
      numbers.push(token)
      continue
    }
    const word = plainWord(token)
    const asWeekday = weekdayNumber(word)
    const asMonth = monthNumber(word)
    const first = numbers.length === 0 && weekday === undefined && month === undefined
    // `mar.` is mardi before `mars`, and March anywhere else.
    if (
      first &&
      asWeekday !== undefined &&
      (asMonth === undefined || namesMonthLater(text, token))
    ) {
      weekday = asWeekday
    } else if (asMonth !== undefined && month === undefined) {
      month = asMonth
      monthAt = numbers.length
    } else if (!isFiller(word) && !(first && /^\s*[\p{L}\p{M}]+\.?,/u.test(text))) return undefined
  }
  return month === undefined
    ? numericDay(text, numbers, weekday)
    : namedDay(numbers, month, monthAt)
}

function namesMonthLater(text: string, token: string): boolean {
  const rest = text.slice(text.indexOf(token) + token.length)
  return [...rest.matchAll(/[\p{L}\p{M}]+/gu)].some(
    ([word]) => monthNumber(plainWord(word)) !== undefined,
  )
}

function namedDay(numbers: readonly string[], month: number, monthAt: number): Day | undefined {
  const [first, second] = numbers
  if (first === undefined || numbers.length > 2) return undefined
  if (second === undefined) {
    return first.length === 4 ? { year: Number(first), month, day: 1 } : undefined
  }
  // `2010 May 28`, else the day comes first: `28 May 2010`, `May 28, 2010`, `28 May 10`.
  const yearFirst = first.length === 4 && monthAt <= 1
  const year = readYear(yearFirst ? first : second)
  return year === undefined ? undefined : { year, month, day: Number(yearFirst ? second : first) }
}

function numericDay(
  text: string,
  numbers: readonly string[],
  weekday: number | undefined,
): Day | undefined {
  const [a, b, c] = numbers
  if (a === undefined || b === undefined || c === undefined || numbers.length > 3) return undefined
  if (a.length === 4) return { year: Number(a), month: Number(b) - 1, day: Number(c) }
  const year = readYear(c)
  // `03-12-31` may begin with its year as well as with its day.
  if (year === undefined || (c.length === 2 && /\d-\d/.test(text))) return undefined
  const dayFirst = { year, month: Number(b) - 1, day: Number(a) }
  const monthFirst = { year, month: Number(a) - 1, day: Number(b) }
  const candidates = (/\d\/\d/.test(text) ? [monthFirst, dayFirst] : [dayFirst, monthFirst]).filter(
    exists,
  )
  // Slashes are American where the weekday does not tell.
  return candidates.find((day) => instant(day).getUTCDay() === weekday) ?? candidates[0]
}

function readYear(text: string): number | undefined {
  if (text.length === 4) return Number(text)
  if (text.length !== 2) return undefined
  return Number(text) + (Number(text) < 70 ? 2000 : 1900)
}

/** Whether the calendar has the day: no 30 February. */
export function exists(day: Day): boolean {
  const date = instant(day)
  return date.getUTCMonth() === day.month && date.getUTCDate() === day.day
}

/** Its beginning in UTC. */
export function instant(day: Day): Date {
  const date = new Date(0)
  // Unlike `Date.UTC`, this does not move years below 100 into the last century.
  date.setUTCFullYear(day.year, day.month, day.day)
  return date
}
