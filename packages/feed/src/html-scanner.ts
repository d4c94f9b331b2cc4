import { isDelimiter } from './characters.ts'
import { codeUnits } from './code-units.ts'
import { type HtmlElement, htmlElement } from './html-elements.ts'
import { NameTable } from './name-table.ts'
import { skipHidden } from './skip-hidden.ts'
import { Tokenizer } from './tokenizer.ts'

/** What `HtmlScanner` stops at. */
export type HtmlMark = 'open' | 'close' | 'comment' | 'cdata' | 'end'

/**
 * Hops from tag to tag of an HTML fragment as long as it is written as nearly all are: known elements, quotes and
 * comments closed, no stray `<`. From whatever else there is the `Tokenizer`, which is slower, reads the rest of it.
 */
export class HtmlScanner {
  readonly source: string
  /** As `codeUnits` gives them: nobody may ask for those of another text before this one has been read. */
  readonly codes: Uint16Array
  /** What the tag is of; nothing that HTML does not know. Means nothing for other marks. */
  element: HtmlElement | undefined = undefined
  /** Where the tag begins: before it, from the last `end`, stands text. */
  start = 0
  end = 0
  /** The attributes of an open tag, the text of a CDATA section. */
  innerStart = 0
  innerEnd = 0
  selfClosing = false
  /** Whether the tokenizer reads from here on, so that a tag may be written in any way: capitals, without its `>`. */
  isOdd: boolean

  #tokens: Tokenizer | undefined = undefined
  // Whether the text before the tag holds an angle bracket, up to where each character was looked at.
  #angle = false
  #looked = 0
  // The first `>` after some text, or the end of the source.
  #closing = -1

  constructor(source: string, isOdd = false) {
    this.source = source
    this.codes = codeUnits(source)
    this.isOdd = isOdd
  }

  /** The name of a tag that HTML does not know, in lower case. */
  get name(): string {
    return this.#tokenizer.name
  }

  get #tokenizer(): Tokenizer {
    this.#tokens ??= new Tokenizer(this.source, true)
    return this.#tokens
  }

  next(): HtmlMark {
    const mark = this.isOdd ? undefined : this.#nextPlain()
    if (mark !== undefined) return mark
    this.isOdd = true
    const tokens = this.#tokenizer
    tokens.end = this.end
    while (tokens.next() === 'text');
    const { kind } = tokens
    this.start = tokens.start
    this.end = tokens.end
    this.innerStart = tokens.innerStart
    this.innerEnd = tokens.innerEnd
    this.selfClosing = tokens.selfClosing
    this.element = htmlElement(tokens.name)
    this.#angle = true
    return kind === 'doctype' || kind === 'skip' || kind === 'text' ? 'comment' : kind
  }

  // `undefined` where the tokenizer has to look.
  #nextPlain(): HtmlMark | undefined {
    const { codes } = this
    const start = this.#nextTag()
    this.start = start
    if (start === this.source.length) return 'end'
    const first = codes[start + 1]
    if (first === 0x21) return this.#readComment(start)
    const isClose = first === 0x2f
    const element = elements.at(codes, isClose ? start + 2 : start + 1)
    if (element === undefined) return undefined
    let at = elements.end
    const code = codes[at] ?? 0
    this.element = element
    this.innerStart = at
    if (code === 0x3e) this.selfClosing = false
    else {
      if (isClose || (code > 0x20 && code !== 0x2f)) return undefined
      at = tagEnd(codes, at)
      if (at === -1) return undefined
      this.selfClosing = codes[at - 1] === 0x2f
      // It may be the end of a value instead.
      if (this.selfClosing && at - 1 > elements.end && !isDelimiter(codes[at - 2] ?? 0)) {
        return undefined
      }
    }
    this.innerEnd = this.selfClosing ? at - 1 : at
    this.end = at + 1
    return isClose ? 'close' : 'open'
  }

  // Runs of text are short: looking at each character costs less than asking the engine, up to some.
  #nextTag(): number {
    const { codes, source, end } = this
    const near = Math.min(source.length, end + nearby)
    let angle = false
    let at = end
    while (at < near) {
      const code = codes[at]
      if (code === 0x3c) break
      if (code === 0x3e) angle = true
      at++
    }
    this.#angle = angle
    this.#looked = at
    if (at < near) return at
    const found = source.indexOf('<', at)
    return found === -1 ? source.length : found
  }

  /** Whether an angle bracket stands, or may stand, in the text before the tag. */
  hasAngle(): boolean {
    if (this.#angle) return true
    const { start } = this
    const from = this.#looked
    if (from >= start) return false
    if (this.#closing < from) {
      const found = this.source.indexOf('>', from)
      this.#closing = found === -1 ? this.source.length : found
    }
    return this.#closing < start
  }

  /** Moves past the content and the end tag of the hidden element whose start tag was just read. */
  skipHidden(): void {
    const tokens = this.#tokenizer
    if (!this.isOdd) {
      tokens.end = this.start
      tokens.next()
    }
    skipHidden(tokens)
    this.end = tokens.end
  }

  #readComment(start: number): HtmlMark | undefined {
    const { source } = this
    if (!source.startsWith('--', start + 2)) return undefined
    const close = source.indexOf('-->', start + 4)
    if (close === -1 || source.slice(start + 4, close).includes('<!--')) return undefined
    this.end = close + 3
    return 'comment'
  }
}

/** Characters of text that are looked at one by one. */
const nearby = 64

// The `>` that ends a tag, from after its name: one in which every quote is closed and no `<` stands, else -1.
// The text ends with a 0, which no text of a feed holds.
function tagEnd(codes: Uint16Array, from: number): number {
  let at = from
  let afterEquals = false
  while (at < codes.length) {
    const code = codes[at] ?? 0
    if (code === 0x3e) return at
    if (code === 0x3c || code === 0) return -1
    if (afterEquals && (code === 0x22 || code === 0x27)) {
      let inner = codes[++at]
      while (inner !== code) {
        if (inner === 0x3c || inner === 0) return -1
        inner = codes[++at]
      }
      afterEquals = false
    } else if (code > 0x20) afterEquals = code === 0x3d
    at++
  }
  return -1
}

const elements = new NameTable(htmlElement)
