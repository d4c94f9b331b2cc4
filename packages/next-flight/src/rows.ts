import type { Defects } from './defects.ts'
import { isContainer } from './flight-value.ts'
import type { Payload } from './pushes.ts'

/** One row of the payload, before references are resolved. */
export interface Row {
  /** Lower-case hex, as references name it. */
  id: string
  /**
   * `model` is JSON with references, `json` is JSON without, `text` is verbatim. `other` is what we do
   * not read: debug information, streams, binary data.
   */
  kind: 'model' | 'json' | 'text' | 'module' | 'error' | 'other'
  /** Of the first three kinds only. */
  value?: unknown
}

const newline = 0x0a
const textTag = 0x54
// https://github.com/facebook/react/blob/main/packages/react-client/src/ReactFlightClient.js,
// processBinaryChunk: these tags are followed by a length in bytes; all others end at a newline.
const lengthTags = new Set([...'TAOoUSsLlGgMmVb'].map((tag) => tag.charCodeAt(0)))
// Hints have no id (":HL[…]").
const header = /^([0-9a-f]{0,16}):/

/** Cuts the payload into rows, in linear time. A row that cannot be read is told and left out. */
export function readRows({ bytes, starts }: Payload, defects: Defects): Row[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const textOf = (from: number, to: number) => decoder.decode(bytes.subarray(from, to))
  const rows: Row[] = []
  let part = 0
  let at = 0
  while (at < bytes.length) {
    if (isSpace(bytes[at])) {
      at += 1
      continue
    }
    const id = header.exec(latin1(bytes, at, at + 17))?.[1]
    if (id === undefined) {
      while ((starts[part] ?? bytes.length) <= at) part += 1
      const limit = starts[part] ?? bytes.length
      at = readStray(at, at + endOfLine(bytes.subarray(at, limit), 0), limit)
    } else at = readBody(id, at + id.length + 1)
  }
  return rows

  function readBody(id: string, from: number): number {
    const tag = bytes[from]
    const length =
      tag !== undefined && lengthTags.has(tag) ? readLength(bytes, from + 1) : undefined
    if (length === undefined) {
      const end = endOfLine(bytes, from)
      rows.push(...readLine(id, textOf(from, end), defects))
      return end
    }
    const end = length.start + length.bytes
    if (end > bytes.length) defects.add('truncated', 'a row is shorter than it says', `row ${id}`)
    rows.push(
      tag === textTag
        ? { id, kind: 'text', value: textOf(length.start, end) }
        : { id, kind: 'other' },
    )
    return end
  }

  // Some pages push bare JSON, a value a push.
  function readStray(from: number, end: number, limit: number): number {
    const value = bytes[from] === 0x7b || bytes[from] === 0x5b ? readJson(textOf(from, end)) : null
    if (isContainer(value)) {
      defects.add('row-without-id', 'a row has no id', `byte ${from}`)
      rows.push({ id: `@${from}`, kind: 'model', value })
      return end
    }
    defects.add('row-unreadable', 'a line is not a row', `byte ${from}`)
    // The line may go on in the next push; looked for only from there, for the sake of linear time.
    return end < limit ? end : endOfLine(bytes, limit)
  }
}

function readLine(id: string, line: string, defects: Defects): Row[] {
  const tag = line.charAt(0)
  if (tag === 'I') return [{ id, kind: 'module' }]
  if (tag === 'E') {
    defects.add('error-row', 'the server could not render a part', `row ${id}`)
    return [{ id, kind: 'error' }]
  }
  if (/^[A-Z#rx]/.test(tag)) return [{ id, kind: 'other' }]
  const value = readJson(line)
  if (value !== undefined) return [{ id, kind: 'model', value }]
  defects.add('row-unreadable', 'a row is not JSON', `row ${id}`)
  return []
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // JSON has no undefined: the caller reports it with its place.
    return undefined
  }
}

function readLength(
  bytes: Uint8Array,
  start: number,
): { start: number; bytes: number } | undefined {
  // Eight digits are more than any page; without a bound, rows without a comma would cost the square.
  const digits = /^([0-9a-f]{1,8}),/.exec(latin1(bytes, start, start + 9))?.[1]
  if (digits === undefined) return undefined
  return { start: start + digits.length + 1, bytes: Number.parseInt(digits, 16) }
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(newline, from)
  return end === -1 ? bytes.length : end
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09
}
