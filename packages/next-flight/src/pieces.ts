import type { Payload } from './pushes.ts'

/** Reads a payload from its pieces in order, as if they were one text. */
export interface Pieces {
  /** False at the end. */
  skipSpace(): boolean
  /** The next characters, at most so many. */
  peek(length: number): string
  skip(length: number): void
  /** How many units stand before. */
  position(): number
  /** Up to the newline, or to the end of the piece. */
  lineOfPiece(): string
  /** What stands before the next newline; never empty of pieces. */
  takeLine(): string[]
  /** So many bytes of UTF-8. */
  takeBytes(bytes: number): { pieces: string[]; isWhole: boolean }
}

const stepBytes = 64 * 1024

export function createPieces({ parts, isBytes }: Payload): Pieces {
  let part = 0
  let at = 0
  let before = 0
  const decode = createDecode(isBytes)
  const countUnits = createUnitCounter(isBytes)
  return { skipSpace, peek, skip, position, lineOfPiece, takeLine, takeBytes }

  /** The piece that is read, behind what is used up; `undefined` at the end. */
  function current(): string | undefined {
    for (let text = parts[part]; text !== undefined; text = parts[part]) {
      if (at < text.length) return text
      before += text.length
      part += 1
      at = 0
    }
    return undefined
  }

  function skipSpace(): boolean {
    for (let text = current(); text !== undefined; text = current()) {
      while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
      if (at < text.length) return true
    }
    return false
  }

  function peek(length: number): string {
    let found = parts[part]?.slice(at, at + length) ?? ''
    for (let next = part + 1; found.length < length && next < parts.length; next += 1) {
      found += (parts[next] ?? '').slice(0, length - found.length)
    }
    return found
  }

  function skip(length: number): void {
    let left = length
    for (let text = current(); text !== undefined && left > 0; text = current()) {
      const step = Math.min(left, text.length - at)
      at += step
      left -= step
    }
  }

  function position(): number {
    return before + at
  }

  function lineOfPiece(): string {
    const rest = current()?.slice(at) ?? ''
    const end = rest.indexOf('\n')
    return end === -1 ? rest : rest.slice(0, end)
  }

  function takeLine(): string[] {
    const line: string[] = []
    for (let text = current(); text !== undefined; text = current()) {
      const end = text.indexOf('\n', at)
      line.push(text.slice(at, end === -1 ? undefined : end))
      at = end === -1 ? text.length : end
      if (end !== -1) break
    }
    return decode(line)
  }

  function takeBytes(bytes: number): { pieces: string[]; isWhole: boolean } {
    const pieces: string[] = []
    let left = bytes
    for (let text = current(); text !== undefined && left > 0; text = current()) {
      const { units, used } = countUnits(text, at, left)
      // The length ends within a character.
      if (units === 0) break
      pieces.push(text.slice(at, at + units))
      at += units
      left -= used
    }
    return { pieces: decode(pieces), isWhole: left === 0 }
  }
}

/** How many units of a text are so many bytes, at most to its end. */
function createUnitCounter(
  isBytes: boolean,
): (text: string, from: number, bytes: number) => { units: number; used: number } {
  if (isBytes) {
    return (text, from, bytes) => {
      const units = Math.min(bytes, text.length - from)
      return { units, used: units }
    }
  }
  const encoder = new TextEncoder()
  const room = new Uint8Array(stepBytes)
  return (text, from, bytes) => {
    let [at, used] = [from, 0]
    // By steps: a row of a hundred megabytes must not ask for as much memory again.
    while (used < bytes && at < text.length) {
      const most = Math.min(bytes - used, stepBytes)
      const { read, written } = encoder.encodeInto(
        text.slice(at, at + most),
        room.subarray(0, most),
      )
      if (read === 0) break
      at += read
      used += written
    }
    return { units: at - from, used }
  }
}

/** Pieces of bytes become text: joined, for a character may stand in two of them. */
function createDecode(isBytes: boolean): (pieces: string[]) => string[] {
  if (!isBytes) return (pieces) => pieces
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return (pieces) => [
    decoder.decode(Uint8Array.from(pieces.join(''), (unit) => unit.charCodeAt(0))),
  ]
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}
