import type { FeedInput } from './record.ts'

export type Comparison =
  /** Plain text; white space collapsed. */
  | 'text'
  /** HTML: the same elements, attributes and text. */
  | 'html'
  /** HTML without an element or attribute that the expected HTML lacks; it may have fewer. */
  | 'html-at-most'
  /** The same address, by WHATWG. */
  | 'url'
  /** The same second. */
  | 'instant'
  | 'exact'
  /** BCP 47, whose case means nothing. */
  | 'language'
  /** The same people in the same order; only what the corpus knows of each is compared. */
  | 'people'
  /** One line that names all of these people. */
  | 'byline'
  /** The same set of terms, without case. */
  | 'terms'
  /** One medium with this address, type and length is there. */
  | 'medium'
  /** Any value. */
  | 'present'
  /** The length is one of these. */
  | 'count'
  /** One of these texts. */
  | 'one-of'

export interface Check {
  /** A path into the record, e.g. `items.0.title`; see `readField` for the derived ones. */
  field: string
  compare: Comparison
  /** `undefined`, `null` and `''` all mean: nothing. */
  expected: unknown
}

/** What a corpus asserts and the record does not hold on purpose. */
export interface OutOfScope {
  path: string
  reason: string
}

export interface Case {
  /** The file's path inside the corpus, or the vector's name. */
  file: string
  input: FeedInput | { date: string }
  checks: Check[]
  outOfScope: OutOfScope[]
  /** No feed of a format in question: whether it is refused is nobody's failure. */
  mayThrow?: boolean | undefined
  /** The corpus says that this is no feed: refusing it is right, and reading it is wrong. */
  mustThrow?: boolean | undefined
}

export interface Corpus {
  name: string
  cases: Case[]
}
