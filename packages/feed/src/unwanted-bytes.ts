/**
 * Whether UTF-8 bytes hold what `cleanCharacters` would change: controls, U+FFFE and U+FFFF. Sixteen bytes are looked
 * at in one step: a pass over the decoded text would cost as much as decoding it.
 */
export function hasUnwanted(bytes: Uint8Array): boolean {
  const lead = -bytes.byteOffset & 3
  if (bytes.length < lead) return hasUnwantedIn(bytes, 0, bytes.length)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + lead, (bytes.length - lead) >> 2)
  const blocks = words.length & ~3
  for (let i = 0; i < blocks; i += 4) {
    const a = words[i] ?? 0
    const b = words[i + 1] ?? 0
    const c = words[i + 2] ?? 0
    const d = words[i + 3] ?? 0
    // The high bit of a byte is left where it is below 0x20, or is not ASCII. A borrow from the byte below may leave
    // one too, which only costs the closer look.
    const signs = (a - spaces) | a | (b - spaces) | b | (c - spaces) | c | (d - spaces) | d
    if ((signs & high) === 0) continue
    if (mayBeUnwanted(a) || mayBeUnwanted(b) || mayBeUnwanted(c) || mayBeUnwanted(d)) {
      const at = lead + i * 4
      if (hasUnwantedIn(bytes, at, at + 16)) return true
    }
  }
  return hasUnwantedIn(bytes, 0, lead) || hasUnwantedIn(bytes, lead + blocks * 4, bytes.length)
}

const spaces = 0x20202020
const high = 0x80808080 | 0
const low = 0x7f7f7f7f

// Whether one of four bytes is below 0x20 and no line end, or 0xc2 or 0xef. Wrong only on the safe side.
function mayBeUnwanted(word: number): boolean {
  const line = word ^ 0x0a0a0a0a
  let signs = (word - spaces) & ~word & (((line & low) + low) | line)
  if ((word & high) !== 0) signs |= zeros(word ^ 0xc2c2c2c2) | zeros(word ^ 0xefefefef)
  return (signs & high) !== 0
}

// The high bit of every byte that is 0, and perhaps of the byte above it.
function zeros(word: number): number {
  return (word - 0x01010101) & ~word
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
