import {
  isLegacyName,
  namedCharacter,
  numericCharacter,
  referenceEnd,
} from './character-reference.ts'

/** What decoding met that XML does not allow. */
export interface ReferenceRepairs {
  rawAmpersand: boolean
  invalidReference: boolean
  htmlEntity: boolean
  unknownEntity: boolean
}

const xmlNames: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

// Controls by number, letters of windows-1252 by intent.
const namesC1 = /^#(?:0*1[2-5]\d|x0*[89][\da-f])$/i

/**
 * Text of an XML document, its references decoded once. Names of HTML are known too: feeds use them
 * without declaring them. Anything else stays as it stands.
 */
export function decodeXml(
  text: string,
  declared: ReadonlyMap<string, string>,
  repairs: ReferenceRepairs,
): string {
  return decode(text, (name) => {
    if (name === undefined) {
      repairs.rawAmpersand = true
      return undefined
    }
    const numeric = numericCharacter(name)
    if (numeric !== undefined) {
      repairs.invalidReference ||= numeric === '' || numeric === '\ufffd' || namesC1.test(name)
      return numeric
    }
    const known = xmlNames.get(name) ?? declared.get(name)
    if (known !== undefined) return known
    const html = namedCharacter(name)
    if (html === undefined) repairs.unknownEntity = true
    else repairs.htmlEntity = true
    return html
  })
}

/** Text of an HTML document, its references decoded once; old ones without a semicolon as browsers do. */
export function decodeHtml(text: string): string {
  return decode(text, (name) =>
    name === undefined ? undefined : (numericCharacter(name) ?? namedCharacter(name)),
  )
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

function decode(text: string, resolve: (name: string | undefined) => string | undefined): string {
  let ampersand = text.indexOf('&')
  if (ampersand === -1) return text
  let decoded = ''
  let copied = 0
  while (ampersand !== -1) {
    const end = referenceEnd(text, ampersand)
    const value = resolve(end === -1 ? undefined : text.slice(ampersand + 1, end - 1))
    if (value === undefined) {
      ampersand = text.indexOf('&', ampersand + 1)
      continue
    }
    decoded += text.slice(copied, ampersand) + value
    copied = end
    ampersand = text.indexOf('&', end)
  }
  return decoded + text.slice(copied)
}
