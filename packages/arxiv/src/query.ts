/** When a paper's first version was submitted. Both ends belong to the window. */
export interface SubmittedWindow {
  /** ISO 8601 UTC, or a day for its midnight, e.g. `'2026-01-01T00:00:00Z'`, `'2026-01-01'`. */
  from: string
  /** ISO 8601 UTC, or a day for the midnight that ends it, e.g. `'2026-02-01T00:00:00Z'`, `'2026-01-31'`. */
  to: string
}

/**
 * A search of the query API as data: one term, or several joined. An object has exactly one key.
 * Several words are a phrase, one word may hold `*` and `?`; upper and lower case count only in `cat`.
 *
 * @see https://info.arxiv.org/help/api/user-manual.html#query_details
 */
export type Query =
  /** In the title, e.g. `{ ti: 'mutation testing' }`. */
  | { ti: string }
  /** An author, e.g. `{ au: 'Vale' }`, `{ au: 'René Vale' }`. */
  | { au: string }
  /** In the abstract. */
  | { abs: string }
  /** In the author's comment, e.g. `{ co: 'ICSE' }`. */
  | { co: string }
  /** In the journal reference. */
  | { jr: string }
  /** A category of the paper, its first or another, e.g. `{ cat: 'cs.SE' }`, `{ cat: 'cs.*' }`. */
  | { cat: string }
  /** A report number. */
  | { rn: string }
  /** An identifier; `fetchPapers` is the better way. */
  | { id: string }
  /** DOI of the published article. */
  | { doi: string }
  /** Anywhere. */
  | { all: string }
  | { submittedDate: SubmittedWindow }
  /** All of these. */
  | { and: readonly Query[] }
  /** One of these at least. */
  | { or: readonly Query[] }
  /** The first, without those that the second finds. */
  | { andnot: readonly [Query, Query] }

/** Fields that are searched for a text. */
export type QueryField = 'ti' | 'au' | 'abs' | 'co' | 'jr' | 'cat' | 'rn' | 'id' | 'doi' | 'all'

/** The names of `QueryField`, by the prefixes arXiv reads. */
export const queryPrefixes: ReadonlyMap<string, QueryField> = new Map([
  ['ti', 'ti'],
  ['title', 'ti'],
  ['au', 'au'],
  ['abs', 'abs'],
  ['co', 'co'],
  ['jr', 'jr'],
  ['cat', 'cat'],
  ['rn', 'rn'],
  ['id', 'id'],
  ['doi', 'doi'],
  ['all', 'all'],
])

/** Deeper queries are refused: nobody writes them, and arXiv's own parser recurses. */
export const mostQueryLevels = 100

/** A query that searches one field. */
export function queryOf(field: QueryField, text: string): Query {
  switch (field) {
    case 'ti':
      return { ti: text }
    case 'au':
      return { au: text }
    case 'abs':
      return { abs: text }
    case 'co':
      return { co: text }
    case 'jr':
      return { jr: text }
    case 'cat':
      return { cat: text }
    case 'rn':
      return { rn: text }
    case 'id':
      return { id: text }
    case 'doi':
      return { doi: text }
    case 'all':
      return { all: text }
  }
}
