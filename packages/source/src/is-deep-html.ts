const voidTag = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/i

/**
 * Whether more elements than so many may be open at once. Building a tree of a page takes time that
 * grows with the square of its depth, so a reader asks this first. Linear. Counts open tags; those
 * that close themselves, such as an icon's many paths, are none.
 */
export function isDeepHtml(html: string, levels: number): boolean {
  let open = 0
  let end = -1
  for (let at = html.indexOf('<'); at !== -1 && open <= levels; at = html.indexOf('<', at + 1)) {
    const next = html.charAt(at + 1)
    if (next === '/') open = Math.max(open - 1, 0)
    else if (/[a-z]/i.test(next)) {
      // Looked for once only, also where a million tags lack theirs.
      if (end < at) end = html.indexOf('>', at)
      if (end === -1) end = html.length
      if (html.charAt(end - 1) !== '/' && !voidTag.test(html.slice(at, at + 9))) open += 1
    }
  }
  return open > levels
}
