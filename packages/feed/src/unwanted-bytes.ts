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
    // Whether any byte is below 0x20, or 0xc2, or 0xef: a high bit is left where it is. A borrow from the byte below
    // may leave one too, which only costs the closer look.
    let found = (word - 0x20202020) & ~word
    if ((word & 0x80808080) !== 0) {
      const c2 = word ^ 0xc2c2c2c2
      const ef = word ^ 0xefefefef
      found |= ((c2 - 0x01010101) & ~c2) | ((ef - 0x01010101) & ~ef)
    }
    if ((found & 0x80808080) === 0) continue
    const at = lead + i * 4
    if (hasUnwantedIn(bytes, at, at + 4)) return true
  }
  return hasUnwantedIn(bytes, lead + words.length * 4, bytes.length)
}

function hasUnwantedIn(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x20) {
      if (byte !== 0x0a && byte !== 0x09 && byte !== 0x0d) return true
    } else if (byte === 0xc2) {
      // U+0080 to U+009F but U+0085, a line end.
      const next = bytes[at + 1] ?? 0
      if (next < 0xa0 && next !== 0x85) return true
    } else if (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe) return true
  }
  return false
}
