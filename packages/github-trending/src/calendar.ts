const millisecondsADay = 86_400_000

/** The UTC day of an instant or date, `YYYY-MM-DD`; `undefined` where it is neither. */
export function dayOf(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(text))
    return undefined
  const time = Date.parse(text)
  const written = text.slice(0, 10)
  const midnight = Date.parse(written)
  if (Number.isNaN(time) || Number.isNaN(midnight)) return undefined
  // '2026-02-30' is read as another day, with a time of day too.
  return utcDay(midnight) === written ? utcDay(time) : undefined
}

function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** The day so many days later, or earlier where `days` is negative. */
export function addDays(day: string, days: number): string {
  return utcDay(Date.parse(day) + days * millisecondsADay)
}

/** Every day from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / millisecondsADay) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index))
}
