/**
 * The `>` that ends a tag, from after its name: one in which every quote is closed and no `<` stands. -1 for a tag
 * that is odd in one of these ways.
 */
export function tagEnd(source: string, from: number): number {
  let at = from
  let afterEquals = false
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === 0x3e) return at
    if (code === 0x3c) return -1
    if (afterEquals && (code === 0x22 || code === 0x27)) {
      let inner = source.charCodeAt(++at)
      while (inner !== code) {
        if (inner === 0x3c || at >= source.length) return -1
        inner = source.charCodeAt(++at)
      }
      afterEquals = false
    } else if (code > 0x20) {
      afterEquals = code === 0x3d
    }
    at++
  }
  return -1
}
