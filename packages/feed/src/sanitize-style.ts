import { ownText } from './characters.ts'

// Looks and boxes of text. Left out: what moves an element over others (`position`, `z-index`, negative
// offsets are no values below), what loads (`content`, `filter`, `behavior`) and what animates.
const property =
  /^(?:background(?:-color|-[xy])?|border(?:-(?:bottom|left|right|top))?(?:-(?:color|style|width))?|border-(?:collapse|radius|spacing)|clear|color|cursor|direction|display|float|font(?:-(?:family|size|style|variant|weight))?|(?:(?:max|min)-)?(?:height|width)|l(?:etter-spacing|ine-height|ist-style-type)|(?:margin|padding)(?:-(?:bottom|left|right|top))?|overflow|text-(?:align|decoration|indent|transform)|unicode-bidi|vertical-align|white-space|word-(?:break|spacing|wrap))$/i

// Words, numbers with units, colours, names of fonts in quotes, and the one kind of function that only
// makes a colour. Nothing here can name an address, escape a character or begin a comment.
const value =
  /^(?:[\s,]|[a-z][a-z-]*(?![\w(-])|\d{1,4}(?:\.\d{1,4})?(?:[a-z]{2,4}|%)?(?![\w.%])|\.\d{1,4}(?:[a-z]{2,4}|%)?(?![\w.%])|#[\da-f]{3,8}(?!\w)|'[\w\s-]{1,40}'|"[\w\s-]{1,40}"|(?:rgb|hsl)a?\([\d\s,.%]{1,30}\)|!important|\/(?!\*))*$/i

const mostDeclarations = 32
const longestValue = 120

// A body says the same few things again and again: coloured code, cells of tables.
const mostRecent = 128
const longestKnown = 256
const recent: Map<string, string> = new Map()

/** The declarations of a `style` attribute that can do no harm; `undefined` where none are left. */
export function sanitizeStyle(style: string): string | undefined {
  const known = recent.get(style)
  if (known !== undefined) return known === '' ? undefined : known
  const safe = keepSafe(style)
  if (style.length > longestKnown) return safe
  if (recent.size >= mostRecent) recent.clear()
  recent.set(ownText(style), safe ?? '')
  return safe
}

function keepSafe(style: string): string | undefined {
  const kept: string[] = []
  for (const declaration of style.split(';', mostDeclarations)) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, Math.max(colon, 0)).trim()
    const written = declaration.slice(colon + 1).trimStart()
    if (!property.test(name) || written.trim() === '') continue
    if (written.length <= longestValue && value.test(written)) kept.push(`${name}: ${written};`)
  }
  return kept.length === 0 ? undefined : kept.join(' ')
}
