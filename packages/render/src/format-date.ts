const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `March 2, 2026`, from an ISO 8601 date or instant; the day is the one written there (UTC). */
export function longDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? iso : `${name} ${Number(day)}, ${year}`
}

/** `March 2, 2026, 14:05 UTC`; of a date alone, the date. */
export function longTime(iso: string): string {
  const time = /^[^T]*T(\d\d:\d\d)/.exec(iso)?.[1]
  return time === undefined ? longDate(iso) : `${longDate(iso)}, ${time} UTC`
}
