import { type Flight, readFlight } from '@inference-report/next-flight'
import { SourceError, type Warning } from '@inference-report/source'
import { isRecord, itemFields, type JsonRecord, readField, toDay, toMs } from './payload-fields.ts'
import type { Window } from './window.ts'

/** The data behind the page's table: results for every language and window its filters offer. */
export interface Payload {
  items: JsonRecord[]
  /** Whether references, and what else begins with `$`, are the strings they are written as. */
  isRaw: boolean
  /** The same with references resolved: on a page of 12 MB that takes as long as parsing it. */
  resolved(): Payload | NoPayload
  /** The window the page shows first. */
  window: Window | undefined
  /** The days its windows may begin and end, where it tells them. */
  boundaries: readonly string[]
  /** What was lost on the way from the page to its payload. */
  warnings: readonly Warning[]
}

/** Why a page has no payload: it carries none, none that holds results, or a board without models. */
export type NoPayload = 'none' | 'unknown-shape' | 'empty'

// Of what a payload's reader tells, that which may have cost rows. Its other warnings are about parts
// of the page that hold no results, and an unchanged page may have them.
const losses = new Set(['push-unreadable', 'row-unreadable', 'truncated', 'error-row', 'too-deep'])

const startIndex = 'initialStartIndex'

export function readPayload(html: string): Payload | NoPayload {
  const flight = readFlightOrNothing(html)
  if (flight === undefined) return html.includes('__next_f') ? 'unknown-shape' : 'none'
  const resolved = () => readResolved(flight)
  // A part of the board may stand elsewhere too, with a slider of its own: which is larger is seen
  // where references are resolved.
  if (countOf(html, startIndex) > 1) return resolved()
  // In summer 2026 nothing in the board is a reference.
  const props = flight.find(isDatedBoard, { raw: true })
  const raw = props && payloadOf(props, flight, true, resolved)
  return raw?.window === undefined || raw.others > 0 ? resolved() : raw
}

function readResolved(flight: Flight): Payload | NoPayload {
  // Results that stand with their dates before any others: a chart may hold a part of them.
  const props = largestBoard(flight.findAll(isDatedBoard)) ?? largestBoard(flight.findAll(isBoard))
  if (props === undefined) return flight.find(isEmptyBoard) ? 'empty' : 'unknown-shape'
  return payloadOf(props, flight, false, () => readResolved(flight))
}

/** The one with most models, the first where several have as many. */
function largestBoard(boards: readonly JsonRecord[]): JsonRecord | undefined {
  const sizes = boards.map((board) => listOf(board)?.length ?? 0)
  return boards[sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), 0))]
}

function countOf(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) count += 1
  return count
}

function payloadOf(
  props: JsonRecord,
  flight: Flight,
  isRaw: boolean,
  resolved: Payload['resolved'],
): Payload & { others: number } {
  const list = listOf(props) ?? []
  const items = list.filter(isItem)
  const others = list.length - items.length
  const lost = flight.warningsSoFar().filter(({ code }) => losses.has(code))
  return {
    items,
    isRaw,
    resolved,
    others,
    ...readDates(props['dates']),
    warnings: others === 0 ? lost : [...lost, unusable(others)],
  }
}

function unusable(count: number): Warning {
  const message = `${count} rows of the payload have no name, or no results for ranges; left out.`
  return { code: 'row-unusable', message, path: 'items' }
}

function readFlightOrNothing(html: string): Flight | undefined {
  try {
    return readFlight(html)
  } catch (error) {
    if (SourceError.is(error) && error.code === 'drift') return undefined
    throw error
  }
}

function isDatedBoard(value: object): value is JsonRecord {
  return 'dates' in value && isBoard(value)
}

function isBoard(value: object): value is JsonRecord {
  return isRecord(value) && listOf(value) !== undefined
}

function isEmptyBoard(value: object): boolean {
  const items = isRecord(value) && 'dates' in value ? value['items'] : undefined
  return Array.isArray(items) && items.length === 0
}

/** The list most of whose rows hold results for ranges, whatever its name: charts have `items` too. */
function listOf(props: JsonRecord): unknown[] | undefined {
  for (const list of [props['items'], ...Object.values(props)]) {
    if (!Array.isArray(list) || list.length === 0) continue
    const sample: unknown[] = list.slice(0, 20)
    if (sample.filter(isItem).length * 2 > sample.length) return list
  }
  return undefined
}

function isItem(value: unknown): value is JsonRecord {
  return (
    isRecord(value) &&
    isRecord(readField(value, itemFields.ranges)?.value) &&
    typeof (readField(value, itemFields.name) ?? readField(value, itemFields.id))?.value ===
      'string'
  )
}

function readDates(dates: unknown): Pick<Payload, 'window' | 'boundaries'> {
  if (!isRecord(dates) || !Array.isArray(dates['dates'])) {
    return { window: undefined, boundaries: [] }
  }
  const list: unknown[] = dates['dates']
  const days = list.map(toMs).map((ms) => (ms === undefined ? undefined : toDay(ms)))
  const at = (index: unknown) => (typeof index === 'number' ? days[index] : undefined)
  const [from, to] = [at(dates[startIndex]), at(dates['initialEndIndex'])]
  return {
    // A window of no length holds zeros that no model scored.
    window: from === undefined || to === undefined || from >= to ? undefined : { from, to },
    boundaries: days.filter((day) => day !== undefined),
  }
}
