import type { DomText } from './dom.ts'

/** One line of text: runs of white space, also non-breaking, become one space. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The texts of an element, one after another, as one line. */
export function joinTexts(texts: readonly DomText[]): string {
  return collapse(texts.map(({ data }) => data).join(''))
}
