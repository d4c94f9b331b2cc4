import {
  accents,
  combining,
  images,
  marks,
  mirrored,
  references,
  shifts,
  steps,
  unnamed,
  youngNames,
} from './entity-names.ts'

// What browsers make of the C1 range, which windows-1252 text written as references falls into.
const windows1252 = new TextDecoder('windows-1252')

// The longest name of the standard has 31 letters; a longer run is no reference.
const longestReference = 34

let named: Map<string, string> | undefined

/** A named reference of the HTML standard, without `&` and `;`. Names are case-sensitive. */
export function namedCharacter(name: string): string | undefined {
  named ??= readNames()
  return named.get(name)
}

/** All of them, with what they stand for. */
export function readNames(): Map<string, string> {
  const names = new Map<string, string>()
  const add = (name: string, code: number, mark = '') => {
    const character = String.fromCodePoint(code)
    if (!names.has(name)) names.set(name, mark ? (character + mark).normalize() : character)
  }
  let code = 0
  let entry = ''
  const parts = references.split(/([,:->])(-?\d*)/)
  for (let i = 1; i < parts.length; i += 3) {
    const sign = parts[i] ?? ''
    const other = sign < '>' ? 'r' : 'g'
    // The signs of mirrors are none of `steps`, which makes their step one, too.
    code += Number(parts[i + 1] || Math.abs(steps.indexOf(sign)))
    const start =
      sign < '=' ? '' : entry.replace(mirrored, (_, word, rest) => (images[word] ?? other) + rest)
    entry = start + (parts[i + 2] ?? '')
    for (const written of entry.split(' ')) {
      const mark = marks.indexOf(written.slice(-1))
      const name = mark < 0 ? written : written.slice(0, -1)
      add(name, code, combining[mark - 4])
      const shift = shifts[mark]
      if (shift !== undefined) add(name.toLowerCase(), code + shift)
      if (mark > 11) add((mark > 12 && name < 'a' ? 'Not' : 'n') + name, code, '\u0338')
    }
  }
  const endings = accents.split(' ')
  for (let i = 0xc0; i < 0x17f; i++) {
    const [letter = '', accent] = String.fromCodePoint(i).normalize('NFD')
    const name = accent && letter + endings[accent.charCodeAt(0) % 24]
    if (name && !unnamed.test(name)) add(name, i)
  }
  // After the others: some letters of these alphabets are older than they, and stand elsewhere.
  for (let i = 0; i < 52; i++) {
    const letter = String.fromCharCode(i < 26 ? 0x41 + i : 0x47 + i)
    add(`${letter}scr`, 0x1d49c + i)
    add(`${letter}fr`, 0x1d504 + i)
    add(`${letter}opf`, 0x1d538 + i)
  }
  return names
}

/** Whether browsers read the name without its semicolon too. */
export function isLegacyName(name: string): boolean {
  return /^[\xa0-\xff"&<>]$/.test(namedCharacter(name) ?? '') && !youngNames.test(name)
}

/** The character of a code point as a page would show it; nothing for what no text may hold. */
export function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252.decode(Uint8Array.of(code))
  if (code < 0x20) return code === 9 || code === 10 || code === 13 ? String.fromCharCode(code) : ''
  if ((code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) return ''
  return code > 0x10ffff || Number.isNaN(code) ? '\ufffd' : String.fromCodePoint(code)
}

/** Where the reference that begins at `&` ends: after its `;`, or `-1` where it is just an ampersand. */
export function referenceEnd(text: string, ampersand: number): number {
  const limit = Math.min(text.length, ampersand + longestReference)
  for (let i = ampersand + 1; i < limit; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x3b) return i === ampersand + 1 ? -1 : i + 1
    const isName =
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x5f ||
      code === 0x2d ||
      code === 0x2e ||
      (code === 0x23 && i === ampersand + 1)
    if (!isName) return -1
  }
  return -1
}

/** `#8217`, `#x2019` and the like; `undefined` where it is not a number. */
export function numericCharacter(name: string): string | undefined {
  if (name.charCodeAt(0) !== 0x23 || name.length === 1) return undefined
  const isHexadecimal = (name.charCodeAt(1) | 0x20) === 0x78
  const from = isHexadecimal ? 2 : 1
  if (from === name.length) return undefined
  let value = 0
  for (let i = from; i < name.length; i++) {
    const digit = digitOf(name.charCodeAt(i), isHexadecimal)
    if (digit === -1) return undefined
    value = value * (isHexadecimal ? 16 : 10) + digit
  }
  return characterOf(value)
}

function digitOf(code: number, isHexadecimal: boolean): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return isHexadecimal && letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}
