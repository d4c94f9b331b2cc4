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
      if (safe === undefined && key === 'src' && name === 'img') return ''
      tag += attributeText(key, safe)
    }
  }
  return `${tag}>`
}

/**
 * The attributes of `startTag` where they can be copied as they stand: one space before each, double quotes, nothing
 * twice, addresses absolute. `true` where all of the tag stays, `undefined` where that is not certain. `codes` are the
 * characters of `html`.
 */
export function plainAttributes(
  { allowed }: HtmlElement,
  html: string,
  codes: Uint16Array,
  start: number,
  end: number,
  selfClosing: boolean,
): string | true | undefined {
  let kept = ''
  let copied = start
  let count = 0
  let at = start
  while (at < end) {
    if (codes[at] !== 0x20) return undefined
    // As in `<br />`.
    if (at + 1 === end && selfClosing) break
    let equals = at + 1
    while (equals < end && codes[equals] !== 0x3d) equals++
    if (codes[equals + 1] !== 0x22 || equals >= end) return undefined
    const attribute = attributes.at(codes, at + 1, equals, hashOf(codes, at + 1, equals))
    const value = equals + 2
    let close = value
    while (close < end && codes[close] !== 0x22) close++
    if (attribute === undefined || close >= end) return undefined
    const isKept = allowed?.has(attribute.name) === true
    if (isKept) {
      if (
        count >= mostSeen ||
        hasSeen(attribute, count) ||
        !attribute.isPlain(codes, value, close)
      ) {
        return undefined
      }
      seen[count++] = attribute
    }
    const isStyle = attribute.name === 'style'
    if (isStyle || !isKept) {
      kept += html.slice(copied, at)
      copied = close + 1
    }
    if (isStyle) kept += attributeText('style', sanitizeStyle(html.slice(value, close)))
    at = close + 1
  }
  return copied === start && !selfClosing ? true : kept + html.slice(copied, at)
}

function attributeText(key: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${key}="${escapeValue(value)}"`
}

/** Whether nothing is left to resolve in a range of characters with the attributes of a tag; `false` where that is not certain. */
export function hasAbsoluteAddresses(codes: Uint16Array, start: number, end: number): boolean {
  let at = start
  while (at < end) {
    const name = at + 1
    if ((codes[at] ?? 0) > 0x20) return false
    if (name === end) break
    let equals = name
    while (equals < end && codes[equals] !== 0x3d) equals++
    if (codes[equals + 1] !== 0x22 || equals >= end) return false
    const attribute = attributes.at(codes, name, equals, hashOf(codes, name, equals))
    const value = equals + 2
    let close = value
    while (close < end && codes[close] !== 0x22) close++
    if (attribute === undefined || close >= end) return false
    if (attribute.isAddress && !attribute.isPlain(codes, value, close)) return false
    at = close + 1
  }
  return true
}

interface Attribute {
  readonly name: string
  readonly isAddress: boolean
  /** Whether a value, a range of characters, may stay as it stands. */
  readonly isPlain: (codes: Uint16Array, start: number, end: number) => boolean
}

const attributes = new NameTable<Attribute>((name) => {
  // Others may be several, or none.
  if (!/^[a-z][a-z\d:_-]*$/.test(name)) return undefined
  if (urlAttributes.has(name)) return { name, isAddress: true, isPlain: isPlainIn }
  if (name === 'srcset') return { name, isAddress: true, isPlain: never }
  return { name, isAddress: false, isPlain: name === 'style' ? isUnescaped : isEscaped }
})

function never(): boolean {
  return false
}

function isUnescaped(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (codes[at] === 0x26) return false
  return true
}

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
