import { cleanCharacters } from './clean-characters.ts'
import { looksLikeHtml, unwrapEscapedSection } from './disguised-html.ts'
import { attribute, type Element } from './element.ts'
import type { ElementKind } from './element-kinds.ts'
import { readText } from './element-text.ts'
import { foldSpace } from './fold-space.ts'
import { plainText } from './plain-text.ts'
import { type Reading, warn } from './reading.ts'

/** What an element says, as HTML, or as text that holds no markup. */
export interface Construct {
  html?: string | undefined
  text?: string | undefined
}

const encodedTwice = /&amp;(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i

/**
 * RSS does not say what its texts are. In practice all are HTML: decoded once by XML and, where
 * references are left, once more.
 */
export function readRssConstruct(element: Element | undefined, reading: Reading): Construct {
  const { text, inline } = readText(element, reading)
  if (inline && element !== undefined && !element.name.includes(':'))
    warnUnescaped(element, reading)
  return { html: unwrapEscapedSection(text) }
}

function warnUnescaped(element: Element, reading: Reading): void {
  const message = 'Tags stand in a text unescaped; read as HTML.'
  warn(reading, element.rawName, 'unescaped-markup', message)
}

/**
 * An Atom text construct, by its `type`. Of Atom 0.3 the media types and `mode` are understood too.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287#section-3.1
 */
export function readAtomConstruct(element: Element | undefined, reading: Reading): Construct {
  const content = readText(element, reading)
  const type = attribute(element, 'type')?.toLowerCase() ?? 'text'
  const encoded = isBase64(element, type)
  const text = encoded
    ? cleanCharacters(decodeBase64(content.text), reading.warnings)
    : content.text
  if (content.inline && !encoded) {
    if (element !== undefined && /^(?:text|html|text\/plain|text\/html)$/.test(type)) {
      warnUnescaped(element, reading)
    }
    return { html: text }
  }
  if (/^(?:x?html|text\/html|application\/xhtml\+xml)$/.test(type)) {
    return { html: unwrapEscapedSection(text) }
  }
  return encoded && type.includes('/') && type !== 'text/plain' ? { html: text } : { text }
}

// Any media type but those of text and XML is base64 (RFC 4287, 4.1.3.3); Atom 0.3 says it in `mode`.
function isBase64(element: Element | undefined, type: string): boolean {
  if (attribute(element, 'mode')?.toLowerCase() === 'base64') return true
  return type.includes('/') && !/^text\/|[/+]xml\b/.test(type)
}

/** A text construct that is often HTML although it is declared, or by default is, plain text. */
export function readAtomBody(element: Element | undefined, reading: Reading): Construct {
  const construct = readAtomConstruct(element, reading)
  if (construct.text === undefined || !looksLikeHtml(construct.text)) return construct
  warn(reading, element?.rawName ?? '', 'html-in-text', 'Declared as plain text; read as HTML.')
  return { html: construct.text }
}

/** A construct on one line, without markup; `undefined` where nothing is left. */
export function textOf(construct: Construct, isTitle = false): string | undefined {
  const { html, text: plain = '' } = construct
  const text = html === undefined ? foldSpace(plain) : plainText(html, isTitle)
  return text === '' ? undefined : text
}

// What a text must hold, on a line of its own, to be anything but that line.
const longestLine = 200
const needsReading = /[&<]|[^\S ]| {2}|^ | $/

/**
 * The text of an element that is nothing but one line of plain characters, as most titles and names are:
 * every way of reading it gives the same. `undefined` for all others, which have to be read.
 */
export function plainLine(element: Element): string | undefined {
  if (element.content === 'unknown') return undefined
  const { innerStart, innerEnd } = element
  // Looking costs as much as reading; only short texts are likely enough to need no more.
  if (innerEnd - innerStart > longestLine) return undefined
  const raw = element.source.slice(innerStart, innerEnd)
  return raw === '' || needsReading.test(raw) ? undefined : raw
}

/** An RSS text on one line; `undefined` where nothing is left. */
export function readLine(element: Element, reading: Reading): string | undefined {
  return plainLine(element) ?? textOf(readRssConstruct(element, reading))
}

/** The text of an RSS title, with a warning where its references were encoded twice. */
export function readRssTitle(element: Element | undefined, reading: Reading): string | undefined {
  if (element === undefined) return undefined
  const line = plainLine(element)
  if (line !== undefined) return line
  if (isEncodedTwice(element)) {
    warn(reading, element.rawName, 'double-encoded', 'References encoded twice were decoded twice.')
  }
  return textOf(readRssConstruct(element, reading), true)
}

function isEncodedTwice(element: Element): boolean {
  if (element.content === 'section') return false
  const raw = element.source.slice(element.innerStart, element.innerEnd)
  return raw.includes('&amp;') && encodedTwice.test(raw) && !raw.includes('<![CDATA[')
}

/** The value of a plain element, e.g. a date or an address: decoded, trimmed, `undefined` when empty. */
export function readValue(element: Element | undefined, reading: Reading): string | undefined {
  if (element === undefined || element.innerStart === element.innerEnd) return undefined
  const line = plainLine(element)
  if (line !== undefined) return line
  const text = readText(element, reading).text.trim()
  return text === '' ? undefined : text
}

/** The first of several elements that says something. */
export function firstText(
  elements: readonly (Element | undefined)[],
  read: (element: Element) => string | undefined,
): string | undefined {
  for (const element of elements) {
    const text = element === undefined ? undefined : read(element)
    if (text !== undefined) return text
  }
  return undefined
}

/** What the first child that says something says: all of the first kind, then all of the second. */
export function firstOf(
  wanted: readonly ElementKind[],
  reading: Reading,
  read: (element: Element, reading: Reading) => string | undefined,
): string | undefined {
  for (const kind of wanted) {
    for (let found = reading.fields.first(kind); found !== undefined; found = found.next) {
      const text = read(found, reading)
      if (text !== undefined) return text
    }
  }
  return undefined
}

function decodeBase64(text: string): string {
  let binary: string
  try {
    binary = atob(text)
  } catch {
    // Not base64 after all; some say so of plain text.
    return text
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A file, which is no text to show.
    return ''
  }
}
