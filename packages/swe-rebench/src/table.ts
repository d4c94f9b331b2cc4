import { cutText, type Defects, SourceError } from '@inference-report/source'
import { readCell, type Shape } from './cell.ts'
import { type Column, nameColumn, placeColumns } from './columns.ts'
import { childElements, type DomElement } from './dom.ts'
import { tellMissingColumns } from './missing-columns.ts'
import { readFlags, readModelCell } from './model-cell.ts'
import type { Row } from './row.ts'
import { printedText, spacedText } from './text.ts'
import { suspectUnits } from './units.ts'
import { checkValues } from './values.ts'

// The table prints its units: so few rows may be as they are.
const fewestJudged = 5

interface TableRow {
  element: DomElement
  cells: DomElement[]
}

/**
 * The rows of the page's table, by the heads of its columns; `undefined` where the page has no table.
 *
 * @throws SourceError `drift` where a table has not the columns we need, or rows of another width.
 */
export function readTable(elements: readonly DomElement[], defects: Defects): Row[] | undefined {
  const tables = elements.filter(({ name }) => name === 'table').map(rowsOf)
  const table = tables.find((rows) => findHead(rows) !== -1) ?? tables[0]
  if (table === undefined) return undefined
  const start = Math.max(findHead(table), 0)
  const heads = (table[start]?.cells ?? []).map(headOf)
  const places = placeColumns(heads, defects)
  const body = table.slice(start + 1)
  const rows = body.flatMap(({ element, cells }, index) => {
    // A cell too few or too many, and a number may stand under another head.
    const row =
      cells.length === heads.length ? readRow(element, cells, places, index, defects) : undefined
    if (row === undefined) {
      defects.add(
        'row-unusable',
        'The row has no name, or not a cell a column; it was left out.',
        `row ${index}`,
      )
    }
    return row ?? []
  })
  const suspects = suspectUnits(
    rows.map(({ values }) => values),
    defects,
    fewestJudged,
  )
  tellMissingColumns(rows, places, defects)
  const isReadable =
    !isUnreadable(body, heads, places) && !isUnscored(rows) && !suspects.has('resolvedPercent')
  if (rows.length > 0 && isReadable) return rows.map((row) => without(row, suspects))
  throw new SourceError(body.some(({ cells }) => cells.length > 1) ? 'drift' : 'empty', {
    source: 'swe-rebench',
    expected: `rows of ${heads.length} cells with a name and a rate such as 62.7%`,
    received: body.slice(0, 2).map(({ cells }) => cells.map(spacedText)),
  })
}

function without(row: Row, columns: ReadonlySet<string>): Row {
  if (columns.size === 0) return row
  const values = Object.entries(row.values).filter(([key]) => !columns.has(key))
  return { ...row, values: Object.fromEntries(values) }
}

/** Whether rows have values, but none a rate: a model without results in the window has none at all. */
function isUnscored(rows: readonly Row[]): boolean {
  return (
    rows.some(({ values }) => Object.keys(values).length > 0) &&
    !rows.some(({ values }) => 'resolvedPercent' in values)
  )
}

/** Whether no resolved rate is of the shape we know, not even N/A: then the cells have changed. */
function isUnreadable(
  body: readonly TableRow[],
  heads: readonly string[],
  places: ReadonlyMap<Column, number>,
): boolean {
  const cells = body
    .filter((row) => row.cells.length === heads.length)
    .flatMap((row) => row.cells[places.get('resolved') ?? -1] ?? [])
  return cells.every((cell) => readCell(spacedText(cell), 'resolved') === undefined)
}

/** The first row that names both columns we need; there may be a row of groups above it. */
function findHead(rows: readonly TableRow[]): number {
  return rows.findIndex(({ cells }) => {
    const columns = cells.map((cell) => nameColumn(headOf(cell))?.column)
    return columns.includes('model') && columns.includes('resolved')
  })
}

function rowsOf(table: DomElement): TableRow[] {
  const parts = childElements(table, 'thead', 'tbody', 'tfoot')
  return [...parts.flatMap((part) => childElements(part, 'tr')), ...childElements(table, 'tr')].map(
    (element) => ({ element, cells: childElements(element, 'th', 'td') }),
  )
}

/** A head as the page prints it; its words may stand in an element each, without a space between. */
function headOf(cell: DomElement): string {
  const printed = printedText(cell)
  return nameColumn(printed) === undefined ? spacedText(cell) : printed
}

function readRow(
  element: DomElement,
  cells: readonly DomElement[],
  places: ReadonlyMap<Column, number>,
  index: number,
  defects: Defects,
): Row | undefined {
  const path = `row ${index}`
  const cellOf = (column: Column) => cells[places.get(column) ?? -1]
  const read = (column: Column, shape: Shape) => {
    const cell = cellOf(column)
    const text = cell === undefined ? '' : spacedText(cell)
    const numbers = readCell(text, shape)
    if (numbers === undefined) {
      const message = `The ${column} cell "${cutText(text, 80)}" is not read as ${shape}.`
      defects.add('value-unreadable', message, path)
    }
    return numbers ?? []
  }
  const model = cellOf('model')
  const named = model && readModelCell(model, path, defects)
  if (named === undefined) return undefined
  const { name, labels } = named
  const [resolvedPercent, semOfCaption] = read('resolved', 'resolved')
  const [tokensPerProblem, cachedOfCaption] = read('tokens', 'tokens')
  const [semPercent] = read('sem', 'percent')
  const [passAt5Percent] = read('passAt5', 'percent')
  const [costUsdPerProblem] = read('cost', 'dollars')
  const [cachedTokensPercent] = read('cached', 'percent')
  const found = {
    resolvedPercent,
    semPercent: semPercent ?? semOfCaption,
    passAt5Percent,
    costUsdPerProblem,
    tokensPerProblem,
    cachedTokensPercent: cachedTokensPercent ?? cachedOfCaption,
  }
  const flags = readFlags(element, labels, path, defects)
  const kind = flags.includes('external') ? 'agent' : 'model'
  return { path, name, kind, values: checkValues(found, path, defects), flags }
}
