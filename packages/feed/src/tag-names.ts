import { ownText } from './characters.ts'
import type { ElementKind } from './element-kinds.ts'
import type { Scope } from './namespaces.ts'

/** A tag's name in one spelling. One object per spelling, so that all about it is worked out once. */
export class TagName {
  readonly spelling: string
  /** In lower case, prefix kept. */
  readonly name: string
  /** What a start tag and an end tag of it begin with. */
  readonly opening: string
  readonly closing: string
  readonly hash: number
  /** What it was read as in the scope it was met in last. */
  kind: ElementKind | undefined = undefined
  scope: Scope | undefined = undefined
  /** The tags that came after it the last two times they were not foreseen. */
  next: TagAhead | undefined = undefined
  other: TagAhead | undefined = undefined

  constructor(spelling: string, hash: number) {
    this.spelling = spelling
    this.name = spelling.toLowerCase()
    this.opening = `<${spelling}`
    this.closing = `</${spelling}`
    this.hash = hash
  }
}

/** A tag that is likely to come next: feeds say the same things in the same order, item after item. */
export interface TagAhead {
  readonly tagName: TagName
  readonly isClose: boolean
  /** What it begins with. */
  readonly text: string
}

const slots = 1024
// With more than this it begins anew: it must stay sparse, and no feeds have so many.
const mostNames = 384
const longestName = 64

// One table for all documents. It holds names of tags only, and never more than `mostNames`.
const table: (TagName | undefined)[] = new Array<TagName | undefined>(slots).fill(undefined)
let count = 0

/** The name in a range of `source`, whose characters hash to `hash`. */
export function tagNameAt(source: string, start: number, end: number, hash: number): TagName {
  let slot = (hash ^ (hash >>> 10)) & (slots - 1)
  let known = table[slot]
  while (known !== undefined) {
    const isSame = known.hash === hash && known.spelling.length === end - start
    if (isSame && source.startsWith(known.spelling, start)) return known
    slot = (slot + 1) & (slots - 1)
    known = table[slot]
  }
  const name = new TagName(ownText(source.slice(start, end)), hash)
  if (end - start > longestName) return name
  if (count === mostNames) {
    // No feed is to slow down those after it.
    table.fill(undefined)
    count = 0
  } else {
    table[slot] = name
    count++
  }
  return name
}

/** The hash of a name after one more character. */
export function hashCode(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}
