// Below this, a loop costs less than asking the engine.
const fewest = 80
// What one text may leave behind in memory; longer ones get an array of their own.
const mostKept = 1 << 20

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/** An array of characters, and the same memory as the engine writes texts into it, where it can. */
class Room {
  readonly units: Uint16Array<ArrayBuffer>
  readonly bytes: Buffer | undefined

  constructor(length: number) {
    this.units = new Uint16Array(length)
    const hasBuffer = isLittleEndian && typeof Buffer !== 'undefined'
    this.bytes = hasBuffer ? Buffer.from(this.units.buffer) : undefined
  }
}

let shared = new Room(1 << 14)

/**
 * The UTF-16 code units of a text, then a 0. Looking at them one by one costs half of `charCodeAt`. The array is
 * shared: it holds the text only until the next one is asked for, and what follows it means nothing.
 */
export function codeUnits(text: string): Uint16Array {
  const { length } = text
  const { units, bytes } = roomFor(length + 1)
  if (length >= fewest && bytes !== undefined) bytes.write(text, 'utf16le')
  else for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i)
  units[length] = 0
  return units
}

function roomFor(length: number): Room {
  if (length > mostKept) return new Room(length)
  if (length > shared.units.length) shared = new Room(Math.min(mostKept, length * 2))
  return shared
}
