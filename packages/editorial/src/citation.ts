import type { Fact } from '@inference-report/issue'
import type { CitableItem } from './citable-item.ts'

/** An item that can stand in a sentence by its title. */
export interface Citation {
  id: string
  /** In quotation marks. */
  title: string
  outlet?: string | undefined
}

const longest = 140

/** The first items a fact was counted from that have a title fit to print, each of another outlet. */
export function citations(
  fact: Fact,
  items: ReadonlyMap<string, CitableItem>,
  limit: number,
): Citation[] {
  return citeSome(
    fact.inputs.flatMap((id) => items.get(id) ?? []),
    limit,
  )
}

/** At most `limit` items with a title fit to print, each of another outlet where outlets are known. */
export function citeSome(items: Iterable<CitableItem>, limit: number): Citation[] {
  const chosen: Citation[] = []
  const outlets = new Set<string>()
  for (const { id, title, outlet } of items) {
    const printed = title === undefined ? undefined : quoted(title)
    const source = outlet?.trim().replace(/\s+/g, ' ')
    if (printed === undefined || (source !== undefined && outlets.has(source))) continue
    if (source !== undefined) outlets.add(source)
    chosen.push({ id, title: printed, ...(source ? { outlet: source } : {}) })
    if (chosen.length === limit) break
  }
  return chosen
}

// Marks inside a title become single ones, or the quotation would seem to end there.
function quoted(title: string): string | undefined {
  const line = title
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[“”„"«»「」]/g, '’')
  const isFit = line !== '' && line.length <= longest && line.isWellFormed()
  return isFit && !/\p{Cc}|:\/\/|www\./iu.test(line) ? `“${line}”` : undefined
}

/** A sentence that ends with a quotation: `… “Who pays?”` and `… “The bill”.` */
export function ended(text: string): string {
  return /[.?!…]”$/.test(text) ? text : `${text}.`
}
