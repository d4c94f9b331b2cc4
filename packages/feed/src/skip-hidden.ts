import type { Tokenizer } from './tokenizer.ts'

/** Moves past the content of the hidden element whose start tag was just read. */
export function skipHidden(tokens: Tokenizer): void {
  if (tokens.selfClosing) return
  const { name, source } = tokens
  // Remembered by the tokenizer: a thousand unclosed `<svg>` search once.
  const end = tokens.findEndTag(name, tokens.end)
  if (end !== -1) {
    tokens.end = end
    tokens.next()
  }
  // A script that never ends hides all the rest, as in a browser; anything else just its tag.
  else if (name === 'script' || name === 'style') tokens.end = source.length
}
