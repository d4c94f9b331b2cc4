/**
 * Whether UTF-8 bytes hold what `cleanCharacters` would change: controls, U+FFFE and U+FFFF. Four bytes are looked at in
 * one step: a pass over the decoded text would cost as much as decoding it.
 */
export function hasUnwanted(bytes: Uint8Array): boolean {
  const lead = -bytes.byteOffset & 3
  if (bytes.length < lead + 4) return hasUnwantedIn(bytes, 0, bytes.length)
  if (hasUnwantedIn(bytes, 0, lead)) return true
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + lead, (bytes.length - lead) >> 2)
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0
    // The high bit of a byte is left where it is below 0x20, or is not ASCII. A borrow from the byte below may leave
    // one too, which only costs the closer look.
    if ((((word - 0x20202020) | word) & 0x80808080) === 0) continue
    const at = lead + i * 4
    if (hasUnwantedIn(bytes, at, at + 4)) return true
  }
  return hasUnwantedIn(bytes, lead + words.length * 4, bytes.length)
}

function hasUnwantedIn(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isUnwanted(bytes, at, bytes[at] ?? 0)) return true
  return false
}

function isUnwanted(bytes: Uint8Array, at: number, byte: number): boolean {
  if (byte < 0x20) return byte !== 0x0a && byte !== 0x09 && byte !== 0x0d
  if (byte === 0xc2) {
    // U+0080 to U+009F but U+0085, a line end.
    const next = bytes[at + 1] ?? 0
    return next < 0xa0 && next !== 0x85
  }
  return byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe
}
