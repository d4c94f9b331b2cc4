import { ownText } from './characters.ts'

// Printable ASCII but `<>"`{}|\^`, which a URL parser would rewrite.
const plainRest = /^[!#-;=?-Z[\]_a-z~]*$/
// A host of plain lower-case labels. Refused: ports, users, capitals, Punycode (`xn--`), empty labels, and
// last labels that begin with a digit, which a parser takes for an address of numbers.
const plainOrigin =
  /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)*[a-z][a-z\d]*(?:-[a-z\d]+)*(?=[/?#]|$)/
// Where the last plain origin ended; most addresses of a feed share it.
let lastOrigin = 'https://example.org'

/**
 * Whether a text is an absolute address of the web that a URL parser takes as it stands: `http` or
 * `https`, a host name of plain labels, printable ASCII after it. Most addresses of feeds are, and
 * looking costs a fraction of parsing. `false` says nothing: it may still be an address.
 */
export function isPlainAddress(text: string): boolean {
  return plainRest.test(text) && plainOriginOf(text) !== undefined
}

/** The host of a plain address, or `undefined` where it is not that plain. */
export function plainHost(text: string): string | undefined {
  const origin = plainOriginOf(text)
  return origin?.slice(origin.indexOf('//') + 2)
}

/** As `plainHost`, with the scheme before it. */
export function plainOriginOf(text: string): string | undefined {
  if (text.startsWith(lastOrigin) && text.charCodeAt(lastOrigin.length) === 0x2f) return lastOrigin
  const origin = plainOrigin.exec(text)?.[0]
  if (origin !== undefined) lastOrigin = ownText(origin)
  return origin
}

/** Whether a range of a text is an address of the host of the one before it, as plain as that, without `&`. */
export function isOfLastOrigin(source: string, start: number, end: number): boolean {
  if (!source.startsWith(lastOrigin, start)) return false
  let at = start + lastOrigin.length
  if (source.charCodeAt(at) !== 0x2f) return false
  while (at < end) {
    const code = source.charCodeAt(at++)
    if (code > 0x7e || code === 0x26 || plainCodes[code] !== 1) return false
  }
  return at === end
}

/**
 * Where an address such as `isPlainAddress` takes ends, but with `&amp;` for `&`: the same rules, character by character,
 * because asking the engine costs as much as fifty of them. `start` where none begins.
 */
export function plainAddressEnd(codes: Uint16Array, start: number): number {
  if (!isIn(codes, start, 'http')) return start
  const origin = start + (codes[start + 4] === 0x73 ? 5 : 4)
  if (!isIn(codes, origin, '://')) return start
  let at = origin + 3
  let label = at
  let code = codes[at] ?? 0
  for (; code > 0x2c; code = codes[++at] ?? 0) {
    if (isSmallOrDigit(code)) continue
    if (code > 0x2e) break
    // Neither begins a label or follows another.
    if (!isSmallOrDigit(codes[at - 1] ?? 0)) return start
    if (code === 0x2e) label = at + 1
  }
  if (!isSmallOrDigit(codes[at - 1] ?? 0) || (codes[label] ?? 0) < 0x61) return start
  if (code !== 0x2f && code !== 0x3f && code !== 0x23) return at
  for (; code < 0x7f && plainCodes[code] === 1; code = codes[++at] ?? 0) {
    if (code === 0x26 && !isIn(codes, at + 1, 'amp;')) return start
  }
  return at - start > 8000 ? start : at
}

// Those `plainRest` allows.
const plainCodes: Uint8Array = Uint8Array.from({ length: 0x7f }, (_, code) =>
  plainRest.test(String.fromCharCode(code)) && code !== 0x27 ? 1 : 0,
)

function isSmallOrDigit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

/** Whether a text stands at a position of the characters. */
export function isIn(codes: Uint16Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (codes[at + i] !== text.charCodeAt(i)) return false
  return true
}
