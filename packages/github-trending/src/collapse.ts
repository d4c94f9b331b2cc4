/** One line of text: runs of white space, also non-breaking, become one space. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
