import { SourceError, type Warning } from '@inference-report/source'
import { collectDefects, type Defects } from './defects.ts'
import type { FlightValue } from './flight-value.ts'
import { readNextData } from './next-data.ts'
import { readPushes } from './pushes.ts'
import { resolveRows } from './resolve.ts'
import { type Row, readRows } from './rows.ts'
import { sizeOf, walk } from './walk.ts'

/** The data of a Next.js page. */
export interface Flight {
  /**
   * Rows by id, in document order, references resolved. An object that several references lead to is
   * one object here too. The data of the older Pages Router are one row, `__NEXT_DATA__`.
   */
  readonly rows: ReadonlyMap<string, FlightValue>
  /** Defects that were worked around. */
  readonly warnings: Warning[]
  /**
   * The largest object or array, anywhere in the page, that the predicate accepts: the longest array,
   * or the object with most keys. The first one where two are equal.
   *
   * @example
   * flight.find((value) => Array.isArray(value) && Object.hasOwn(value[0] ?? {}, 'score'))
   */
  find<T extends object>(predicate: (value: object) => value is T): T | undefined
  find(predicate: (value: object) => boolean): object | undefined
  /** All that the predicate accepts, in document order, an outer one before what it holds. */
  findAll<T extends object>(predicate: (value: object) => value is T): T[]
  findAll(predicate: (value: object) => boolean): object[]
}

// A quarter of what a V8 string can hold; the largest page we know of has 12 MB.
const mostCharacters = 128 * 1024 * 1024

const beginsLikeRow = /^\s*[0-9a-f]{0,16}:(?:[A-Z][^\n]|["[{\d-]|true|false|null)/

/**
 * Reads the React flight payload of a Next.js page: from the page's HTML, where scripts carry it in
 * pieces, or from the bare `text/x-component` body that the same address gives to `RSC: 1`. Nothing
 * of it is run. Takes linear time.
 *
 * @throws SourceError `drift` where there is no payload, `too-large` above 128 Mi characters.
 */
export function readFlight(htmlOrRsc: string): Flight {
  if (htmlOrRsc.length > mostCharacters) {
    const received = `${htmlOrRsc.length} characters`
    throw new SourceError('too-large', { source, expected: 'at most 128 Mi characters', received })
  }
  const defects = collectDefects()
  const rows = resolveRows(readAnyRows(htmlOrRsc, defects), defects)
  if (rows.size === 0) {
    const expected = 'a page with a flight payload (self.__next_f) or __NEXT_DATA__'
    throw new SourceError('drift', { source, expected, received: htmlOrRsc })
  }
  return {
    rows,
    warnings: defects.warnings(),
    find: (predicate: (value: object) => boolean) => findLargest(rows.values(), predicate),
    findAll: <T extends object>(predicate: (value: object) => value is T) =>
      [...walk(rows.values())].filter(predicate),
  }
}

const source = 'next-flight'

function readAnyRows(text: string, defects: Defects): Row[] {
  const body = text.replace(/^\uFEFF/, '')
  if (beginsLikeRow.test(body)) {
    return readRows({ bytes: new TextEncoder().encode(body), starts: [] }, defects)
  }
  const payload = readPushes(body, defects)
  if (payload !== undefined) return readRows(payload, defects)
  const data = readNextData(body)
  return data === undefined ? [] : [data]
}

function findLargest<T extends object>(
  roots: Iterable<FlightValue>,
  predicate: ((value: object) => value is T) | ((value: object) => boolean),
): T | object | undefined {
  let largest: object | undefined
  let most = -1
  for (const value of walk(roots)) {
    if (!predicate(value)) continue
    const size = sizeOf(value)
    if (size > most) [largest, most] = [value, size]
  }
  return largest
}
