import { escapeValue } from './escape-html.ts'
import { type HtmlElement, urlAttributes } from './html-elements.ts'
import { hashOf, NameTable } from './name-table.ts'
import { resolveUrl } from './resolve-url.ts'
import { sanitizeStyle } from './sanitize-style.ts'
import { resolveSourceSet } from './source-set.ts'
import { listAttributes } from './tag-attributes.ts'
import { isIn, isPlainIn } from './web-address.ts'

const dataImage = /^data:image\/(?:png|gif|jpe?g|webp|avif);base64,[\w+/=\s]*$/i

/**
 * The start tag of an element in a sanitized body: allowed attributes only, addresses absolute. Nothing
 * for a picture whose address is no good, which would show only a broken frame.
 */
export function startTag(
  element: HtmlElement,
  html: string,
  start: number,
  end: number,
  base: string | undefined,
): string {
  const { name, allowed } = element
  let tag = `<${name}`
  if (start < end && allowed !== undefined) {
    const list = listAttributes(html, start, end)
    const seen: string[] = []
    for (let i = 0; i + 1 < list.length; i += 2) {
      const key = list[i] ?? ''
      if (!allowed.has(key) || seen.includes(key)) continue
      seen.push(key)
      const value = list[i + 1] ?? ''
      const safe = safeValue(name, key, value, base)
      if (safe !== undefined) tag += ` ${key}="${escapeValue(safe)}"`
      else if (key === 'src' && name === 'img') return ''
    }
  }
  return `${tag}>`
}

/**
 * Whether a start tag with attributes would come out of `startTag` as it stands: one space before each,
 * lower-case names, double quotes, nothing twice, everything allowed, addresses absolute.
 */
export function isSanitized(
  element: HtmlElement,
  codes: Uint16Array,
  start: number,
  end: number,
): boolean {
  const { allowed } = element
  let count = 0
  let at = start
  while (at < end) {
    if (codes[at] !== 0x20) return false
    let equals = at + 1
    while (equals < end && codes[equals] !== 0x3d) equals++
    if (codes[equals + 1] !== 0x22 || equals >= end) return false
    const attribute = attributes.at(codes, at + 1, equals, hashOf(codes, at + 1, equals))
    if (attribute === undefined || attribute.isComplex || hasSeen(attribute, count)) return false
    if (allowed?.has(attribute.name) !== true || count >= mostSeen) return false
    seen[count++] = attribute
    let close = equals + 2
    while (close < end && codes[close] !== 0x22) close++
    if (close >= end) return false
    const isKept = attribute.isUrl ? isPlainIn : isEscaped
    if (!isKept(codes, equals + 2, close)) return false
    at = close + 1
  }
  return true
}

interface Attribute {
  readonly name: string
  readonly isUrl: boolean
  /** Its value has a grammar of its own. */
  readonly isComplex: boolean
}

const attributes = new NameTable<Attribute>((name) => {
  return { name, isUrl: urlAttributes.has(name), isComplex: name === 'style' || name === 'srcset' }
})

// The attributes of the tag that is being looked at, as many as were counted.
const seen: Attribute[] = []
const mostSeen = 16

function hasSeen(attribute: Attribute, count: number): boolean {
  for (let i = 0; i < count; i++) if (seen[i] === attribute) return true
  return false
}

// Whether decoding and escaping a value gives it back.
function isEscaped(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = codes[at] ?? 0
    if (code > 0x3e) continue
    if (code === 0x3c || code === 0x3e) return false
    if (code === 0x26 && !isIn(codes, at + 1, 'amp;') && !isIn(codes, at + 1, 'quot;')) return false
  }
  return true
}

function safeValue(
  element: string,
  key: string,
  value: string,
  base: string | undefined,
): string | undefined {
  if (urlAttributes.has(key)) {
    // Nothing is asked for: kept so that no attribute goes that means no harm.
    const isEmpty = value === '' && key !== 'src' && key !== 'href' && key !== 'poster'
    return isEmpty ? value : safeUrl(element, key, value, base)
  }
  if (key === 'style') return sanitizeStyle(value)
  return key === 'srcset' ? resolveSourceSet(value, base) : value
}

function safeUrl(
  element: string,
  attribute: string,
  value: string,
  base: string | undefined,
): string | undefined {
  const url = resolveUrl(value, base)
  if (url !== undefined) return url
  const text = value.trim()
  if (attribute === 'href' && /^(?:mailto|tel):[^\s<>"]+$/i.test(text)) return text
  return element === 'img' && attribute === 'src' && dataImage.test(text) ? text : undefined
}
