import { SourceError, type Warning } from '@inference-report/source'
import { collectDefects, type Defects } from './defects.ts'
import type { FlightValue } from './flight-value.ts'
import { readNextData } from './next-data.ts'
import { readPushes } from './pushes.ts'
import { createResolver, type Resolver } from './resolve.ts'
import { type Row, readRows, textOf } from './rows.ts'
import { sizeOf, walk } from './walk.ts'

/** Narrows a search. */
export interface FindOptions {
  /**
   * Only rows whose text holds this are parsed, and what they refer to: on a large page that saves most
   * of the work. JSON as the server wrote it, e.g. `'"rangeStats"'`. A match whose own row lacks it is
   * not found.
   */
  containing?: string | undefined
  /**
   * Searches the rows as the server wrote them: `$undefined`, `$$5` and references such as
   * `$7:props:items` are the strings they are, and nothing within a match is looked at. On a page of
   * 12 MB resolving takes longer than parsing. Gives the first match, not the largest. Of `find` only,
   * and for the first search of a page: what others have resolved stays so.
   */
  raw?: boolean | undefined
}

/** The data of a Next.js page. Rows are parsed when they are first asked for. */
export interface Flight {
  /**
   * Rows by id, in document order, references resolved. An object that several references lead to is
   * one object here too. The data of the older Pages Router are one row, `__NEXT_DATA__`.
   */
  readonly rows: ReadonlyMap<string, FlightValue>
  /** Defects that were worked around, anywhere in the page. */
  readonly warnings: Warning[]
  /**
   * The largest object or array, anywhere in the page, that the predicate accepts: the longest array,
   * or the object with most keys. The first one where two are equal.
   *
   * @example
   * flight.find((value) => Array.isArray(value) && Object.hasOwn(value[0] ?? {}, 'score'))
   */
  find<T extends object>(
    predicate: (value: object) => value is T,
    options?: FindOptions,
  ): T | undefined
  find(predicate: (value: object) => boolean, options?: FindOptions): object | undefined
  /** All that the predicate accepts, in document order, an outer one before what it holds. */
  findAll<T extends object>(predicate: (value: object) => value is T, options?: FindOptions): T[]
  findAll(predicate: (value: object) => boolean, options?: FindOptions): object[]
  /** Defects of what was read until now: those of the payload, and of the rows that searches parsed. */
  warningsSoFar(): Warning[]
}

const source = 'next-flight'
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
  const resolver = createResolver(readAnyRows(htmlOrRsc, defects), defects)
  if (!resolver.rows.some(resolver.isData)) {
    const expected = 'a page with a flight payload (self.__next_f) or __NEXT_DATA__'
    throw new SourceError('drift', { source, expected, received: htmlOrRsc })
  }
  let rows: Map<string, FlightValue> | undefined
  const readAll = (): Map<string, FlightValue> => {
    rows ??= new Map(
      resolver.rows.filter(resolver.isData).map((row) => [row.id, resolver.value(row)]),
    )
    return rows
  }
  return {
    get rows() {
      return readAll()
    },
    get warnings() {
      readAll()
      return defects.warnings()
    },
    warningsSoFar: () => defects.warnings(),
    find: (predicate: (value: object) => boolean, options: FindOptions = {}) =>
      options.raw === true
        ? findRaw(rowsOf(resolver, options).filter(hasJson).map(resolver.parsed), predicate)
        : findLargest(walk(valuesOf(resolver, options), resolver), predicate),
    findAll: <T extends object>(
      predicate: (value: object) => value is T,
      options: FindOptions = {},
    ) => [...walk(valuesOf(resolver, options), resolver)].filter(predicate),
  }
}

// All before the first is looked at: a later row may refer to what an earlier one holds.
function valuesOf(resolver: Resolver, options: FindOptions): FlightValue[] {
  return rowsOf(resolver, options).map(resolver.value)
}

function rowsOf(resolver: Resolver, { containing }: FindOptions): Row[] {
  return resolver.rows.filter((row) => {
    if (row.kind === 'text' || containing === undefined) return row.kind !== 'text'
    // It may be cut in two as well.
    return (
      row.pieces.some((piece) => piece.includes(containing)) || textOf(row).includes(containing)
    )
  })
}

function readAnyRows(text: string, defects: Defects): Row[] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (beginsLikeRow.test(body)) {
    return readRows({ parts: [body], isBytes: false }, defects)
  }
  const payload = readPushes(body, defects)
  const rows = payload === undefined ? [] : readRows(payload, defects)
  // A page of the older router may still load a script that begins a payload, and pushes nothing.
  const data = rows.length === 0 ? readNextData(body) : undefined
  return data === undefined ? rows : [data]
}

function hasJson({ kind }: Row): boolean {
  return kind === 'model' || kind === 'json'
}

function findRaw(
  roots: readonly unknown[],
  predicate: (value: object) => boolean,
): object | undefined {
  const stack = roots.toReversed()
  while (stack.length > 0) {
    const value = stack.pop()
    if (typeof value !== 'object' || value === null) continue
    if (predicate(value)) return value
    for (const child of Object.values(value).reverse()) stack.push(child)
  }
  return undefined
}

function findLargest<T extends object>(
  values: Iterable<object>,
  predicate: ((value: object) => value is T) | ((value: object) => boolean),
): T | object | undefined {
  let largest: object | undefined
  let most = -1
  for (const value of values) {
    if (!predicate(value)) continue
    const size = sizeOf(value)
    if (size > most) [largest, most] = [value, size]
  }
  return largest
}
