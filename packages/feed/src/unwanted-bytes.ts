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
    // Together, for half of all blocks hold a line end: a branch for each word would be foretold wrongly.
    if (((signsIn(a) | signsIn(b) | signsIn(c) | signsIn(d)) & high) !== 0) {
      const at = lead + i * 4
      if (hasUnwantedIn(bytes, at, at + 16)) return true
    }
  }
  return hasUnwantedIn(bytes, 0, lead) || hasUnwantedIn(bytes, lead + blocks * 4, bytes.length)
}

const spaces = 0x20202020
const high = 0x80808080 | 0
const low = 0x7f7f7f7f

// The high bit of each of four bytes that is below 0x20 and no white space, is 0xc2, or is 0xef and followed by 0xbf.
// Wrong only on the safe side: what follows the last byte, whichever that is, is not known here.
function signsIn(word: number): number {
  const line = (word ^ 0x0a0a0a0a) & low
  const controls =
    (line + low) &
    ~(line + 0x60606060) &
    ~word &
    ((line ^ 0x03030303) + low) &
    ((line ^ 0x07070707) + low)
  if ((word & high) === 0) return controls
  const next = zeros(word ^ 0xbfbfbfbf)
  const noncharacters = zeros(word ^ 0xefefefef) & ((next >>> 8) | (next << 8) | 0x80000080)
  return controls | zeros(word ^ 0xc2c2c2c2) | noncharacters
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
