import type { TextSource } from './metadata-lines.ts'

/** A line without its end; `undefined` for one that is too long to be held. */
export interface Line {
  line: string | undefined
  /** From 1. */
  number: number
}

/** The lines of a text that comes in pieces, of characters or of UTF-8. The last may lack its end. */
export async function* splitLines(source: TextSource, longest: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  // Pieces of one line: joined once, so that a line in many small pieces costs no more than in one.
  let pieces: string[] = []
  let length = 0
  let number = 0
  const take = (): Line => {
    number++
    const line = length > longest ? undefined : pieces.join('').replace(/\r$/, '')
    pieces = []
    length = 0
    return { line: number === 1 ? line?.replace(/^\uFEFF/, '') : line, number }
  }
  const hold = (piece: string): void => {
    length += piece.length
    if (length > longest) pieces = []
    else if (piece !== '') pieces.push(piece)
  }
  for await (const chunk of iterate(source)) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    let start = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      hold(text.slice(start, end))
      yield take()
      start = end + 1
    }
    hold(text.slice(start))
  }
  hold(decoder.decode())
  if (length > 0) yield take()
}

/** Not every browser's streams can be iterated themselves. */
async function* iterate(source: TextSource): AsyncGenerator<string | Uint8Array> {
  const isIterable =
    typeof source === 'string' ||
    Reflect.get(source, Symbol.asyncIterator) !== undefined ||
    Reflect.get(source, Symbol.iterator) !== undefined
  if (isIterable || !('getReader' in source)) {
    yield* typeof source === 'string' ? [source] : source
    return
  }
  const reader = source.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}
