import type { Defects } from './defects.ts'

/** A payload, in the pieces a page pushes. */
export interface Payload {
  /** UTF-16 as any text, and no character in two of them; or, where some are bytes, one unit a byte. */
  parts: string[]
  isBytes: boolean
}

const opening = /__next_f(?:\s*\|\|\s*\[\]\s*\))?\.push\(\s*\[\s*(\d)\s*,\s*"/g

/**
 * Reads the strings of all `self.__next_f.push([1,"…"])` of a page, in order: Next.js cuts the payload
 * anywhere, even within a word. `[3,"…"]` is base64 of what is not UTF-8; `[0]` and `[2,…]` hold no rows.
 * Each string is read as the JSON it is; no script runs.
 */
export function readPushes(html: string, defects: Defects): Payload | undefined {
  const openings: { index: number; start: number; kind: string | undefined }[] = []
  opening.lastIndex = 0
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    openings.push({ index: match.index, start: opening.lastIndex - 1, kind: match[1] })
  }
  const parts: (string | Uint8Array)[] = []
  const guessEnd = createEndGuess(html)
  let last = 0
  for (const [place, { index, start, kind }] of openings.entries()) {
    // What looks like a push within the string of another is text.
    if (index < last) continue
    const guess = guessEnd(start, openings[place + 1]?.index ?? html.length)
    let part = guess === undefined ? undefined : readPart(kind, html.slice(start, guess))
    last = guess ?? start
    if (part === undefined) {
      const end = endOfString(html, start)
      if (end === undefined) {
        defects.add('push-unreadable', 'a push ends within its string', `character ${start}`)
        break
      }
      part = readPart(kind, html.slice(start, end))
      last = end
    }
    if (part === undefined) {
      defects.add('push-unreadable', 'a push is not a JSON string', `character ${start}`)
    } else parts.push(part)
  }
  return parts.length === 0 ? undefined : join(parts)
}

/**
 * Guesses the index after the closing quote of a string that begins at the given place and ends before
 * the next push. Payloads hold quotes by the hundred thousand, and to look at each takes longer than all
 * the rest: what is looked for is what stands behind a push, by the brackets, which are rarer.
 */
function createEndGuess(text: string): (start: number, limit: number) => number | undefined {
  let closing = -1
  return (start, limit) => {
    // Kept between calls: a page without any would otherwise be searched to its end for each push.
    if (closing <= start) closing = next(start)
    while (closing < limit && isEscaped(text, closing)) closing = next(closing)
    return closing < limit ? closing + 1 : undefined
  }

  /** Where the quote of the next `"])` stands. */
  function next(from: number): number {
    let found = text.indexOf('])', from + 2)
    while (found !== -1 && text[found - 1] !== '"') found = text.indexOf('])', found + 2)
    return found === -1 ? text.length : found - 1
  }
}

function endOfString(text: string, start: number): number | undefined {
  let quote = text.indexOf('"', start + 1)
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1)
  return quote === -1 ? undefined : quote + 1
}

function isEscaped(text: string, quote: number): boolean {
  let before = quote
  while (text[before - 1] === '\\') before -= 1
  return (quote - before) % 2 === 1
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
  const isBytes = parts.some((part) => typeof part !== 'string')
  if (isBytes) return { parts: parts.map(toByteText), isBytes }
  const texts = parts.filter((part) => typeof part === 'string')
  for (const [index, text] of texts.entries()) {
    const next = texts[index + 1]
    if (next === undefined || !/[\ud800-\udbff]$/.test(text.slice(-1))) continue
    texts[index] = text.slice(0, -1)
    texts[index + 1] = text.slice(-1) + next
  }
  return { parts: texts, isBytes }
}

function toByteText(part: string | Uint8Array): string {
  const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part
  let text = ''
  // A call takes no more arguments than some ten thousand.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}
