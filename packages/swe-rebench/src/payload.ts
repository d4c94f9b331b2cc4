import { type Flight, readFlight } from '@inference-report/next-flight'
import { SourceError } from '@inference-report/source'
import { isRecord, type JsonRecord, toDay, toMs } from './payload-fields.ts'
import type { Window } from './window.ts'

/** The data behind the page's table: results for every language and window its filters offer. */
export interface Payload {
  items: JsonRecord[]
  /** The window the page shows first. */
  window: Window | undefined
}

/** `undefined` where the page has no payload, or one without results. */
export function readPayload(html: string): Payload | undefined {
  const flight = readFlightOrNothing(html)
  const hasItems = (value: object) => isRecord(value) && readItems(value).length > 0
  const props = flight?.find((v) => hasItems(v) && 'dates' in v) ?? flight?.find(hasItems)
  if (!isRecord(props)) return undefined
  return { items: readItems(props), window: readDefaultWindow(props['dates']) }
}

function readFlightOrNothing(html: string): Flight | undefined {
  try {
    return readFlight(html)
  } catch (error) {
    if (SourceError.is(error) && error.code === 'drift') return undefined
    throw error
  }
}

function readItems(props: JsonRecord): JsonRecord[] {
  const items = props['items']
  if (!Array.isArray(items)) return []
  return items.filter(
    (item): item is JsonRecord =>
      isRecord(item) && typeof item['modelName'] === 'string' && isRecord(item['rangeStats']),
  )
}

function readDefaultWindow(dates: unknown): Window | undefined {
  if (!isRecord(dates) || !Array.isArray(dates['dates'])) return undefined
  const list: unknown[] = dates['dates']
  const at = (index: unknown) => (typeof index === 'number' ? toMs(list[index]) : undefined)
  const [from, to] = [at(dates['initialStartIndex']), at(dates['initialEndIndex'])]
  return from === undefined || to === undefined ? undefined : { from: toDay(from), to: toDay(to) }
}
