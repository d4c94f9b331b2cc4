// The two shapes nearly all feeds write, read by position: `Fri, 20 Nov 2026 09:30:00 +0100` and
// `2026-11-20T09:30:00Z`, the latter also with microseconds. Whatever differs in one character is left to the full
// grammar, which reads these the same way.

const weekdays: ReadonlySet<number> = new Set(threes('SunMonTueWedThuFriSat'))
const months: ReadonlyMap<number, number> = new Map(
  threes('JanFebMarAprMayJunJulAugSepOctNovDec').map((name, index) => [name, index + 1]),
)
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The date that stands in a range of a text, in one of the two shapes, as ISO 8601 UTC; `undefined` for any other. */
export function readCommonDate(text: string, start: number, end: number): string | undefined {
  if (end - start < 20 || end - start > 32) return undefined
  return text.charCodeAt(start + 4) === 0x2d
    ? readIso(text, start, end)
    : readRfc822(text, start, end)
}

function readIso(text: string, start: number, end: number): string | undefined {
  const separators =
    text.charCodeAt(start + 7) === 0x2d &&
    text.charCodeAt(start + 10) === 0x54 &&
    text.charCodeAt(start + 13) === 0x3a &&
    text.charCodeAt(start + 16) === 0x3a
  if (!separators) return undefined
  const year = digits(text, start, 4)
  const month = digits(text, start + 5, 2)
  const day = digits(text, start + 8, 2)
  const time = timeAt(text, start + 11)
  if (!isDay(year, month, day) || time === -1) return undefined
  const micros = text.charCodeAt(start + 19) === 0x2e ? digits(text, start + 20, 6) : 0
  if (micros === -1) return undefined
  const zone = start + (micros === 0 ? 19 : 26)
  const isUtc = end === zone + 1 && text.charCodeAt(zone) === 0x5a
  const isNumeric = end === zone + 6 && text.charCodeAt(zone + 3) === 0x3a
  const offset = isUtc ? 0 : isNumeric ? offsetAt(text, zone, zone + 4) : none
  if (offset === none) return undefined
  return utcOf(text, start, year, month, day, time - offset * 60, Math.floor(micros / 1000))
}

function readRfc822(text: string, start: number, end: number): string | undefined {
  // `Fri, 20 Nov 2026 09:30:00 GMT`; the day may have one digit.
  if (text.charCodeAt(start + 3) !== 0x2c || text.charCodeAt(start + 4) !== 0x20) return undefined
  if (!weekdays.has(threeAt(text, start))) return undefined
  const width = text.charCodeAt(start + 6) === 0x20 ? 1 : 2
  const day = digits(text, start + 5, width)
  const at = start + 5 + width
  const month = months.get(threeAt(text, at + 1)) ?? 0
  const year = digits(text, at + 5, 4)
  const time = timeAt(text, at + 10)
  const separators =
    text.charCodeAt(at) === 0x20 &&
    text.charCodeAt(at + 4) === 0x20 &&
    text.charCodeAt(at + 9) === 0x20 &&
    text.charCodeAt(at + 12) === 0x3a &&
    text.charCodeAt(at + 15) === 0x3a &&
    text.charCodeAt(at + 18) === 0x20
  if (!separators || !isDay(year, month, day) || time === -1) return undefined
  const zone = at + 19
  const isUtc = end === zone + 3 && text.startsWith('GMT', zone)
  const isNumeric = end === zone + 5
  const offset = isUtc ? 0 : isNumeric ? offsetAt(text, zone, zone + 3) : none
  if (offset === none) return undefined
  return utcOf(text, at + 5, year, month, day, time - offset * 60, 0)
}

const none = 100_000

// A day and seconds from its beginning, which may lie outside it, and milliseconds. Most dates need no calendar: put
// together character by character, for pieces of the text would cost twice as much and keep the whole of it in memory.
function utcOf(
  text: string,
  at: number,
  year: number,
  month: number,
  day: number,
  time: number,
  ms: number,
): string {
  if (time < 0 || time >= 86_400 || ms > 0) {
    const date = new Date(Date.UTC(year, month - 1, day) + time * 1000 + ms)
    return date.toISOString().replace('.000Z', 'Z')
  }
  const hour = (time / 3600) | 0
  const minute = ((time / 60) | 0) % 60
  const second = time % 60
  return String.fromCharCode(
    text.charCodeAt(at),
    text.charCodeAt(at + 1),
    text.charCodeAt(at + 2),
    text.charCodeAt(at + 3),
    0x2d,
    0x30 + ((month / 10) | 0),
    0x30 + (month % 10),
    0x2d,
    0x30 + ((day / 10) | 0),
    0x30 + (day % 10),
    0x54,
    0x30 + ((hour / 10) | 0),
    0x30 + (hour % 10),
    0x3a,
    0x30 + ((minute / 10) | 0),
    0x30 + (minute % 10),
    0x3a,
    0x30 + ((second / 10) | 0),
    0x30 + (second % 10),
    0x5a,
  )
}

// Seconds since midnight of the `hh:mm:ss` at a position, or -1.
function timeAt(text: string, at: number): number {
  const hour = digits(text, at, 2)
  const minute = digits(text, at + 3, 2)
  const second = digits(text, at + 6, 2)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return -1
  return hour * 3600 + minute * 60 + second
}

// Minutes east of UTC of a sign and hours at `at` and minutes at `minutesAt`.
function offsetAt(text: string, at: number, minutesAt: number): number {
  const sign = text.charCodeAt(at)
  const hours = digits(text, at + 1, 2)
  const minutes = digits(text, minutesAt, 2)
  if ((sign !== 0x2b && sign !== 0x2d) || hours < 0 || hours > 23) return none
  if (minutes < 0 || minutes > 59) return none
  return sign === 0x2d ? -(hours * 60 + minutes) : hours * 60 + minutes
}

// Years before 1000 would need padding, and a shift from the last year of all would leave four digits.
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 9998 || month < 1 || month > 12 || day < 1) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 && isLeap ? 29 : (daysOfMonth[month - 1] ?? 0))
}

function digits(text: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

// Three letters as one number: comparing them costs less than a slice would.
function threeAt(text: string, at: number): number {
  const first = text.charCodeAt(at)
  const second = text.charCodeAt(at + 1)
  const third = text.charCodeAt(at + 2)
  return (first | second | third) < 0x80 ? (first << 16) | (second << 8) | third : -1
}

function threes(names: string): number[] {
  return Array.from({ length: names.length / 3 }, (_, index) => threeAt(names, index * 3))
}
