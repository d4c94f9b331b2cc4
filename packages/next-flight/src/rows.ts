import type { Defects } from './defects.ts'
import { isObject } from './flight-value.ts'
import { createPieces, type Pieces } from './pieces.ts'
import type { Payload } from './pushes.ts'

/** One row of the payload, not yet parsed. */
export interface Row {
  /** Lower-case hex, as references name it. */
  id: string
  /**
   * `model` is JSON with references, `json` is JSON without, `text` is verbatim. `other` is what we do
   * not read: debug information, streams, binary data.
   */
  kind: 'model' | 'json' | 'text' | 'module' | 'error' | 'other'
  /** Of the first three kinds: the JSON, or the text, as it was cut by the page. */
  pieces: readonly string[]
}

// https://github.com/facebook/react/blob/main/packages/react-client/src/ReactFlightClient.js,
// processBinaryChunk: these tags are followed by a length in bytes; all others end at a newline.
const lengthTags = new Set('TAOoUSsLlGgMmVb')
const mostIdDigits = 16
// Eight digits are more than any page; without a bound, rows without a comma would cost the square.
const mostLengthDigits = 8
const mostHead = mostIdDigits + mostLengthDigits + 3

/**
 * Cuts the payload into rows, in linear time. A line that is no row is told and left out. The pieces of
 * a page are not joined first: most of it is never looked at.
 */
export function readRows(payload: Payload, defects: Defects): Row[] {
  const rows: Row[] = []
  const pieces = createPieces(payload)
  while (pieces.skipSpace()) {
    const head = readHead(pieces.peek(mostHead))
    if (head === undefined) rows.push(...readStray(pieces, defects))
    else {
      pieces.skip(head.length)
      rows.push(readBody(head, pieces, defects))
    }
  }
  return rows
}

interface Head {
  id: string
  tag: string
  /** Of the head itself. */
  length: number
  bytes?: number | undefined
}

const shape = /^([0-9a-f]{0,16}):(?:([A-Za-z])([0-9a-f]{1,8}),)?/

/** `39:` of a line, `18:T762,` of a text. Hints have no id (":HL[…]"). */
function readHead(text: string): Head | undefined {
  const [whole, id, tag = '', digits = ''] = shape.exec(text) ?? []
  if (whole === undefined || id === undefined) return undefined
  if (!lengthTags.has(tag)) return { id, tag: '', length: id.length + 1 }
  return { id, tag, length: whole.length, bytes: Number.parseInt(digits, 16) }
}

function readBody({ id, tag, bytes }: Head, pieces: Pieces, defects: Defects): Row {
  if (bytes === undefined) return toRow(id, pieces.takeLine(), defects)
  const body = pieces.takeBytes(bytes)
  if (!body.isWhole) defects.add('truncated', 'a row is shorter than it says', `row ${id}`)
  return tag === 'T' ? { id, kind: 'text', pieces: body.pieces } : { id, kind: 'other', pieces: [] }
}

// Some pages push bare JSON, a value a push.
function readStray(pieces: Pieces, defects: Defects): Row[] {
  const at = pieces.position()
  const line = pieces.lineOfPiece()
  if (/^[{[]/.test(line) && isObject(readJson(line))) {
    defects.add('row-without-id', 'a row has no id', `character ${at}`)
    pieces.skip(line.length)
    return [{ id: `@${at}`, kind: 'model', pieces: [line] }]
  }
  defects.add('row-unreadable', 'a line is not a row', `character ${at}`)
  pieces.takeLine()
  return []
}

function toRow(id: string, line: readonly string[], defects: Defects): Row {
  const tag = line[0]?.charAt(0) ?? ''
  if (tag === 'I') return { id, kind: 'module', pieces: [] }
  if (tag === 'E') {
    defects.add('error-row', 'the server could not render a part', `row ${id}`)
    return { id, kind: 'error', pieces: [] }
  }
  if (/^[A-Z#rx]/.test(tag)) return { id, kind: 'other', pieces: [] }
  return { id, kind: 'model', pieces: line }
}

/** The JSON or the text of a row. */
export function textOf({ pieces }: Row): string {
  return pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('')
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // JSON has no undefined: the caller reports it with its place.
    return undefined
  }
}
