/**
 * Finds the ends of tags in one document, by jumping from quote to quote: looking at each character
 * costs ten times as much. Ask from left to right.
 */
export class TagEnds {
  /** The first `<` after the tag whose end was asked for last. */
  angle = -1
  // The next of each, or the end of the source: no part of it is searched for one of them twice.
  #close = -1
  #quote = -1
  #apostrophe = -1
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  /**
   * The `>` that ends a tag, from after its name: one in which every quote is closed and no `<` stands.
   * -1 for a tag that is odd in one of these ways.
   */
  find(from: number): number {
    const source = this.#source
    if (this.#close < from) this.#close = orEnd(source, source.indexOf('>', from))
    let end = this.#close
    if (end === source.length) return -1
    if (this.angle < from) this.angle = orEnd(source, source.indexOf('<', from))
    if (this.angle < end) return -1
    if (this.#apostrophe < from) this.#apostrophe = orEnd(source, source.indexOf("'", from))
    let at = from
    while (true) {
      if (this.#quote < at) this.#quote = orEnd(source, source.indexOf('"', at))
      const open = this.#quote
      if (open > end) break
      const close = source.indexOf('"', open + 1)
      // Quotes count only as the first character of a value.
      if (close === -1 || close > this.angle || source.charCodeAt(open - 1) !== 0x3d) {
        return looked(source, from)
      }
      if (close > end) {
        end = orEnd(source, source.indexOf('>', close))
        this.#close = end
        if (this.angle < end || end === source.length) return -1
      }
      at = close + 1
    }
    return this.#apostrophe < end ? looked(source, from) : end
  }
}

function orEnd(source: string, at: number): number {
  return at === -1 ? source.length : at
}

// The same by looking at each character: for single quotes, and quotes that begin no value.
function looked(source: string, from: number): number {
  let at = from
  let afterEquals = false
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === 0x3e) return at
    if (code === 0x3c) return -1
    if (afterEquals && (code === 0x22 || code === 0x27)) {
      let inner = source.charCodeAt(++at)
      while (inner !== code) {
        if (inner === 0x3c || at >= source.length) return -1
        inner = source.charCodeAt(++at)
      }
      afterEquals = false
    } else if (code > 0x20) {
      afterEquals = code === 0x3d
    }
    at++
  }
  return -1
}
