import type { Tokenizer } from './tokenizer.ts'
import type { Warnings } from './warnings.ts'

/** Tells what the tokenizer of a document had to repair, where it was. */
export class TokenRepairs {
  readonly #tokens: Tokenizer
  readonly #warnings: Warnings
  #sections = 0
  #quotes = 0
  #angles = 0

  constructor(tokens: Tokenizer, warnings: Warnings) {
    this.#tokens = tokens
    this.#warnings = warnings
  }

  /** Whatever there was since the last time, as being in that item, or in none. */
  tell(item?: number): void {
    const { unclosedSections, unclosedQuotes, rawAngles } = this.#tokens
    const add = (code: string, message: string) =>
      this.#warnings.add(code, message, item === undefined ? undefined : `items[${item}]`)
    if (unclosedSections > this.#sections) {
      add('unclosed-section', 'An unclosed section or comment was ended with its element.')
    }
    if (unclosedQuotes > this.#quotes) {
      add('unclosed-attribute', 'An unclosed quote was ended with its tag.')
    }
    if (rawAngles > this.#angles) {
      add('raw-angle-bracket', 'A "<" that begins no tag was read as text.')
    }
    this.#sections = unclosedSections
    this.#quotes = unclosedQuotes
    this.#angles = rawAngles
  }
}
