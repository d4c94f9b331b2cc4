import type { CheerioAPI } from 'cheerio/slim'
import { type Part, selectors } from './selectors.ts'

/** One node of the page in cheerio's wrapping. */
export type Element = ReturnType<ReturnType<CheerioAPI['root']>['contents']>

/** Reads the parts of one row, and notes in `late` which were found at an outdated place. */
export interface RowReader {
  $: CheerioAPI
  row: Element
  late: Map<Part, string>
}

/** The first valid value over the candidates of a part, in their order. */
export function readPart<T>(
  reader: RowReader,
  part: Part,
  read: (element: Element) => T | undefined,
): T | undefined {
  for (const [position, selector] of selectors[part].entries()) {
    for (const node of reader.row.find(selector).toArray()) {
      const value = read(reader.$(node))
      if (value === undefined) continue
      if (position > 0 && !reader.late.has(part)) reader.late.set(part, selector)
      return value
    }
  }
  return undefined
}
