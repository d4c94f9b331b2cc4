import { isSpace } from './characters.ts'
import { closeReferences, decodeHtml } from './entities.ts'
import { foldSpace } from './fold-space.ts'
import { type HtmlMark, HtmlScanner } from './html-scanner.ts'

// So many unknown names of tags are looked up in a text; all further ones count as tags.
const mostLookups = 16

/**
 * What a reader of an HTML fragment sees, on one line: tags, scripts and styles gone, references decoded.
 * `<T>`, which is no tag of HTML and never closed, stays.
 */
export function plainText(html: string): string {
  if (!html.includes('<')) return lineOf(html)
  const scanner = new HtmlScanner(html)
  const seen = new SeenText(scanner)
  while (true) {
    const from = scanner.end
    const mark = scanner.next()
    seen.add(from, mark)
    if (mark === 'end') return seen.line
    if (mark === 'open' && scanner.element?.isHidden === true) scanner.skipHidden()
  }
}

function lineOf(text: string): string {
  return foldSpace(text.includes('&') ? decodeHtml(closeReferences(text)) : text)
}

/** Gathers `plainText` while somebody hops from mark to mark of a fragment and passes over what is hidden. */
export class SeenText {
  readonly #scanner: HtmlScanner
  #text = ''
  #endsInSpace = true
  #unknown: Map<string, boolean> | undefined = undefined

  constructor(scanner: HtmlScanner) {
    this.#scanner = scanner
  }

  get line(): string {
    return lineOf(this.#text)
  }

  /** Takes the text from `from` on, and the mark after it, at which the scanner stands. */
  add(from: number, mark: HtmlMark): void {
    const { source, codes, start, element } = this.#scanner
    if (from < start) this.#addText(codes, from, start)
    if (mark === 'cdata') {
      this.#text += source.slice(this.#scanner.innerStart, this.#scanner.innerEnd)
    } else if (mark === 'end' || mark === 'comment') return
    else if (element?.isBlock === true) {
      if (!this.#endsInSpace) this.#text += ' '
      this.#endsInSpace = true
      return
    } else if (mark === 'close' || element?.isHidden === false) return
    else if (element === undefined && this.#isWord()) {
      this.#text += source.slice(start, this.#scanner.end)
    }
    this.#endsInSpace = false
  }

  // Layout between tags is folded as it is met: folding it afterwards costs a replacement each.
  #addText(codes: Uint16Array, start: number, end: number): void {
    let from = start
    let to = end
    if (isSpace(codes[from] ?? 0)) {
      if (!this.#endsInSpace) this.#text += ' '
      this.#endsInSpace = true
      do from++
      while (from < to && isSpace(codes[from] ?? 0))
      if (from === to) return
    }
    const endsInSpace = isSpace(codes[to - 1] ?? 0)
    while (isSpace(codes[to - 1] ?? 0)) to--
    this.#text += this.#scanner.source.slice(from, to)
    if (endsInSpace) this.#text += ' '
    this.#endsInSpace = endsInSpace
  }

  // Whether a tag of an unknown name is none.
  #isWord(): boolean {
    const { name, source, innerStart, innerEnd, selfClosing } = this.#scanner
    if (name.includes('-') || name.includes(':')) return false
    if (innerEnd > innerStart || selfClosing) return false
    this.#unknown ??= new Map()
    let word = this.#unknown.get(name)
    if (word === undefined) {
      if (this.#unknown.size >= mostLookups) return false
      word = !source.toLowerCase().includes(`</${name}`)
      this.#unknown.set(name, word)
    }
    return word
  }
}
