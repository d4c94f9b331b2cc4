import { createRandom } from './random.ts'

/** One row of a payload: JSON, a module, or a text that its length in UTF-8 bytes ends, not a newline. */
export type FlightRow =
  | { id: string; json: unknown }
  | { id: string; module: string }
  | { id: string; text: string }

/**
 * How Next.js cuts a payload into pushes: `rows` after each row, and after the head of a text row, as
 * it does for long ones; `awkward` also anywhere else: within words, keys, numbers and escapes.
 */
export type Cut = 'rows' | 'awkward'

/** The payload as the bare body of an `RSC: 1` request holds it, in the parts that pages push. */
export function writeRows(rows: readonly FlightRow[]): string[] {
  const encoder = new TextEncoder()
  return rows.flatMap((row) => {
    if ('module' in row) return [`${row.id}:I[${row.module}]\n`]
    if ('json' in row) return [`${row.id}:${JSON.stringify(row.json)}\n`]
    return [`${row.id}:T${encoder.encode(row.text).length.toString(16)},`, row.text]
  })
}

/** The scripts that carry a payload. */
export function writePushes(parts: readonly string[], cut: Cut): string {
  const pieces = cut === 'rows' ? parts : cutAnywhere(parts.join(''))
  const scripts = pieces.map((piece) => `<script>self.__next_f.push(${escapePush(piece)})</script>`)
  return `<script>(self.__next_f=self.__next_f||[]).push([0])</script>${scripts.join('')}`
}

/** What Next.js escapes, so that no text ends the script. */
function escapePush(piece: string): string {
  const codes: Readonly<Record<string, string>> = {
    '<': '\\u003c',
    '>': '\\u003e',
    '&': '\\u0026',
    '\u2028': '\\u2028',
    '\u2029': '\\u2029',
  }
  return JSON.stringify([1, piece]).replace(/[<>&\u2028\u2029]/g, (char) => codes[char] ?? char)
}

function cutAnywhere(payload: string): string[] {
  const random = createRandom(payload.length)
  const pieces: string[] = []
  for (let at = 0; at < payload.length; ) {
    // Mostly as long as a chunk of a stream, some of one character.
    const length = random() < 0.1 ? 1 : 1 + Math.floor(random() * 30_000)
    let end = Math.min(at + length, payload.length)
    // A push is decoded text: it holds whole characters.
    if (/[\ud800-\udbff]/.test(payload.charAt(end - 1))) end += 1
    pieces.push(payload.slice(at, end))
    at = end
  }
  return pieces
}
