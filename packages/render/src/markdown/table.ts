import type { DataTable, TableCell } from '../data-table.ts'
import { markdownInline, markdownLink } from './escape.ts'

/** A GitHub table under its caption. */
export function tableMarkdown({ caption, columns, rows }: DataTable): string {
  return [
    `*${markdownInline(caption)}*`,
    '',
    line(columns.map(({ label }) => markdownInline(label))),
    line(columns.map(({ align }) => (align === 'end' ? '---:' : ':---'))),
    ...rows.map(({ cells }) => line(cells.map(cellMarkdown))),
  ].join('\n')
}

function cellMarkdown({ text, url }: TableCell): string {
  return url === undefined ? markdownInline(text) : markdownLink(text, url)
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
