import { cleanText } from '../clean-text.ts'
import type { DataTable, TableColumn } from '../data-table.ts'
import { linkUrl } from '../link-url.ts'
import { textWidth } from './width.ts'
import { pageWidth, wrapText } from './wrap.ts'

const gap = '  '

interface SizedColumn {
  column: TableColumn
  index: number
  width: number
}

/**
 * Aligned columns under the caption. What does not fit beside the rows' names follows in a further
 * table of the same rows.
 */
export function tableText(table: DataTable): string[] {
  const sized = table.columns.map((column, index) => ({
    column,
    index,
    width: columnWidth(table, column, index),
  }))
  const lines = columnGroups(sized).flatMap((group) => ['', ...gridText(table, group)])
  return [...wrapText(table.caption), ...lines]
}

/** Where each row can be checked: the addresses, each once, after the name of their first row. */
export function rowLinks({ columns, rows }: DataTable): string[] {
  const naming = columns.findIndex(({ namesRow }) => namesRow)
  const names = new Map<string, string>()
  for (const { cells } of rows) {
    const cell = cells[naming]
    const url = cell?.url && linkUrl(cell.url)
    if (cell !== undefined && url && !names.has(url)) names.set(url, cell.text)
  }
  if (names.size === 1) return [...names.keys()]
  return [...names].flatMap(([url, name]) => [...wrapText(name), `  ${url}`])
}

function columnWidth(table: DataTable, { label, namesRow }: TableColumn, index: number): number {
  const widths = table.rows.map(({ cells }) => textWidth(cleanText(cells[index]?.text ?? '')))
  const natural = widths.reduce((a, b) => Math.max(a, b), textWidth(cleanText(label)))
  return Math.max(1, Math.min(natural, namesRow === true ? 30 : 20))
}

function columnGroups(columns: readonly SizedColumn[]): SizedColumn[][] {
  const naming = columns.findIndex(({ column }) => column.namesRow)
  const keys = columns.slice(0, naming + 1)
  const groups: SizedColumn[][] = []
  let group = [...keys]
  for (const column of columns.slice(naming + 1)) {
    if (group.length > keys.length && totalWidth([...group, column]) > pageWidth) {
      groups.push(group)
      group = [...keys]
    }
    group.push(column)
  }
  return [...groups, group]
}

function totalWidth(columns: readonly SizedColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, gap.length * (columns.length - 1))
}

function gridText({ rows }: DataTable, group: readonly SizedColumn[]): string[] {
  return [
    ...rowText(group, (index) => group.find((sized) => sized.index === index)?.column.label ?? ''),
    '-'.repeat(totalWidth(group)),
    ...rows.flatMap(({ cells }) => rowText(group, (index) => cells[index]?.text ?? '')),
  ]
}

function rowText(group: readonly SizedColumn[], textAt: (index: number) => string): string[] {
  const cells = group.map(({ index, width }) => wrapText(textAt(index), width))
  const height = cells.reduce((most, lines) => Math.max(most, lines.length), 1)
  return Array.from({ length: height }, (_, at) =>
    group
      .map(({ column, width }, index) => pad(cells[index]?.[at] ?? '', width, column.align))
      .join(gap)
      .trimEnd(),
  )
}

function pad(text: string, width: number, align: TableColumn['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)))
  return align === 'end' ? blanks + text : text + blanks
}
