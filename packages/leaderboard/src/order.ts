import type { Entry } from './snapshot.ts'

/** By code units, which no machine's language changes. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The rows of a snapshot by id, best ranked first, tied ones by name, unranked ones last: an order
 * that does not depend on the one they were given in. In a snapshot that uses an id twice, its first
 * row in this order stands for it.
 */
export function rowsById(entries: readonly Entry[]): Map<string, Entry> {
  const rows = new Map<string, Entry>()
  for (const entry of entries.toSorted(inOrder)) if (!rows.has(entry.id)) rows.set(entry.id, entry)
  return rows
}

function inOrder(a: Entry, b: Entry): number {
  const [first, second] = [a, b].map(({ rank }) => rank ?? Number.POSITIVE_INFINITY)
  if (first !== second) return (first ?? 0) < (second ?? 0) ? -1 : 1
  return (
    byText(a.name, b.name) || byText(a.id, b.id) || byText(JSON.stringify(a), JSON.stringify(b))
  )
}
