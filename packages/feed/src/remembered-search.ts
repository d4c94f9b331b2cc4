// More distinct strings than this are not remembered; asking for one is then answered with "nowhere".
const rememberedNeedles = 64

/** Where needles were found that were looked for from somewhere. */
type Found = Map<string, { from: number; at: number }>

/** Searches of one document that never look at the same part of it twice for the same thing. */
export class RememberedSearch {
  /** Characters looked at so far. */
  work = 0
  readonly #source: string
  readonly #found: Found = new Map()
  readonly #foundEnds: Found = new Map()
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
    return this.#search(this.#source, needle, from, this.#found)
  }

  /** As `find`, for the end tag of an element in whatever letters. */
  findEndTag(name: string, from: number): number {
    this.#lowered ??= /<\/[a-z]*[A-Z]/.test(this.#source)
      ? this.#source.replace(/<\/[A-Za-z]+/g, (tag) => tag.toLowerCase())
      : this.#source
    return this.#search(this.#lowered, `</${name}`, from, this.#foundEnds)
  }

  /** The first place of `needle`, or the end of the source. For callers that remember it themselves. */
  seek(needle: string, from: number): number {
    const at = this.#source.indexOf(needle, from)
    const found = at === -1 ? this.#source.length : at
    this.work += found - from
    return found
  }

  #search(source: string, needle: string, from: number, found: Found): number {
    const known = found.get(needle)
    if (known !== undefined && known.from <= from && (known.at === -1 || from <= known.at)) {
      return known.at
    }
    if (known === undefined && found.size >= rememberedNeedles) return -1
    const at = source.indexOf(needle, from)
    this.work += (at === -1 ? source.length : at) - from
    if (known === undefined) found.set(needle, { from, at })
    else {
      known.from = from
      known.at = at
    }
    return at
  }
}
