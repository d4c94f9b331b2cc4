// Below this, a loop costs less than asking the engine.
const fewest = 64
// What one text may leave behind in memory; longer ones get an array of their own.
const mostKept = 1 << 20

let shared = new Uint16Array(1 << 14)

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/**
 * The UTF-16 code units of a text, then a 0. Looking at them one by one costs half of `charCodeAt`. The array is
 * shared: it holds the text only until the next one is asked for, and what follows it means nothing.
 */
export function codeUnits(text: string): Uint16Array {
  const { length } = text
  const units = arrayFor(length + 1)
  if (length >= fewest && isLittleEndian && typeof Buffer !== 'undefined') {
    Buffer.from(units.buffer, units.byteOffset, length * 2).write(text, 'utf16le')
  } else for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i)
  units[length] = 0
  return units
}

function arrayFor(length: number): Uint16Array {
  if (length > mostKept) return new Uint16Array(length)
  if (length > shared.length) shared = new Uint16Array(Math.min(mostKept, length * 2))
  return shared
}
