import type { SourceState } from '@inference-report/issue'

/** One table of an issue, ready to be drawn as HTML, Markdown or text. */
export interface DataTable {
  caption: string
  columns: TableColumn[]
  rows: TableRow[]
}

export interface TableColumn {
  label: string
  /** Numbers stand at the end. */
  align: 'start' | 'end'
  /** True for the one column that names its row. */
  namesRow?: boolean | undefined
}

export interface TableRow {
  /** Of the item or source that is drawn, where the row is the place to link to. */
  id?: string | undefined
  cells: TableCell[]
}

export interface TableCell {
  text: string
  /** What a screen reader says for a sign, e.g. `'unknown'` for `–`. */
  label?: string | undefined
  url?: string | undefined
  state?: SourceState | undefined
}

/** A value the source does not give. */
export const unknownCell: TableCell = { text: '–', label: 'unknown' }

/** A cell of `text`, or of `–`. */
export function cellOf(text: string | undefined): TableCell {
  return text === undefined || text === '' ? unknownCell : { text }
}
