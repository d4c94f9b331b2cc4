// What they hold is not on the page: icons carry the vendor's name in a <title>, scripts 11 of 12 MB.
const opening = /<(?:!--|(?:script|style|noscript|template|svg)(?=[\s/>]))/gi

/**
 * The page without its scripts, icons and comments: some 200 KB of 12 MB, so that a tree of it costs
 * little. Icons stand in icons. What is not closed goes on to the end. Takes linear time.
 */
export function visibleHtml(html: string): string {
  const kept: string[] = []
  let from = 0
  opening.lastIndex = 0
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    kept.push(html.slice(from, match.index))
    from = endOf(html, match[0].slice(1).toLowerCase(), opening.lastIndex)
    opening.lastIndex = from
  }
  kept.push(html.slice(from))
  return kept.join('')
}

/** The index after what began before `at`. */
function endOf(html: string, name: string, at: number): number {
  if (name === '!--') return after(html, html.indexOf('-->', at), 3)
  let end = after(html, html.indexOf('>', at), 1)
  // Elsewhere than in an icon the slash means nothing.
  let open = name === 'svg' && html.charAt(end - 2) === '/' ? 0 : 1
  while (open > 0) {
    const next = nextTag(html, name, end, name === 'svg')
    if (next === undefined) return html.length
    open += next.isOpening ? 1 : -1
    end = next.end
  }
  return end
}

/** The next tag of this name: its end tag, or where they may stand in each other also an opening one. */
function nextTag(
  html: string,
  name: string,
  from: number,
  mayNest: boolean,
): { isOpening: boolean; end: number } | undefined {
  for (let at = html.indexOf('<', from); at !== -1; at = html.indexOf('<', at + 1)) {
    const isEnd = html.charAt(at + 1) === '/'
    if (!isEnd && !mayNest) continue
    const start = isEnd ? at + 2 : at + 1
    const found = html.slice(start, start + name.length)
    if (found.length !== name.length || found.toLowerCase() !== name) continue
    if (/[^\s/>]/.test(html.charAt(start + name.length))) continue
    const end = after(html, html.indexOf('>', start), 1)
    if (isEnd || html.charAt(end - 2) !== '/') return { isOpening: !isEnd, end }
  }
  return undefined
}

function after(html: string, at: number, length: number): number {
  return at === -1 ? html.length : at + length
}
