const dayMs = 86_400_000

/** Midnight UTC at which a date begins, e.g. `'2026-03-02T00:00:00.000Z'`. */
export function startOf(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`)).toISOString()
}

/** 24:00 UTC of a date: midnight at which the next one begins. */
export function endOf(date: string): string {
  return addDays(startOf(date), 1)
}

/** The same time of day, so many days later (or earlier, when negative). */
export function addDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * dayMs).toISOString()
}

/** Whole calendar days, in UTC, from one date or instant to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMs)
}

/** e.g. `'May 7, 2026'`, of the day the instant is on in UTC. */
export function longDate(instant: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(Date.parse(instant.slice(0, 10))),
  )
}
