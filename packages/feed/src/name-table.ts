import { hashCode } from './tag-names.ts'

const slots = 1024
// The table must stay sparse, and no HTML has so many names.
const most = 384
const longest = 24

/**
 * Things of HTML by their names, found from characters in one step and without a copy of them. It fills itself as
 * names are met.
 */
export class NameTable<T extends { readonly name: string }> {
  /** Where the name ended that was last looked up. */
  end = 0
  readonly #slots: (T | undefined)[] = new Array<T | undefined>(slots).fill(undefined)
  readonly #find: (name: string) => T | undefined
  #count = 0

  constructor(find: (name: string) => T | undefined) {
    this.#find = find
  }

  /** What is named by the small letters, digits, `-`, `:` and `_` from `start` on; rarely nothing although it is there. */
  at(codes: Uint16Array, start: number): T | undefined {
    let hash = 0
    let end = start
    let code = codes[start] ?? 0
    while (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x30 && code <= 0x3a) ||
      code === 0x2d ||
      code === 0x5f
    ) {
      hash = hashCode(hash, code)
      code = codes[++end] ?? 0
    }
    this.end = end
    let index = (hash ^ (hash >>> 9)) & (slots - 1)
    let found = this.#slots[index]
    while (found !== undefined) {
      if (isAt(codes, start, end, found.name)) return found
      index = (index + 1) & (slots - 1)
      found = this.#slots[index]
    }
    if (end - start > longest || end === start) return undefined
    const made = this.#find(String.fromCharCode(...codes.subarray(start, end)))
    if (made === undefined) return undefined
    if (this.#count === most) {
      // No feed is to slow down those after it. Not remembered, it would be another thing the next time.
      this.#slots.fill(undefined)
      this.#count = 0
      return undefined
    }
    this.#slots[index] = made
    this.#count++
    return made
  }
}

function isAt(codes: Uint16Array, start: number, end: number, name: string): boolean {
  if (name.length !== end - start) return false
  for (let i = 0; i < name.length; i++) {
    if (codes[start + i] !== name.charCodeAt(i)) return false
  }
  return true
}
