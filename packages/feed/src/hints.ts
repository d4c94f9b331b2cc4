import { readDate } from './dates.ts'
import { childrenOf, type Element } from './element.ts'
import { type ElementKind, kind } from './element-kinds.ts'
import type { FeedHints } from './feed.ts'
import { atomLink } from './links.ts'
import { positiveInteger } from './media.ts'
import type { Reading } from './reading.ts'
import { readValue } from './text-construct.ts'

const ttlKind = kind('ttl')
const skipHoursKind = kind('skiphours')
const hourKind = kind('hour')
const skipDaysKind = kind('skipdays')
const dayKind = kind('day')
const periodKind = kind('sy:updateperiod')
const frequencyKind = kind('sy:updatefrequency')
const updateBaseKind = kind('sy:updatebase')

const periods: ReadonlySet<string> = new Set(['hourly', 'daily', 'weekly', 'monthly', 'yearly'])
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** What a feed asks of those who fetch it. Values that mean nothing are left out. */
export function readHints(channel: Element, reading: Reading): FeedHints {
  const value = (wanted: ElementKind) => readValue(reading.fields.first(wanted), reading)
  const hints: FeedHints = {}
  const ttl = positiveInteger(value(ttlKind))
  if (ttl !== undefined) hints.ttl = ttl
  const skipHours = listIn(skipHoursKind, hourKind, reading)
    .filter((hour) => /^\d{1,2}$/.test(hour) && Number(hour) <= 24)
    // 24 is midnight in old versions of RSS.
    .map((hour) => Number(hour) % 24)
  if (skipHours.length > 0) hints.skipHours = [...new Set(skipHours)]
  const skipDays = listIn(skipDaysKind, dayKind, reading).flatMap(
    (day) => days.find((name) => name.toLowerCase() === day.toLowerCase()) ?? [],
  )
  if (skipDays.length > 0) hints.skipDays = [...new Set(skipDays)]
  const period = value(periodKind)?.toLowerCase()
  if (period !== undefined && periods.has(period)) hints.updatePeriod = period
  const frequency = positiveInteger(value(frequencyKind))
  if (frequency !== undefined) hints.updateFrequency = frequency
  const base = readDate(value(updateBaseKind) ?? '')?.at
  if (base !== undefined) hints.updateBase = base
  const hub = atomLink(channel, 'hub', reading)
  if (hub !== undefined) hints.hubUrl = hub
  const next = atomLink(channel, 'next', reading)
  if (next !== undefined) hints.nextUrl = next
  return hints
}

function listIn(list: ElementKind, entry: ElementKind, reading: Reading): string[] {
  return childrenOf(reading.fields.first(list), entry).flatMap(
    (element) => readValue(element, reading) ?? [],
  )
}
