import { type Defects, SourceError } from '@inference-report/source'
import type { RawBoard, RawModel } from './board.ts'
import { type JsonRecord, readPath } from './record.ts'

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
  return {
    surface: 'api',
    version: readVersion(pages),
    models: readRows(inOrder(pages), defects),
    partial: readGap(pages),
  }
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

function readVersion(pages: readonly ApiPage[]): string | undefined {
  const versions = new Set(
    pages.flatMap(({ body }) => {
      const version = readPath(body, 'intelligence_index_version')
      const text = typeof version === 'number' || typeof version === 'string' ? `${version}` : ''
      return /^\d+(\.\d+)*$/.test(text) ? [text] : []
    }),
  )
  if (versions.size < 2) return [...versions][0]
  throw new SourceError('drift', {
    source: 'artificial-analysis',
    expected: 'pages of one version of the index',
    received: [...versions].join(' and '),
  })
}

function readRows(pages: readonly PlacedPage[], defects: Defects): RawModel[] {
  const seen = new Map<unknown, string>()
  return pages.flatMap(({ rows, place }) =>
    rows.flatMap((row, index) => {
      const path = `${place}[${index}]`
      const model = readRow(row, path)
      const earlier = typeof model.id === 'string' ? seen.get(model.id) : undefined
      if (earlier !== undefined) {
        defects.add('duplicate-row', `The row repeats ${earlier} and was left out.`, path)
        return []
      }
      seen.set(model.id, path)
      return [model]
    }),
  )
}

function readRow(row: unknown, path: string): RawModel {
  return {
    path,
    id: readPath(row, 'id'),
    name: readPath(row, 'name'),
    organization: readPath(row, 'model_creator.name'),
    releasedOn: readPath(row, 'release_date'),
    openWeights: readPath(row, 'licensing.is_open_weights'),
    deprecated: readPath(row, 'deprecated'),
    values: {
      intelligenceIndex: readPath(row, 'evaluations.artificial_analysis_intelligence_index'),
      outputTokensPerSecond: readPath(row, 'performance.median_output_tokens_per_second'),
      priceInputUsdPerMillionTokens: readPath(row, 'pricing.price_1m_input_tokens'),
      priceOutputUsdPerMillionTokens: readPath(row, 'pricing.price_1m_output_tokens'),
      priceBlendedUsdPerMillionTokens: readPath(row, 'pricing.price_1m_blended_3_to_1'),
      costUsdPerTask: readPath(
        row,
        'artificial_analysis_intelligence_index_cost.cost_per_task.total_cost',
      ),
      contextWindowTokens: readPath(row, 'context_window_tokens'),
    },
  }
}

/** Why the pages are not the whole board; `undefined` where they are. */
function readGap(pages: readonly ApiPage[]): string | undefined {
  const numbers = new Set<number>()
  let unnumbered = 0
  let total = 1
  for (const { body } of pages) {
    const number = readCount(body, 'pagination.page')
    if (number === undefined) unnumbered += 1
    else numbers.add(number)
    total = Math.max(total, number ?? 1, readCount(body, 'pagination.total_pages') ?? 1)
  }
  const read = Math.min(numbers.size + unnumbered, total)
  if (read < total) return `${read} of ${total} pages`
  // Only the last page says whether there are more; one without a number may be any.
  const last = pages.filter(({ body }) => (readCount(body, 'pagination.page') ?? total) === total)
  const isOpen = last.every(({ body }) => readPath(body, 'pagination.has_more') === true)
  return isOpen ? `${read} pages, and the last one says that there are more` : undefined
}

/** How many pages the source says there are. */
export function readTotalPages(body: unknown): number {
  return readCount(body, 'pagination.total_pages') ?? 1
}

function readCount(body: unknown, path: string): number | undefined {
  const count = readPath(body, path)
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 1 ? count : undefined
}
