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

  /** Whatever there was since the last time, as being in `where`. */
  tell(where: string | undefined): void {
    const { unclosedSections, unclosedQuotes, rawAngles } = this.#tokens
    if (unclosedSections > this.#sections) {
      this.#warnings.add(
        'unclosed-section',
        'A CDATA section or comment is not closed; it was ended with its element.',
        where,
      )
    }
    if (unclosedQuotes > this.#quotes) {
      this.#warnings.add(
        'unclosed-attribute',
        'The quotes of an attribute are not closed; it was ended with its tag.',
        where,
      )
    }
    if (rawAngles > this.#angles) {
      this.#warnings.add('raw-angle-bracket', 'A "<" that begins no tag was read as text.', where)
    }
    this.#sections = unclosedSections
    this.#quotes = unclosedQuotes
    this.#angles = rawAngles
  }
}
