import type { DataTable, TableCell, TableColumn } from '../data-table.ts'
import { externalLink } from './link.ts'
import { stateBadge } from './state.ts'
import type { Html, HtmlValue } from './template.ts'
import { html } from './template.ts'

/** A table in a box that scrolls by itself, so that the page never does. */
export function tableHtml(table: DataTable, rowAnchor?: (id: string) => string): Html {
  return html`<div class="scroll" role="group" aria-label="${table.caption}" tabindex="0">
<table>
<caption>${table.caption}</caption>
<thead><tr>${table.columns.map(headHtml)}</tr></thead>
<tbody>
${table.rows.map(({ id, cells }) => {
  const row = table.columns.map((column, index) => cellHtml(column, cells[index]))
  return id === undefined || rowAnchor === undefined
    ? html`<tr>${row}</tr>\n`
    : html`<tr id="${rowAnchor(id)}">${row}</tr>\n`
})}</tbody>
</table>
</div>`
}

function headHtml({ label, align }: TableColumn): Html {
  return html`<th scope="col" class="${align}">${label}</th>`
}

function cellHtml({ align, namesRow }: TableColumn, cell: TableCell | undefined): Html {
  const content = cell === undefined ? '' : contentHtml(cell)
  return namesRow === true
    ? html`<th scope="row" class="${align}">${content}</th>`
    : html`<td class="${align}">${content}</td>`
}

function contentHtml({ text, label, url, state }: TableCell): HtmlValue {
  if (state !== undefined) return stateBadge(state, text)
  if (url !== undefined) return externalLink(url, text || url)
  // A sign that is read as words: assistive technology honours a label only on a role that has one.
  if (label !== undefined) return html`<span role="img" aria-label="${label}">${text}</span>`
  return text
}
