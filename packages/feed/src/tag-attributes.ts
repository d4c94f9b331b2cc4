import { isBlank } from './characters.ts'
import type { Element } from './element.ts'
import { decodeHtml } from './entities.ts'

// Name, and a value in quotes, without, or with a quote that is never closed.
const attribute = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|["']?([^\s"'>]*)))?/g

/**
 * The attributes between a tag's name and its end, by lower-case name, values decoded. Of two with one
 * name the first counts. A `Map`, because a document may name an attribute `__proto__`.
 */
export function parseAttributes(text: string): Map<string, string> {
  return attributesOf(listAttributes(text, 0, text.length))
}

/** As `parseAttributes`, of what `listAttributes` gives. */
export function attributesOf(list: readonly string[]): Map<string, string> {
  const attributes = new Map<string, string>()
  for (let i = 0; i + 1 < list.length; i += 2) {
    const name = list[i] ?? ''
    if (!attributes.has(name)) attributes.set(name, list[i + 1] ?? '')
  }
  return attributes
}

/** As `parseAttributes`, of a range of `source`: names and values alternately, repeated names too. */
export function listAttributes(source: string, start: number, end: number): string[] {
  return listQuoted(source, start, end) ?? listAny(source.slice(start, end))
}

/** The value of one attribute of an element, trimmed; `undefined` where there is none or it is empty. */
export function valueIn(element: Element, name: string): string | undefined {
  const list = element.attributes ?? loadAttributes(element)
  for (let i = 0; i < list.length; i += 2) {
    if (list[i] !== name) continue
    const value = list[i + 1]?.trim()
    return value === '' ? undefined : value
  }
  return undefined
}

/** Reads the attributes of an element, before anybody asks for one where the document declares what they refer to. */
export function loadAttributes(
  element: Element,
  declared?: ReadonlyMap<string, string> | undefined,
): readonly string[] {
  const { source, attributesStart, attributesEnd } = element
  const tidy = listQuoted(source, attributesStart, attributesEnd, declared)
  element.attributes = tidy ?? listAny(source.slice(attributesStart, attributesEnd), declared)
  element.isTidy = tidy !== undefined && !isRepeated(tidy)
  return element.attributes
}

// ` name="value"` and nothing else, as nearly every tag is written. Anything odd is left to `listAny`,
// which reads these the same way.
function listQuoted(
  source: string,
  start: number,
  end: number,
  declared?: ReadonlyMap<string, string> | undefined,
): string[] | undefined {
  const list: string[] = []
  let at = start
  while (at < end) {
    if (source.charCodeAt(at) > 0x20) return undefined
    at++
    let equals = plainNameEnd(source, at)
    const isPlain = equals > at && source.charCodeAt(equals) === 0x3d
    // Not by a search: without a `=` in the tag it would look through the rest of the document.
    while (equals < end && source.charCodeAt(equals) !== 0x3d) equals++
    if (equals >= end) return isBlank(source, at, end) ? list : undefined
    const quote = source.charCodeAt(equals + 1)
    if (quote !== 0x22 && quote !== 0x27) return undefined
    const close = source.indexOf(quote === 0x22 ? '"' : "'", equals + 2)
    if (close === -1 || close >= end) return undefined
    let name = source.slice(at, equals)
    if (!isPlain) {
      // More white space than one, or capitals; a name with a quote or a space inside is none.
      name = name.trim().toLowerCase()
      if (
        name === '' ||
        plainNameEnd(name, 0) < name.length ||
        source.charCodeAt(equals - 1) <= 0x20
      )
        return undefined
    }
    const value = source.slice(equals + 2, close)
    list.push(name, value.includes('&') ? decodeHtml(value, declared) : value)
    at = close + 1
  }
  return list
}

// Where a name of small letters, `-` and `:` ends.
function plainNameEnd(text: string, start: number): number {
  let at = start
  let code = text.charCodeAt(at)
  while ((code >= 0x61 && code <= 0x7a) || (at > start && (code === 0x3a || code === 0x2d))) {
    code = text.charCodeAt(++at)
  }
  return at
}

/** What of an element's attributes XML does not allow, as far as a reader asked for one. */
export function attributeRepairs(element: Element): { unquoted: boolean; repeated: boolean } {
  const { attributes: list, source, attributesStart, attributesEnd } = element
  if (list === undefined || list.length === 0) return { unquoted: false, repeated: false }
  return {
    unquoted: hasUnquoted(source.slice(attributesStart, attributesEnd)),
    repeated: isRepeated(list),
  }
}

// Few attributes, so looking back costs less than a set.
function isRepeated(list: readonly string[]): boolean {
  for (let i = 2; i < list.length && i < 64; i += 2) {
    for (let before = 0; before < i; before += 2) if (list[i] === list[before]) return true
  }
  return false
}

// Not where a quote is left open: that is told as such.
function hasUnquoted(text: string): boolean {
  const rest = text.slice(0, 2048).replace(/[^\s="'<>/]+\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
  return /[^\s/]/.test(rest) && !/["']/.test(rest)
}

function listAny(text: string, declared?: ReadonlyMap<string, string> | undefined): string[] {
  const list: string[] = []
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    list.push(name.toLowerCase(), decodeHtml(double ?? single ?? bare ?? '', declared))
  }
  return list
}
