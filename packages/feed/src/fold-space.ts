/** Text on one line: white space, non-breaking too, folded to single spaces. */
export function foldSpace(text: string): string {
  // Most texts need nothing: their single spaces are not worth replacing by themselves. Asking in two steps costs
  // half of asking in one.
  const isFolded = !/[^\S ]/.test(text) && !text.includes('  ')
  return isFolded ? text.trim() : text.replace(/\s\s+|[^\S ]/g, ' ').trim()
}
