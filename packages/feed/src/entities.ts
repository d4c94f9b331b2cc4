import {
  isLegacyName,
  namedCharacter,
  numericCharacter,
  referenceEnd,
} from './character-reference.ts'
import { noEntities } from './doctype.ts'
import type { Tell } from './warnings.ts'

// Controls by number, letters of windows-1252 by intent.
const namesC1 = /^#(?:0*1[2-5]\d|x0*[89][\da-f])$/i

/**
 * Text of an XML document, its references decoded once. Names of HTML are known too: feeds use them
 * without declaring them. Anything else stays as it stands.
 */
export function decodeXml(text: string, declared: ReadonlyMap<string, string>, tell: Tell): string {
  return decodeReferences(text, (name) => xmlCharacter(name, declared, tell))
}

/** `read` is given the name of a reference, or nothing for an ampersand that begins none; what it does not know stays. */
function decodeReferences(
  text: string,
  read: (name: string | undefined) => string | undefined,
): string {
  let decoded = ''
  let copied = 0
  for (let at = text.indexOf('&'); at !== -1; ) {
    let value = commonCharacter(text, at)
    let end = at + commonLength
    if (value === undefined) {
      end = referenceEnd(text, at)
      value = read(end === -1 ? undefined : text.slice(at + 1, end - 1))
    }
    if (value === undefined) {
      at = text.indexOf('&', at + 1)
      continue
    }
    decoded += copied === at ? value : text.slice(copied, at) + value
    copied = end
    at = text.indexOf('&', end)
  }
  return copied === 0 ? text : decoded + text.slice(copied)
}

// How long the reference was that `commonCharacter` last found: two results without an object for each.
let commonLength = 0

// The five names of XML, which make up nearly all references. No document can declare them otherwise.
function commonCharacter(text: string, at: number): string | undefined {
  const code = text.charCodeAt(at + 1)
  if (code === 0x6c && text.charCodeAt(at + 2) === 0x74 && text.charCodeAt(at + 3) === 0x3b) {
    commonLength = 4
    return '<'
  }
  if (code === 0x67 && text.charCodeAt(at + 2) === 0x74 && text.charCodeAt(at + 3) === 0x3b) {
    commonLength = 4
    return '>'
  }
  if (code === 0x61 && text.startsWith('amp;', at + 1)) {
    commonLength = 5
    return '&'
  }
  if (code === 0x71 && text.startsWith('quot;', at + 1)) {
    commonLength = 6
    return '"'
  }
  if (code === 0x61 && text.startsWith('apos;', at + 1)) {
    commonLength = 6
    return "'"
  }
  return undefined
}

function xmlCharacter(
  name: string | undefined,
  declared: ReadonlyMap<string, string>,
  tell: Tell,
): string | undefined {
  if (name === undefined) {
    tell('raw-ampersand', 'An "&" that begins no reference was read as text.')
    return undefined
  }
  const isNumber = name.charCodeAt(0) === 0x23
  const own = isNumber ? undefined : declared.get(name)
  if (own !== undefined) return own
  const character = isNumber ? numericCharacter(name) : namedCharacter(name)
  if (character === undefined) {
    tell('unknown-entity', 'A reference that nobody defines was kept as text.')
  } else if (!isNumber) tell('html-entity', 'A reference that only HTML defines was decoded.')
  else if (character === '' || character === '\ufffd' || namesC1.test(name)) {
    tell('invalid-reference', 'A reference to no character was replaced or left out.')
  }
  return character
}

/**
 * Text of an HTML document, its references decoded once; old ones without a semicolon as browsers do. With those the
 * document declares, where it is XML.
 */
export function decodeHtml(
  text: string,
  declared: ReadonlyMap<string, string> = noEntities,
): string {
  if (declared.size === 0) return decodeReferences(text, htmlCharacter)
  return decodeReferences(text, (name) => declared.get(name ?? '') ?? htmlCharacter(name))
}

function htmlCharacter(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  return name.charCodeAt(0) === 0x23 ? numericCharacter(name) : namedCharacter(name)
}

/**
 * `&copy 2026` and `&#8217 `, which browsers read although they lack the semicolon. Not before a letter,
 * a digit or `=`, so that `?a=1&copy=2` survives.
 */
export function closeReferences(html: string): string {
  if (!html.includes('&')) return html
  return html.replace(
    /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,6}\d{0,2})(?![\w;=#])/g,
    (all, name) => (name.startsWith('#') || isLegacyName(name) ? `&${name};` : all),
  )
}
