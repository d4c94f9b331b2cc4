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
  readonly #slots: (T | undefined)[] = new Array<T | undefined>(slots).fill(undefined)
  readonly #find: (name: string) => T | undefined
  #count = 0

  constructor(find: (name: string) => T | undefined) {
    this.#find = find
  }

  /** What is named by a range of the characters. */
  at(codes: Uint16Array, start: number, end: number): T | undefined {
    let hash = 0
    for (let at = start; at < end; at++) hash = hashCode(hash, codes[at] ?? 0)
    let index = (hash ^ (hash >>> 9)) & (slots - 1)
    let found = this.#slots[index]
    while (found !== undefined) {
      if (isAt(codes, start, end, found.name)) return found
      index = (index + 1) & (slots - 1)
      found = this.#slots[index]
    }
    if (end - start > longest || end === start) return undefined
    const made = this.#find(String.fromCharCode(...codes.subarray(start, end)))
    if (made !== undefined && this.#count < most) {
      this.#slots[index] = made
      this.#count++
    }
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
