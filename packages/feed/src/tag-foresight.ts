import { greaterThan, isLetter, lessThan, slash } from './characters.ts'
import { hashCode, type TagAhead, type TagName, tagNameAt } from './tag-names.ts'

/** Tells the name of the next tag, from what came after the same tag before: comparing costs less than reading. */
export class TagForesight {
  readonly #source: string
  #before: TagName | undefined = undefined

  constructor(source: string) {
    this.#source = source
  }

  /** The tag that begins at a `<`, as far as its name goes; `undefined` for what is odd or no tag. */
  at(start: number): TagAhead | undefined {
    const before = this.#before
    if (before === undefined) return this.#named(start)
    const { next, other } = before
    if (next !== undefined && this.#isAt(next, start)) return next
    if (other !== undefined && this.#isAt(other, start)) return other
    return this.#named(start)
  }

  /** Which tag the next one comes after. */
  passed(tagName: TagName): void {
    this.#before = tagName
  }

  #isAt(ahead: TagAhead, start: number): boolean {
    if (!this.#source.startsWith(ahead.text, start)) return false
    const code = this.#source.charCodeAt(start + ahead.text.length)
    return code === greaterThan || code <= 0x20 || code === slash
  }

  // By reading its name; to be foreseen the next time.
  #named(start: number): TagAhead | undefined {
    const source = this.#source
    const isClose = source.charCodeAt(start + 1) === slash
    const nameStart = isClose ? start + 2 : start + 1
    let at = nameStart
    let code = source.charCodeAt(at)
    if (!isLetter(code)) return undefined
    let hash = 0
    while (code > 0x20 && code !== greaterThan && code !== slash && code !== 0x3d) {
      if (code === lessThan) return undefined
      hash = hashCode(hash, code)
      code = source.charCodeAt(++at)
    }
    const tagName = tagNameAt(source, nameStart, at, hash)
    const ahead = { tagName, isClose, text: isClose ? tagName.closing : tagName.opening }
    const before = this.#before
    if (before !== undefined) {
      before.other = before.next
      before.next = ahead
    }
    return ahead
  }
}
