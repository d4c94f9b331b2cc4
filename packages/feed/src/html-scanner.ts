import { type HtmlElement, htmlElement } from './html-elements.ts'
import { TagEnds } from './tag-end.ts'
import { hashCode } from './tag-names.ts'

/** What `HtmlScanner` stops at. `odd` is anything only the tokenizer should judge. */
export type HtmlMark = 'open' | 'close' | 'comment' | 'odd' | 'end'

/**
 * Hops from tag to tag of an HTML fragment that is written as nearly all are: known elements, quotes and
 * comments closed, no stray `<`. It stops as `odd` at whatever else there is; the `Tokenizer`, which is
 * slower and reads the rest of the world too, then has to read the whole fragment.
 */
export class HtmlScanner {
  readonly source: string
  element: HtmlElement | undefined = undefined
  /** Where the tag begins: before it, from the last `end`, stands text. */
  start = 0
  end = 0
  /** The attributes of an open tag. */
  innerStart = 0
  innerEnd = 0
  selfClosing = false

  readonly #ends: TagEnds
  // How many `>` the text before the tag holds up to where each character was looked at.
  #angles = 0
  #looked = 0
  // The first `>` after some text, or the end of the source.
  #closing = -1

  constructor(source: string) {
    this.source = source
    this.#ends = new TagEnds(source)
  }

  next(): HtmlMark {
    const { source } = this
    const start = this.#nextTag()
    this.start = start
    if (start === -1) {
      this.start = source.length
      return 'end'
    }
    const first = source.charCodeAt(start + 1)
    if (first === 0x21) return this.#readComment(start)
    const isClose = first === 0x2f
    const nameStart = isClose ? start + 2 : start + 1
    let at = nameStart
    let hash = 0
    let code = source.charCodeAt(at)
    while ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39 && at > nameStart)) {
      hash = hashCode(hash, code)
      code = source.charCodeAt(++at)
    }
    const element = elementAt(source, nameStart, at, hash)
    if (element === undefined) return 'odd'
    this.element = element
    this.innerStart = at
    if (code === 0x3e) this.selfClosing = false
    else {
      if (isClose || (code > 0x20 && code !== 0x2f)) return 'odd'
      at = this.#ends.find(at)
      if (at === -1) return 'odd'
      this.selfClosing = source.charCodeAt(at - 1) === 0x2f
    }
    this.innerEnd = this.selfClosing ? at - 1 : at
    this.end = at + 1
    return isClose ? 'close' : 'open'
  }

  // Runs of text are short: looking at each character costs less than asking the engine, up to some.
  #nextTag(): number {
    const { source, end } = this
    const near = Math.min(source.length, end + nearby)
    let angles = 0
    let at = end
    while (at < near) {
      const code = source.charCodeAt(at)
      if (code === 0x3c) break
      if (code === 0x3e) angles++
      at++
    }
    this.#angles = angles
    this.#looked = at
    if (at < near) return at
    // It may have been found on the way to the end of the tag before.
    const { angle } = this.#ends
    return angle >= at && angle < source.length ? angle : source.indexOf('<', at)
  }

  /** Whether a `>` stands in the text before the tag. */
  hasAngle(): boolean {
    if (this.#angles > 0) return true
    const { start } = this
    const from = this.#looked
    if (from >= start) return false
    if (this.#closing < from) {
      const found = this.source.indexOf('>', from)
      this.#closing = found === -1 ? this.source.length : found
    }
    return this.#closing < start
  }

  /**
   * Moves past the content and the end tag of the hidden element whose start tag was just read. `false`
   * where it has no plain end tag.
   */
  skipHidden(): boolean {
    const { source, element } = this
    if (this.selfClosing) return true
    const closing = `</${element?.name}`
    const close = source.indexOf(closing, this.end)
    if (close === -1 || source.charCodeAt(close + closing.length) !== 0x3e) return false
    // An end tag in other letters may come first.
    for (let at = source.indexOf('</', this.end); at < close; at = source.indexOf('</', at + 2)) {
      const code = source.charCodeAt(at + 2)
      if (code >= 0x41 && code <= 0x5a) return false
    }
    this.end = close + closing.length + 1
    return true
  }

  #readComment(start: number): HtmlMark {
    const { source } = this
    if (source.charCodeAt(start + 2) !== 0x2d || source.charCodeAt(start + 3) !== 0x2d) return 'odd'
    const close = source.indexOf('-->', start + 4)
    if (close === -1 || source.slice(start + 4, close).includes('<!--')) return 'odd'
    this.end = close + 3
    return 'comment'
  }
}

/** Characters of text that are looked at one by one. */
const nearby = 32

interface Slot {
  readonly hash: number
  readonly element: HtmlElement
}

const slots = 1024
const table: (Slot | undefined)[] = new Array<Slot | undefined>(slots).fill(undefined)

function isAt(source: string, start: number, end: number, name: string): boolean {
  if (name.length !== end - start) return false
  for (let i = 0; i < name.length; i++) {
    if (source.charCodeAt(start + i) !== name.charCodeAt(i)) return false
  }
  return true
}

// Fills itself as elements are met; no name that HTML does not know gets in, so it stays sparse.
function elementAt(
  source: string,
  start: number,
  end: number,
  hash: number,
): HtmlElement | undefined {
  let index = (hash ^ (hash >>> 9)) & (slots - 1)
  let slot = table[index]
  while (slot !== undefined) {
    const { element } = slot
    if (slot.hash === hash && isAt(source, start, end, element.name)) return element
    index = (index + 1) & (slots - 1)
    slot = table[index]
  }
  if (end - start > 16 || end === start) return undefined
  const element = htmlElement(source.slice(start, end))
  if (element !== undefined) table[index] = { hash, element }
  return element
}
