import { ownText } from './characters.ts'

// Printable ASCII but `<>"`{}|\^`, which a URL parser would rewrite.
const plainRest = /^[!#-;=?-Z[\]_a-z~]*$/
// A host of plain lower-case labels. Refused: ports, users, capitals, Punycode (`xn--`), empty labels, and
// last labels that begin with a digit, which a parser takes for an address of numbers.
const plainOrigin =
  /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)*[a-z][a-z\d]*(?:-[a-z\d]+)*(?=[/?#]|$)/
const plainOriginAt = new RegExp(plainOrigin.source.slice(1).replace('|$', '|["\']'), 'y')
// A value up to its quote in which nothing needs decoding but `&amp;`.
const plainValueAt = /https?:\/\/(?:[!#-%(-;=?-Z[\]_a-z~]|&(?=amp;))*["']/y

// Where the last plain origin ended; most addresses of a feed share it.
let lastOrigin = 'https://example.org'

/**
 * Whether a text is an absolute address of the web that a URL parser takes as it stands: `http` or
 * `https`, a host name of plain labels, printable ASCII after it. Most addresses of feeds are, and
 * looking costs a fraction of parsing. `false` says nothing: it may still be an address.
 */
export function isPlainAddress(text: string): boolean {
  return plainRest.test(text) && (hasLastOrigin(text) || originOf(text) !== undefined)
}

function hasLastOrigin(text: string): boolean {
  return text.startsWith(lastOrigin) && text.charCodeAt(lastOrigin.length) === 0x2f
}

function originOf(text: string): string | undefined {
  const origin = plainOrigin.exec(text)?.[0]
  if (origin !== undefined) lastOrigin = ownText(origin)
  return origin
}

/** The host of a plain address, or `undefined` where it is not that plain. */
export function plainHost(text: string): string | undefined {
  const origin = hasLastOrigin(text) ? lastOrigin : originOf(text)
  return origin?.slice(origin.indexOf('//') + 2)
}

/**
 * Whether the value of an attribute, between two positions of a document, is an absolute address of the
 * web in which nothing needs decoding but `&amp;`, and nothing resolving. Its host is not looked at.
 */
export function isAbsoluteValue(source: string, start: number, end: number): boolean {
  if (end - start > 8000 || !source.startsWith('http', start)) return false
  plainValueAt.lastIndex = start
  return plainValueAt.test(source) && plainValueAt.lastIndex === end + 1
}

/** As `isAbsoluteValue`, and the address is one that a URL parser takes as it stands. */
export function isPlainValue(source: string, start: number, end: number): boolean {
  if (!isAbsoluteValue(source, start, end)) return false
  if (source.startsWith(lastOrigin, start)) {
    if (source.charCodeAt(start + lastOrigin.length) === 0x2f) return true
  }
  plainOriginAt.lastIndex = start
  return plainOriginAt.test(source)
}
