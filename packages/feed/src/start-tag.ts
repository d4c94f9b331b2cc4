import { escapeValue } from './escape-html.ts'
import { type HtmlElement, urlAttributes } from './html-elements.ts'
import type { HtmlScanner } from './html-scanner.ts'
import { NameTable } from './name-table.ts'
import { resolveUrl } from './resolve-url.ts'
import { sanitizeStyle } from './sanitize-style.ts'
import { resolveSourceSet } from './source-set.ts'
import { listAttributes } from './tag-attributes.ts'
import { isIn, plainAddressEnd } from './web-address.ts'

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

type ScannedTag = Pick<HtmlScanner, 'source' | 'codes' | 'innerStart' | 'innerEnd' | 'selfClosing'>

/**
 * The attributes of `startTag` where they can be copied as they stand: one space before each, double quotes, nothing
 * twice, addresses without references. `true` where all of the tag stays, `undefined` where that is not certain. Without a
 * set of `allowed` ones all stay, and only addresses change.
 */
export function plainAttributes(
  { source: html, codes, innerStart, innerEnd: end, selfClosing }: ScannedTag,
  allowed: ReadonlySet<string> | undefined,
  base: string | undefined,
): string | true | undefined {
  let kept = ''
  let copied = innerStart
  tag++
  let at = innerStart
  while (at < end) {
    if (codes[at] !== 0x20) return undefined
    // As in `<br />`.
    if (at + 1 === end && selfClosing) break
    const attribute = attributes.at(codes, at + 1)
    const value = attributes.end + 2
    if (attribute === undefined || codes[value - 2] !== 0x3d || codes[value - 1] !== 0x22) {
      return undefined
    }
    const isKept = allowed?.has(attribute.name) ?? true
    if (isKept && attribute.tag === tag) return undefined
    attribute.tag = tag
    let close = isKept ? attribute.plainEnd(codes, value) : value
    const isPlain = codes[close] === 0x22 && (close > value || !attribute.isAddress)
    while (codes[close] !== 0x22) if (++close >= end) return undefined
    if (isKept && !isPlain) {
      const written = html.slice(value, close)
      const isUrl = attribute.isAddress && !written.includes('&')
      const url = isUrl ? resolveUrl(written, base) : undefined
      if (url === undefined) return undefined
      if (url !== written) {
        kept += html.slice(copied, value) + escapeValue(url)
        copied = close
      }
    }
    const isStyle = allowed !== undefined && attribute.name === 'style'
    if (isStyle || !isKept) {
      kept += html.slice(copied, at)
      copied = close + 1
    }
    if (isStyle) {
      const style = html.slice(value, close)
      if (style.includes('&')) return undefined
      kept += attributeText('style', sanitizeStyle(style))
    }
    at = close + 1
  }
  if (copied === innerStart && (allowed === undefined || !selfClosing)) return true
  return kept + html.slice(copied, at)
}

function attributeText(key: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${key}="${escapeValue(value)}"`
}

interface Attribute {
  readonly name: string
  readonly isAddress: boolean
  /** The tag it was met in last, of two in one tag neither is copied. */
  tag: number
  /** Up to where a value may stay as it stands; of an address `start` where it is none. */
  readonly plainEnd: (codes: Uint16Array, start: number) => number
}

// Counts the tags that were looked at.
let tag = 0

const attributes = new NameTable<Attribute>((name) => {
  // Others may be several, or none; a set of addresses has a grammar of its own.
  if (name === 'srcset' || !/^[a-z][a-z\d:_-]*$/.test(name)) return undefined
  const isAddress = urlAttributes.has(name)
  return { name, isAddress, tag: 0, plainEnd: isAddress ? plainAddressEnd : escapedEnd }
})

// Up to where decoding and escaping a value in quotes gives it back.
function escapedEnd(codes: Uint16Array, start: number): number {
  for (let at = start; ; at++) {
    const code = codes[at] ?? 0
    if (code > 0x3e) continue
    if (code === 0x26 && (isIn(codes, at + 1, 'amp;') || isIn(codes, at + 1, 'quot;'))) continue
    if (code === 0 || code === 0x22 || code === 0x26 || (code > 0x3b && code !== 0x3d)) return at
  }
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
