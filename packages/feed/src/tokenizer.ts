import { greaterThan, isBlank, isDelimiter, isNameStart, lessThan, slash } from './characters.ts'
import { RememberedSearch } from './remembered-search.ts'
import { tagEnd } from './tag-end.ts'
import { TagForesight } from './tag-foresight.ts'
import type { TagName } from './tag-names.ts'
import type { Warnings } from './warnings.ts'

/** What stands between two positions of a document. `skip` is a comment or an instruction. */
type TokenKind = 'text' | 'cdata' | 'open' | 'close' | 'doctype' | 'skip' | 'end'

/**
 * Reads markup from left to right, one token a call, and never fails: what is not markup is text.
 * Each token is a range of `source`; nothing is copied but names. Every search is bounded by the token
 * it finds or remembered, so that the work is linear in the length of any input; `work` counts it. Repairs are told
 * to `warnings`, where there are some.
 */
export class Tokenizer {
  readonly source: string
  kind: TokenKind = 'end'
  /** Where the token begins. */
  start = 0
  /** Where the next one begins. Set it to read on from elsewhere. */
  end = 0
  /** Of an open tag its attributes, of a CDATA section its text, of a doctype what is declared. */
  innerStart = 0
  innerEnd = 0
  /** Of a tag, in lower case, prefix kept. */
  name = ''
  selfClosing = false
  /** Which item of the document is being read, or -1, for warnings. */
  item = -1
  /** The name of the tag `nextTag` read, unless it was an odd one. */
  tagName: TagName | undefined = undefined
  /** What the end tags of items begin with, as the document writes them, where that is known. */
  itemClosing: string | undefined = undefined
  #work = 0
  readonly #isHtml: boolean
  readonly #warnings: Warnings | undefined
  readonly #foresight: TagForesight
  readonly #searches: RememberedSearch
  #lastOpened = ''
  #doctypeAt = -1
  // The next section and the next end of one, or the end of the source: never searched for twice.
  #sectionAt = -1
  #sectionEndAt = -1

  /** `isHtml`: a `/` at the end of a value without quotes is part of it, as in `<a href=/b/>`. */
  constructor(source: string, isHtml = false, warnings?: Warnings | undefined) {
    this.source = source
    this.#isHtml = isHtml
    this.#warnings = warnings
    this.#foresight = new TagForesight(source)
    this.#searches = new RememberedSearch(source)
  }

  /** Characters looked at so far. */
  get work(): number {
    return this.#work + this.#searches.work
  }

  next(): TokenKind {
    const { source } = this
    const start = this.end
    this.start = start
    if (start >= source.length) return this.#set('end', start)
    if (source.charCodeAt(start) === lessThan && this.#readMarkup(start)) return this.kind
    let at = source.indexOf('<', start + 1)
    while (at !== -1 && !this.#beginsMarkup(at)) at = source.indexOf('<', at + 1)
    if (source.charCodeAt(start) === lessThan) this.#tellAngle()
    return this.#set('text', at === -1 ? source.length : at)
  }

  /**
   * As `next`, but passes over text. Tags as nearly all feeds write them are read here; whatever looks
   * odd is left to `next`, which reads every other tag the same way.
   */
  nextTag(): TokenKind {
    const { source } = this
    const from = this.end
    this.tagName = undefined
    const start = source.indexOf('<', from)
    if (start === -1) return this.next()
    const ahead = this.#foresight.at(start)
    if (ahead === undefined) return this.next()
    const nameEnd = start + ahead.text.length
    let at = nameEnd
    if (source.charCodeAt(at) !== greaterThan) {
      at = ahead.isClose ? -1 : tagEnd(source, nameEnd)
      if (at === -1) return this.next()
    }
    const { tagName } = ahead
    this.tagName = tagName
    this.#foresight.passed(tagName)
    this.name = tagName.name
    this.start = start
    this.end = at + 1
    this.#work += at + 1 - from
    if (ahead.isClose) {
      this.kind = 'close'
      return 'close'
    }
    this.selfClosing = source.charCodeAt(at - 1) === slash
    this.innerStart = nameEnd
    this.innerEnd = this.selfClosing ? at - 1 : at
    if (!this.selfClosing) this.#lastOpened = tagName.spelling
    this.kind = 'open'
    return 'open'
  }

  /**
   * Whether the element whose start tag `nextTag` just read holds plain text, or one CDATA section, and is
   * closed right after it. If so, `innerStart` and `innerEnd` are its content and `kind` says which.
   */
  readLeaf(): boolean {
    const { source, tagName } = this
    if (tagName === undefined) return false
    const from = this.end
    const at = source.indexOf('<', from)
    if (at === -1 || at === source.length) return false
    if (source.charCodeAt(at + 1) === slash) return this.#closesLeaf(at, from, at, 'text')
    if (!source.startsWith('<![CDATA[', at) || !isBlank(source, from, at)) return false
    if (this.#sectionEndAt < at + 9) this.#sectionEndAt = this.#searches.seek(']]>', at + 9)
    const end = this.#sectionEndAt
    if (end === source.length) return false
    // A section that holds the beginning of another may be one that is not closed: `next` looks closer.
    if (this.#sectionAt < at + 9) this.#sectionAt = this.#searches.seek('[CDATA[', at + 9)
    if (this.#sectionAt < end) return false
    const close = source.charCodeAt(end + 3) === lessThan ? end + 3 : source.indexOf('<', end + 3)
    if (close === -1 || !isBlank(source, end + 3, close)) return false
    return this.#closesLeaf(close, at + 9, end, 'cdata')
  }

  /** As `RememberedSearch`, which serves the whole document. */
  find(needle: string, from: number): number {
    return this.#searches.find(needle, from)
  }

  findEndTag(name: string, from: number): number {
    return this.#searches.findEndTag(name, from)
  }

  #closesLeaf(at: number, innerStart: number, innerEnd: number, kind: TokenKind): boolean {
    const { source, tagName } = this
    if (tagName === undefined || !source.startsWith(tagName.closing, at)) return false
    const end = at + tagName.closing.length
    if (source.charCodeAt(end) !== greaterThan) return false
    this.innerStart = innerStart
    this.innerEnd = innerEnd
    this.kind = kind
    this.#work += end + 1 - this.end
    this.start = at
    this.end = end + 1
    return true
  }

  #set(kind: TokenKind, end: number): TokenKind {
    this.kind = kind
    this.#work += end - this.start
    this.end = end
    return kind
  }

  #tellAngle(): void {
    this.tell('raw-angle-bracket', 'A "<" that begins no tag was read as text.')
  }

  #tellSection(): void {
    this.tell('unclosed-section', 'An unclosed section or comment was ended with its element.')
  }

  /** Tells of a repair, where the item being read is one of the document. */
  tell(code: string, message: string): void {
    this.#warnings?.add(code, message, this.item === -1 ? undefined : `items[${this.item}]`)
  }

  #beginsMarkup(at: number): boolean {
    const code = this.source.charCodeAt(at + 1)
    const begins = code === 0x21 || code === 0x3f || code === slash || isNameStart(code)
    if (!begins) this.#tellAngle()
    return begins
  }

  #readMarkup(start: number): boolean {
    const code = this.source.charCodeAt(start + 1)
    if (code === 0x21) return this.#readDeclaration(start)
    if (code === 0x3f) return this.#readInstruction(start)
    if (code === slash) return this.#readClose(start)
    return isNameStart(code) && this.#readOpen(start)
  }

  #readDeclaration(start: number): boolean {
    const { source } = this
    if (source.startsWith('<!--', start)) {
      const close = this.#sectionEnd('<!--', '-->', start + 4)
      if (close !== undefined) return this.#is('skip', close + 3)
      this.#tellSection()
      const end = this.#tagEnd(start + 4)
      return this.#is('skip', source.charCodeAt(end) === greaterThan ? end + 1 : end)
    }
    if (source.startsWith('<![', start) && /^cdata\[$/i.test(source.slice(start + 3, start + 9))) {
      this.innerStart = start + 9
      const close = this.#sectionEnd('<![CDATA[', ']]>', this.innerStart)
      if (close === undefined) this.#tellSection()
      this.innerEnd = close ?? this.#unclosedSectionEnd(this.innerStart)
      return this.#is('cdata', close === undefined ? this.innerEnd : close + 3)
    }
    if (!isNameStart(source.charCodeAt(start + 2))) return false
    if (/^doctype$/i.test(source.slice(start + 2, start + 9))) return this.#readDoctype(start)
    const end = this.#afterTag(start + 2)
    return end !== undefined && this.#is('skip', end)
  }

  // Values of declared entities may hold markup, so the internal subset ends at `]` before a `>`.
  #readDoctype(start: number): boolean {
    const { source } = this
    const end = this.find('>', start)
    const subset = this.find('[', start)
    if (end === -1) return false
    // Only the first can declare anything: a flood of them would be looked through again and again.
    const isFirst = this.#doctypeAt === -1 || this.#doctypeAt === start
    if (subset === -1 || subset > end || !isFirst) {
      this.innerStart = this.innerEnd = end
      return this.#is('doctype', end + 1)
    }
    this.#doctypeAt = start
    // Bounded: a document type of a feed is short, and one that never ends must not swallow the feed.
    const window = source.slice(subset, subset + 65_536)
    const found = /\]\s{0,64}>/.exec(window)
    if (found === null) return this.#is('doctype', end + 1)
    this.innerStart = subset + 1
    this.innerEnd = subset + found.index
    return this.#is('doctype', subset + found.index + found[0].length)
  }

  #readInstruction(start: number): boolean {
    const end = this.#afterTag(start + 2)
    return (
      end !== undefined && isNameStart(this.source.charCodeAt(start + 2)) && this.#is('skip', end)
    )
  }

  #readClose(start: number): boolean {
    const { source } = this
    if (!isNameStart(source.charCodeAt(start + 2))) return false
    const nameEnd = this.#nameEnd(start + 2)
    this.name = source.slice(start + 2, nameEnd).toLowerCase()
    let end = nameEnd
    while (end < source.length) {
      const code = source.charCodeAt(end)
      // `</title<link>`: the tag ends where the next one begins.
      if (code === lessThan) break
      end++
      if (code === greaterThan) break
    }
    return this.#is('close', end)
  }

  #readOpen(start: number): boolean {
    const { source } = this
    const nameEnd = this.#nameEnd(start + 1)
    let at = nameEnd
    let afterEquals = false
    while (at < source.length) {
      const code = source.charCodeAt(at)
      if (code === greaterThan) return this.#openTag(start, nameEnd, at)
      if (code === lessThan) break
      if (afterEquals && (code === 0x22 || code === 0x27)) {
        const close = this.#quoteEnd(at)
        if (close === undefined) {
          const end = this.#tagEnd(at)
          // Cut off in the middle of a value: half an address would be a wrong one.
          if (end === source.length) break
          this.tell('unclosed-attribute', 'An unclosed quote was ended with its tag.')
          return this.#openTag(start, nameEnd, end)
        }
        at = close
        afterEquals = false
      } else if (code > 0x20) {
        afterEquals = code === 0x3d
      }
      at++
    }
    this.#work += at - start
    return false
  }

  #openTag(start: number, nameEnd: number, end: number): boolean {
    const { source } = this
    const spelling = source.slice(start + 1, nameEnd)
    this.name = spelling.toLowerCase()
    this.selfClosing =
      source.charCodeAt(end - 1) === slash && !(this.#isHtml && this.#isInValue(nameEnd, end - 1))
    this.innerStart = nameEnd
    this.innerEnd = this.selfClosing ? Math.max(nameEnd, end - 1) : end
    if (!this.selfClosing) this.#lastOpened = spelling
    return this.#is('open', source.charCodeAt(end) === greaterThan ? end + 1 : end)
  }

  #isInValue(nameEnd: number, at: number): boolean {
    let from = at
    while (from > nameEnd && !isDelimiter(this.source.charCodeAt(from - 1))) from--
    return this.source.slice(from, at).includes('=')
  }

  // Where a tag with a broken attribute ends: at its `>`, or before the next tag.
  #tagEnd(from: number): number {
    const { source } = this
    let at = from
    while (at < source.length) {
      const code = source.charCodeAt(at)
      if (code === greaterThan || code === lessThan) break
      at++
    }
    return at
  }

  // A closing quote that is missing is "found" in a later tag, where something else follows it.
  #quoteEnd(open: number): number | undefined {
    const { source } = this
    const close = this.find(source.charAt(open), open + 1)
    if (close === -1) return undefined
    const tag = this.find('<', open + 1)
    if (tag === -1 || tag > close) return close
    const itemEnd = this.#itemEnd(open)
    if (itemEnd !== -1 && itemEnd < close) return undefined
    const follower = source.charCodeAt(close + 1)
    const fits =
      follower <= 0x20 || follower === slash || follower === greaterThan || follower === 0x3f
    return fits ? close : undefined
  }

  #nameEnd(from: number): number {
    const { source } = this
    let at = from
    while (at < source.length) {
      const code = source.charCodeAt(at)
      if (
        code <= 0x20 ||
        code === slash ||
        code === greaterThan ||
        code === lessThan ||
        code === 0x3d
      )
        break
      at++
    }
    return at
  }

  // After the `>` that comes before any `<`.
  #afterTag(from: number): number | undefined {
    const { source } = this
    for (let at = from; at < source.length; at++) {
      const code = source.charCodeAt(at)
      if (code === greaterThan) return at + 1
      if (code === lessThan) return undefined
    }
    return undefined
  }

  // A section that is only closed after its item has ended, inside another such section, is not closed.
  #sectionEnd(open: string, close: string, from: number): number | undefined {
    const end = this.find(close, from)
    if (end === -1) return undefined
    const another = this.find(open, from)
    if (another === -1 || another > end) return end
    const itemEnd = this.#itemEnd(from)
    return itemEnd !== -1 && itemEnd < another ? undefined : end
  }

  #unclosedSectionEnd(from: number): number {
    const itemEnd = this.#itemEnd(from)
    const ownerEnd = this.find(`</${this.#lastOpened}`, from)
    const ends = [itemEnd, ownerEnd].filter((end) => end !== -1)
    return ends.length === 0 ? this.source.length : Math.min(...ends)
  }

  #itemEnd(from: number): number {
    if (this.itemClosing !== undefined) return this.find(this.itemClosing, from)
    const item = this.find('</item', from)
    const entry = this.find('</entry', from)
    return item === -1 || (entry !== -1 && entry < item) ? entry : item
  }

  #is(kind: TokenKind, end: number): boolean {
    this.#set(kind, end)
    return true
  }
}
