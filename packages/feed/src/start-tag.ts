import { escapeValue } from './escape-html.ts'
import { type HtmlElement, urlAttributes } from './html-elements.ts'
import { resolveUrl } from './resolve-url.ts'
import { sanitizeStyle } from './sanitize-style.ts'
import { resolveSourceSet } from './source-set.ts'
import { listAttributes } from './tag-attributes.ts'
import { isPlainValue } from './web-address.ts'

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
  html: string,
  start: number,
  end: number,
): boolean {
  const { allowed } = element
  let before = ''
  let at = start
  while (at < end) {
    if (html.charCodeAt(at) !== 0x20) return false
    let equals = at + 1
    while (equals < end && html.charCodeAt(equals) !== 0x3d) equals++
    if (html.charCodeAt(equals + 1) !== 0x22 || equals >= end) return false
    const key = html.slice(at + 1, equals)
    if (allowed?.has(key) !== true || before.includes(key)) return false
    if (key === 'style' || key === 'srcset') return false
    const close = html.indexOf('"', equals + 2)
    if (close === -1 || close >= end) return false
    if (urlAttributes.has(key)) {
      if (!isPlainValue(html, equals + 2, close)) return false
    } else if (!isEscaped(html, equals + 2, close)) return false
    before += key
    at = close + 1
  }
  return true
}

// Whether decoding and escaping a value gives it back.
function isEscaped(html: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = html.charCodeAt(at)
    if (code === 0x3c || code === 0x3e) return false
    if (code === 0x26 && !html.startsWith('amp;', at + 1) && !html.startsWith('quot;', at + 1)) {
      return false
    }
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
