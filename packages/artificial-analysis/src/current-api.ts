import type { Defects } from '@inference-report/source'
import { readCount, readGap, readVersion, tellEnvelopes } from './api-envelope.ts'
import { freeShape, proKeys, proShape } from './api-shapes.ts'
import type { RawBoard, RawModel } from './board.ts'
import { createShapeReader, type ShapeReader } from './fields.ts'
import { isRecord, type JsonRecord, readPath } from './record.ts'

/** One answer of the current API, with its rows. */
export interface ApiPage {
  body: JsonRecord
  rows: readonly unknown[]
}

/** A page with its own number, and where it stood among the bodies. */
interface PlacedPage extends ApiPage {
  number: number | undefined
  place: string
}

/**
 * `/api/v2/language/models` and its `/free` shape, from June 2026. Rows come in pages, by id and not by
 * score; null is unknown and 0 is a value; speed is measured with prompts of 10,000 tokens.
 *
 * @see https://artificialanalysis.ai/api/v2/openapi
 */
export function readCurrentApi(pages: readonly ApiPage[], defects: Defects): RawBoard {
  const placed = inOrder(pages)
  const isPro = placed.some(({ rows }) => rows.some(isProRow))
  const reader = createShapeReader(isPro ? proShape : freeShape)
  const { models, read } = readRows(placed, reader, defects)
  reader.tell(read, defects)
  tellEnvelopes(placed, defects)
  return {
    surface: 'api',
    version: readVersion(pages),
    // The default of both tiers, and the only one of the free.
    promptTokens: 10_000,
    models,
    expected: reader.expected,
    partial: readGap(pages),
  }
}

function isProRow(row: unknown): boolean {
  return isRecord(row) && proKeys.some((key) => Object.hasOwn(row, key))
}

/** By page number, else by the rows' ids as the API sorts them: rows that tie keep this order. */
function inOrder(pages: readonly ApiPage[]): PlacedPage[] {
  return pages
    .map((page, index) => ({
      ...page,
      number: readCount(page.body, 'pagination.page'),
      place: pages.length === 1 ? 'data' : `[${index}].data`,
      id: firstId(page.rows),
    }))
    .sort(
      (a, b) =>
        compare(a.number ?? Number.POSITIVE_INFINITY, b.number ?? Number.POSITIVE_INFINITY) ||
        compare(a.id, b.id),
    )
}

function firstId(rows: readonly unknown[]): string {
  let first: string | undefined
  for (const row of rows) {
    const id = readPath(row, 'id')
    if (typeof id === 'string' && (first === undefined || id < first)) first = id
  }
  return first ?? ''
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function readRows(
  pages: readonly PlacedPage[],
  reader: ShapeReader,
  defects: Defects,
): { models: RawModel[]; read: number } {
  const seen = new Map<unknown, string>()
  let read = 0
  const models = pages.flatMap(({ rows, place }) =>
    rows.flatMap((row, index) => {
      const path = `${place}[${index}]`
      const model = reader.read(row, path)
      read += 1
      const { id } = model.fields
      const earlier = typeof id === 'string' ? seen.get(id) : undefined
      if (earlier !== undefined) {
        defects.add('duplicate-row', `The row repeats ${earlier} and was left out.`, path)
        return []
      }
      seen.set(id, path)
      return [model]
    }),
  )
  return { models, read }
}
