import { ownText } from './characters.ts'
import { cleanCharacters } from './clean-characters.ts'
import { hasUnwanted } from './unwanted-bytes.ts'
import type { Warnings } from './warnings.ts'

// An XML declaration may follow stray output of the server, so it is looked for in the first kilobyte.
const declarationWindow = 1024

// As nearly all documents begin.
const saysUtf8 = /^<\?xml version="1\.0" encoding="utf-8"/i

// Bad sequences from which on a document that names no encoding is taken for windows-1252.
const fewestSigns = 4

const singleByte =
  /^(?:windows-125\d|iso-8859-\d+(?:-i)?|koi8-[ru]|ibm866|macintosh|x-mac-cyrillic|windows-874)$/

/**
 * The text of a feed's bytes: byte order mark, then the charset of HTTP, then the XML declaration,
 * then UTF-8. Bytes that are UTF-8 beat what is said of them, where they cannot be that by chance.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7303#section-3
 */
export function decodeBytes(
  bytes: Uint8Array,
  contentType: string | undefined,
  warnings: Warnings,
): string {
  const strict = decodeStrictly(bytes)
  const text = decode(bytes, strict, contentType, warnings)
  // What was decoded as UTF-8 begins with no mark.
  const isClean = text === strict && !hasUnwanted(bytes)
  return isClean ? text : cleanCharacters(text, warnings, true)
}

// `strict` is their text where they are UTF-8.
function decode(
  bytes: Uint8Array,
  strict: string | undefined,
  contentType: string | undefined,
  warnings: Warnings,
): string {
  const wide = wideEncoding(bytes)
  if (wide === 'utf-32le' || wide === 'utf-32be') return decodeUtf32(bytes, wide, warnings)
  if (wide !== undefined) return replaceUndecodable(bytes, wide, warnings)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return strict ?? replaceInUtf8(bytes, warnings)
  }
  const encoding =
    encodingOf(httpCharset(contentType), bytes, warnings) ??
    encodingOf(declaredEncoding(bytes, strict), bytes, warnings)
  if (encoding === undefined || encoding === 'utf-8') {
    return strict ?? replaceInUtf8(bytes, warnings, encoding === undefined)
  }
  if (strict !== undefined && (singleByte.test(encoding) || /[\u0800-\uffff]/.test(strict))) {
    // Pure ASCII is the same text in every one of them: nothing was wrong.
    if (strict.length !== bytes.length) {
      warnings.add('encoding-mismatch', `Declared as ${encoding}, but the bytes are UTF-8.`)
    }
    return strict
  }
  return replaceUndecodable(bytes, encoding, warnings)
}

function wideEncoding(bytes: Uint8Array): string | undefined {
  const a = bytes[0]
  const b = bytes[1]
  const c = bytes[2]
  const d = bytes[3]
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0)
    return (c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c) ? 'utf-32be' : undefined
  if (a === 0x3c && b === 0) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  return a === 0 && b === 0x3c ? 'utf-16be' : undefined
}

function httpCharset(contentType: string | undefined): string | undefined {
  if (contentType === undefined) return undefined
  return /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]
}

function declaredEncoding(bytes: Uint8Array, text: string | undefined): string | undefined {
  if (text !== undefined && saysUtf8.test(text)) return 'utf-8'
  const beginning =
    text?.slice(0, declarationWindow) ??
    new TextDecoder('windows-1252').decode(bytes.subarray(0, declarationWindow))
  const start = beginning.search(/<\?xml/i)
  if (start === -1) return undefined
  const declaration = /^[^>]*>/.exec(beginning.slice(start))?.[0] ?? ''
  return /\sencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(declaration)?.[1]
}

function encodingOf(
  label: string | undefined,
  bytes: Uint8Array,
  warnings: Warnings,
): string | undefined {
  if (label === undefined || /^utf-?8$/i.test(label)) return label && 'utf-8'
  try {
    const { encoding } = decoderOf(label)
    // Markup in UTF-16 is half zeros: without one it is something else, whatever is said of it.
    return encoding.startsWith('utf-16') && !bytes.includes(0) ? 'utf-8' : encoding
  } catch {
    warnings.add(
      'unknown-encoding',
      `Nobody knows the encoding ${JSON.stringify(label.slice(0, 40))}.`,
    )
    return undefined
  }
}

// One for all documents: making a decoder costs as much as decoding a small feed.
const strictDecoder = new TextDecoder('utf-8', { fatal: true })

const decoders: Map<string, TextDecoder> = new Map()
const mostDecoders = 64

function decoderOf(label: string): TextDecoder {
  const known = decoders.get(label)
  if (known !== undefined) return known
  const decoder = new TextDecoder(label)
  if (decoders.size < mostDecoders) decoders.set(ownText(label), decoder)
  return decoder
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    return undefined
  }
}

function replaceInUtf8(bytes: Uint8Array, warnings: Warnings, isUnsaid = false): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  const replaced = countReplaced(text, bytes)
  // Bad bytes never change the codec a document names. Where it names none, and nothing but ASCII is UTF-8 in
  // it, UTF-8 was only our guess.
  if (isUnsaid && replaced >= fewestSigns && replaced * 2 > countNonAscii(bytes)) {
    warnings.add(
      'encoding-mismatch',
      'No encoding is known, and the bytes are not UTF-8: windows-1252.',
    )
    return new TextDecoder('windows-1252').decode(bytes)
  }
  warnReplaced(replaced, warnings)
  return text
}

function countNonAscii(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte > 0x7f) count++
  return count
}

function replaceUndecodable(bytes: Uint8Array, encoding: string, warnings: Warnings): string {
  const text = decoderOf(encoding).decode(bytes)
  // It has a character for every byte.
  if (encoding === 'windows-1252') return text
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    warnReplaced(countReplaced(text, bytes), warnings)
  }
  return text
}

function countReplaced(text: string, bytes: Uint8Array): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count++
  // The replacement character may also stand in the source itself.
  for (let at = bytes.indexOf(0xef); at !== -1; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count--
  }
  return Math.max(1, count)
}

function warnReplaced(count: number, warnings: Warnings): void {
  warnings.add('undecodable-bytes', `Undecodable sequences of bytes were replaced: ${count}.`)
}

function decodeUtf32(bytes: Uint8Array, encoding: string, warnings: Warnings): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  let bad = bytes.length % 4 === 0 ? 0 : 1
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, encoding === 'utf-32le')
    const valid = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    if (!valid) bad++
    text += valid ? String.fromCodePoint(code) : '\ufffd'
  }
  if (bad > 0) warnReplaced(bad, warnings)
  return text
}
