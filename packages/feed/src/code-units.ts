// Below this, a loop costs less than asking the engine.
const fewest = 80
// What one text may leave behind in memory; longer ones get an array of their own.
const mostKept = 1 << 20

// What of Node's there may be; other platforms have none.
interface Writer {
  from(memory: ArrayBuffer): { write(text: string, encoding: 'utf16le'): number }
}
declare const Buffer: Writer | undefined

// How the engine writes characters into memory, where that is how an array holds them.
const writer =
  typeof Buffer !== 'undefined' && new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
    ? Buffer
    : undefined

let units = new Uint16Array(1 << 14)
let bytes = writer?.from(units.buffer)

/**
 * The UTF-16 code units of a text, then a 0. Looking at them one by one costs half of `charCodeAt`. The array is
 * shared: it holds the text only until the next one is asked for, and what follows it means nothing.
 */
export function codeUnits(text: string): Uint16Array {
  const { length } = text
  if (length >= mostKept) return filled(new Uint16Array(length + 1), text)
  if (length >= units.length) {
    units = new Uint16Array(Math.min(mostKept, length * 2))
    bytes = writer?.from(units.buffer)
  }
  if (length < fewest || bytes === undefined) return filled(units, text)
  bytes.write(text, 'utf16le')
  units[length] = 0
  return units
}

function filled(array: Uint16Array, text: string): Uint16Array {
  for (let i = 0; i < text.length; i++) array[i] = text.charCodeAt(i)
  array[text.length] = 0
  return array
}
