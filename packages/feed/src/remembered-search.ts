// More distinct strings than this are not remembered; asking for one is then answered with "nowhere".
const rememberedNeedles = 64

/** Searches of one document that never look at the same part of it twice for the same thing. */
export class RememberedSearch {
  /** Characters looked at so far. */
  work = 0
  readonly #source: string
  // By needle; those of `findEndTag` by name.
  #found: Map<string, { from: number; at: number }> | undefined = undefined
  // The source with the names of its end tags in lower case.
  #lowered: string | undefined

  constructor(source: string) {
    this.#source = source
  }

  /**
   * The first place of `needle` at or after `from`, or `-1`. The answer is remembered: asking again
   * from further on searches nothing twice.
   */
  find(needle: string, from: number): number {
    return this.#search(this.#source, needle, from, needle)
  }

  /** As `find`, for the end tag of an element in whatever letters. */
  findEndTag(name: string, from: number): number {
    this.#lowered ??= /<\/[a-z]*[A-Z]/.test(this.#source)
      ? this.#source.replace(/<\/[A-Za-z]+/g, (tag) => tag.toLowerCase())
      : this.#source
    return this.#search(this.#lowered, `</${name}`, from, name)
  }

  /** The first place of `needle`, or the end of the source. For callers that remember it themselves. */
  seek(needle: string, from: number): number {
    const at = this.#source.indexOf(needle, from)
    const found = at === -1 ? this.#source.length : at
    this.work += found - from
    return found
  }

  #search(source: string, needle: string, from: number, key: string): number {
    this.#found ??= new Map()
    const known = this.#found.get(key)
    if (known !== undefined && known.from <= from && (known.at === -1 || from <= known.at)) {
      return known.at
    }
    if (known === undefined && this.#found.size >= rememberedNeedles) return -1
    const at = source.indexOf(needle, from)
    this.work += (at === -1 ? source.length : at) - from
    if (known === undefined) this.#found.set(key, { from, at })
    else {
      known.from = from
      known.at = at
    }
    return at
  }
}
