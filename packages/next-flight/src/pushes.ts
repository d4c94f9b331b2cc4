import type { Defects } from './defects.ts'

/** The bytes of a payload, and where in them each part begins. */
export interface Payload {
  bytes: Uint8Array
  starts: number[]
}

const opening = /self\.__next_f(?:\s*\|\|\s*\[\]\s*\))?\.push\(\[\s*(\d)\s*,\s*"/g

/**
 * Joins the strings of all `self.__next_f.push([1,"…"])` of a page, in order: Next.js cuts the payload
 * anywhere, even within a word. `[3,"…"]` is base64 of what is not UTF-8; `[0]` and `[2,…]` hold no rows.
 * Each string is read as the JSON it is; no script runs.
 */
export function readPushes(html: string, defects: Defects): Payload | undefined {
  const parts: (string | Uint8Array)[] = []
  opening.lastIndex = 0
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const start = opening.lastIndex - 1
    const end = endOfString(html, start)
    if (end === undefined) {
      defects.add('push-unreadable', 'a push ends within its string', `character ${start}`)
      break
    }
    opening.lastIndex = end
    const part = readPart(match[1], html.slice(start, end))
    if (part === undefined) {
      defects.add('push-unreadable', 'a push is not a JSON string', `character ${start}`)
    } else parts.push(part)
  }
  return parts.length === 0 ? undefined : join(parts)
}

/** The index after the closing quote. */
function endOfString(text: string, start: number): number | undefined {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; ) {
    let before = quote
    while (text[before - 1] === '\\') before -= 1
    if ((quote - before) % 2 === 0) return quote + 1
    quote = text.indexOf('"', quote + 1)
  }
  return undefined
}

function readPart(kind: string | undefined, literal: string): string | Uint8Array | undefined {
  try {
    const text: unknown = JSON.parse(literal)
    if (typeof text !== 'string') return undefined
    if (kind === '3') return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
    return kind === '1' ? text : ''
  } catch {
    // Reported by the caller, with its place.
    return undefined
  }
}

function join(parts: readonly (string | Uint8Array)[]): Payload {
  const encoder = new TextEncoder()
  const chunks = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part))
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  const starts: number[] = []
  let offset = 0
  for (const chunk of chunks) {
    starts.push(offset)
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return { bytes, starts }
}
