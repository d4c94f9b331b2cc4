import type { Defects } from '@inference-report/source'
import { joinTexts } from './collapse.ts'
import { type DomElement, type DomText, walk } from './dom.ts'
import type { PageRow, PageRows } from './page-rows.ts'
import type { Part } from './selectors.ts'

/** Reads the parts of one row, and keeps account of what was read. */
export interface RowReader {
  /** Position on the page, from 1. */
  rank: number
  row: PageRow
  page: PageRows
  /** The texts that some part is made of: none is two parts at once. */
  claimed: Set<DomText>
  /** Outdated places that were read, by part. */
  late: Map<Part, string>
  defects: Defects
}

type Sharing = 'whole' | 'rest'

/** One element of a row, as candidates are judged by it. */
export interface Candidate {
  element: DomElement
  /** One line, without what icons and dialogs hold. */
  text: string
}

/**
 * The first valid value over the candidates of a part, in their order. A text that another part is made
 * of is not read again. Where markup is outdated or unknown, two values that differ are none.
 *
 * @param sharing Which places hold several parts: `'whole'` in one text, as the line of 2015 does, or in
 * texts of their own, of which the `'rest'` is this part's.
 */
export function readPart<T>(
  reader: RowReader,
  part: Part,
  candidates: readonly string[],
  read: (candidate: Candidate) => T | undefined,
  sharing: Readonly<Record<string, Sharing>> = {},
): T | undefined {
  for (const [position, selector] of candidates.entries()) {
    const valid = readCandidates(reader, selector, read, sharing[selector])
    const [first] = valid
    if (first === undefined) continue
    if (position > 0) {
      if (valid.some(({ value }) => JSON.stringify(value) !== JSON.stringify(first.value))) continue
      if (!reader.late.has(part)) reader.late.set(part, selector)
    }
    for (const text of first.texts) reader.claimed.add(text)
    return first.value
  }
  return undefined
}

function readCandidates<T>(
  reader: RowReader,
  selector: string,
  read: (candidate: Candidate) => T | undefined,
  sharing: Sharing | undefined,
): { value: T; texts: DomText[] }[] {
  return reader.page.find(reader.row, selector).flatMap((element) => {
    const all = walk(element).texts
    const texts = sharing === 'rest' ? all.filter((text) => !reader.claimed.has(text)) : all
    if (sharing === undefined && texts.some((text) => reader.claimed.has(text))) return []
    const value = read({ element, text: joinTexts(texts) })
    return value === undefined ? [] : [{ value, texts }]
  })
}

/** What the row shows beside its parts, one line each. */
export function unreadTexts({ row, claimed }: RowReader): string[] {
  return row.texts.filter((text) => !claimed.has(text)).flatMap((text) => joinTexts([text]) || [])
}

/** Where a warning about a row points, e.g. `'rows[rank=3].stars'`. */
export function rowPath(rank: number, part?: string | undefined): string {
  return part === undefined ? `rows[rank=${rank}]` : `rows[rank=${rank}].${part}`
}

/** Tells what is wrong with a part of the row. */
export function tell(
  { rank, defects }: RowReader,
  code: string,
  part: string | undefined,
  message: string,
): void {
  defects.add(code, `Row ${rank}: ${message}`, rowPath(rank, part))
}
