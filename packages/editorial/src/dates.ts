const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })

/** `May 28, 2026` of an ISO date or time; `undefined` of anything else. */
export function longDate(iso: string | undefined): string | undefined {
  if (iso === undefined || !/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(iso)) return undefined
  const time = Date.parse(iso)
  return Number.isNaN(time) ? undefined : day.format(time)
}
