const voidTag = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/i

const slash = 0x2f

/**
 * Whether more elements than so many may be open at once. Building a tree of a page takes time that
 * grows with the square of its depth, so a reader asks this first. Linear. Counts open tags; those
 * that close themselves, such as an icon's many paths, are none.
 */
export function isDeepHtml(html: string, levels: number): boolean {
  // Most pages have fewer tags in all: counting these costs a fraction of looking at each.
  return hasMoreTags(html, levels) && opensMore(html, levels)
}

function hasMoreTags(html: string, levels: number): boolean {
  let count = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (html.charCodeAt(at + 1) !== slash && ++count > levels) return true
  }
  return false
}

function opensMore(html: string, levels: number): boolean {
  let open = 0
  let end = -1
  for (let at = html.indexOf('<'); at !== -1 && open <= levels; at = html.indexOf('<', at + 1)) {
    const next = html.charCodeAt(at + 1)
    const letter = next | 0x20
    if (next === slash) open = Math.max(open - 1, 0)
    else if (letter >= 0x61 && letter <= 0x7a) {
      // Looked for once only, also where a million tags lack theirs.
      if (end < at) end = html.indexOf('>', at)
      if (end === -1) end = html.length
      if (html.charCodeAt(end - 1) !== slash && !voidTag.test(html.slice(at, at + 9))) open += 1
    }
  }
  return open > levels
}
