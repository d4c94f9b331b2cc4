import { type Defects, isDeepHtml, SourceError } from '@inference-report/source'
import type { RawBoard, RawModel } from './board.ts'
import {
  childElements,
  type DomElement,
  printedText,
  readElements,
  withDescendants,
} from './dom.ts'
import type { FieldName } from './fields.ts'
import { readCell } from './table-cells.ts'
import { type Column, nameColumn, placeColumns } from './table-columns.ts'

const source = 'artificial-analysis'
// The largest table known has 2 MB and some 20 levels. A tree takes time that grows with the square of
// its depth.
const most = { characters: 16 * 1024 * 1024, levels: 2000 } as const

const numbers = [
  'intelligenceIndex',
  'outputTokensPerSecond',
  'priceInputUsdPerMillionTokens',
  'priceOutputUsdPerMillionTokens',
  'priceBlendedUsdPerMillionTokens',
  'costUsdPerTask',
  'contextWindowTokens',
] as const satisfies readonly Column[]

/**
 * The page's table of models, by the heads of its columns; `undefined` where the page has none. Its
 * numbers are rounded, and it shows the models its filters let through. A table of providers has a row
 * for each model at each provider, whose prices and speeds are that provider's own.
 *
 * @throws SourceError `drift` where the table lacks a column we need, or its rows have another width.
 */
export function readTable(html: string, defects: Defects): RawBoard | undefined {
  for (const slice of tablesOf(html)) {
    const rows = readRows(slice)
    const head = rows.findIndex((cells) => cells.some(isScoreHead))
    if (head !== -1) return readBoard(rows, head, defects)
  }
  return undefined
}

/** The slice of each table: a tree of the whole page would take a hundred times as long. */
function* tablesOf(html: string): Generator<string> {
  let start = html.indexOf('<table')
  while (start !== -1) {
    const end = html.indexOf('</table', start)
    const slice = html.slice(start, end === -1 ? undefined : end)
    if (/intelligence/i.test(slice)) yield slice
    start = end === -1 ? -1 : html.indexOf('<table', end)
  }
}

function readRows(slice: string): DomElement[][] {
  if (slice.length > most.characters || isDeepHtml(slice, most.levels)) {
    const expected = `a table of at most ${most.characters} characters and ${most.levels} levels`
    throw new SourceError('too-large', { source, expected })
  }
  return readElements(slice)
    .filter(({ name }) => name === 'tr')
    .map((row) => childElements(row, 'td', 'th'))
}

function isScoreHead(cell: DomElement): boolean {
  return cell.name === 'th' && nameColumn(printedText(cell))?.column === 'intelligenceIndex'
}

function readBoard(rows: readonly DomElement[][], head: number, defects: Defects): RawBoard {
  const heads = (rows[head] ?? []).map(printedText)
  const places = placeColumns(heads, defects)
  const body = rows.slice(head + 1)
  const models = body.flatMap((cells, index): RawModel[] => {
    const path = `row ${index}`
    if (cells.length === heads.length) return [readRow(cells, places, path)]
    // A cell too few or too many, and a number may stand under another head.
    defects.add('row-unusable', 'The row has not a cell for each column; it was left out.', path)
    return []
  })
  if (models.length > 0) {
    return {
      surface: places.has('provider') ? 'providers' : 'table',
      models,
      expected: [
        ...numbers.filter((field) => places.has(field)),
        ...(places.has('creator') ? (['organization'] as const) : []),
      ],
    }
  }
  throw new SourceError(body.length > 0 ? 'drift' : 'empty', {
    source,
    expected: `rows of ${heads.length} cells`,
    received: body.slice(0, 2).map((cells) => cells.map(printedText)),
  })
}

function readRow(
  cells: readonly DomElement[],
  places: ReadonlyMap<Column, number>,
  path: string,
): RawModel {
  const cellOf = (column: Column) => cells[places.get(column) ?? -1]
  const fields: Partial<Record<FieldName, unknown>> = {}
  for (const field of numbers) {
    const cell = cellOf(field)
    if (cell !== undefined) fields[field] = readCell(printedText(cell), field)
  }
  const [model, creator, provider] = [cellOf('model'), cellOf('creator'), cellOf('provider')]
  const host = provider && (printedText(provider) || readLogo(provider))
  const slug = readSlug(cells)
  // Without its provider a row of theirs has no id: several have one model.
  const isKnown = slug !== undefined && (provider === undefined || host !== undefined)
  if (isKnown) fields.id = host === undefined ? slug : `${slug}/${host}`
  fields.name = model && printedText(model)
  fields.organization = creator === undefined ? model && readLogo(model) : printedText(creator)
  return { path, fields }
}

/** `'Acme'`, of an image that says `Acme logo`. */
function readLogo(cell: DomElement): string | undefined {
  const image = withDescendants(cell).find(({ name }) => name === 'img')
  const name = image?.attribs['alt']?.replace(/\s+logo$/i, '').trim()
  return name === '' ? undefined : name
}

/** The only id a row has: what its links lead to. */
function readSlug(cells: readonly DomElement[]): string | undefined {
  for (const element of cells.flatMap(withDescendants)) {
    const slug = /\/models\/([^/?#\s]+)/.exec(element.attribs['href'] ?? '')?.[1]
    if (slug !== undefined) return slug
  }
  return undefined
}
