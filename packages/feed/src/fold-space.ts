/** Text on one line: white space, non-breaking too, folded to single spaces. */
export function foldSpace(text: string): string {
  // Most texts need nothing: their single spaces are not worth replacing by themselves.
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s\s+|[^\S ]/g, ' ').trim() : text.trim()
}
