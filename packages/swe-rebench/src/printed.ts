import { collectDefects, type Defects, SourceError } from '@inference-report/source'
import { type DomElement, readElements } from './dom.ts'
import type { Row } from './row.ts'
import { readTable } from './table.ts'
import { type PrintedWindow, readPrintedWindow } from './window.ts'

/** The table as the page prints it, or why there is none. */
export interface Printed {
  rows: Row[] | undefined
  window: PrintedWindow | undefined
  defects: Defects
  failure: SourceError | undefined
}

/** What a reader of the page sees of its board. */
export function readPrinted(html: string): Printed {
  const defects = collectDefects()
  const elements: DomElement[] = isMarkup(html) ? readElements(html) : []
  const window = readPrintedWindow(elements)
  try {
    return { rows: readTable(elements, defects), window, defects, failure: undefined }
  } catch (error) {
    if (!SourceError.is(error)) throw error
    return { rows: undefined, window, defects, failure: error }
  }
}

/** Not the bare payload, in whose texts tables may stand that are none of the page's. */
export function isMarkup(html: string): boolean {
  return !/^\s*[0-9a-f]{0,16}:/.test(html)
}
