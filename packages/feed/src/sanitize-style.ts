// Looks and boxes of text. Left out: what moves an element over others (`position`, `z-index`, negative
// offsets are no values below), what loads (`content`, `filter`, `behavior`) and what animates.
const properties: ReadonlySet<string> = new Set(
  (
    'background background-color background-x background-y border border-bottom border-bottom-color border-bottom-style ' +
    'border-bottom-width border-collapse border-color border-left border-left-color border-left-style ' +
    'border-left-width border-radius border-right border-right-color border-right-style border-right-width ' +
    'border-spacing border-style border-top border-top-color border-top-style border-top-width border-width ' +
    'clear color cursor direction display float font font-family font-size font-style font-variant ' +
    'font-weight height letter-spacing line-height list-style-type margin margin-bottom margin-left ' +
    'margin-right margin-top max-height max-width min-height min-width overflow padding padding-bottom ' +
    'padding-left padding-right padding-top text-align text-decoration text-indent text-transform ' +
    'unicode-bidi vertical-align white-space width word-break word-spacing word-wrap'
  ).split(' '),
)

// Words, numbers with units, colours, names of fonts in quotes, and the one kind of function that only
// makes a colour. Nothing here can name an address, escape a character or begin a comment.
const value =
  /^(?:[\s,]|[a-z][a-z-]*(?![\w(-])|\d{1,4}(?:\.\d{1,4})?(?:[a-z]{2,4}|%)?(?![\w.%])|\.\d{1,4}(?:[a-z]{2,4}|%)?(?![\w.%])|#[\da-f]{3,8}(?!\w)|'[\w\s-]{1,40}'|"[\w\s-]{1,40}"|(?:rgb|hsl)a?\([\d\s,.%]{1,30}\)|!important|\/(?!\*))*$/i

const mostDeclarations = 32
const longestValue = 120

// A body says the same few things again and again: coloured code, cells of tables.
const mostRecent = 128
const recent: Map<string, string> = new Map()

/** The declarations of a `style` attribute that can do no harm; `undefined` where none are left. */
export function sanitizeStyle(style: string): string | undefined {
  const known = recent.get(style)
  if (known !== undefined) return known === '' ? undefined : known
  const safe = keepSafe(style)
  if (recent.size >= mostRecent) recent.clear()
  // Copied, because a slice would keep its whole document in memory.
  recent.set(` ${style}`.slice(1), safe ?? '')
  return safe
}

function keepSafe(style: string): string | undefined {
  const kept: string[] = []
  for (const declaration of style.split(';', mostDeclarations)) {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, Math.max(colon, 0)).trim()
    const written = declaration.slice(colon + 1).trimStart()
    if (!properties.has(property.toLowerCase()) || written.trim() === '') continue
    if (written.length <= longestValue && value.test(written)) kept.push(`${property}: ${written};`)
  }
  return kept.length === 0 ? undefined : kept.join(' ')
}
