import { characterOf } from './character-reference.ts'
import type { Warnings } from './warnings.ts'

// What no XML text may hold, and controls nobody means: they are windows-1252 that was once decoded as
// latin 1. U+0085 is a line end.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unwanted = /[\0-\x08\x0b\x0c\x0e-\x1f\x80-\x84\x86-\x9f\ufffe\uffff]/g

/**
 * Text without byte order mark, control characters and halves of characters. `isDecoded` where it came from bytes, so
 * that it has no such halves.
 */
export function cleanCharacters(text: string, warnings: Warnings, isDecoded = false): string {
  let clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  let removed = 0
  let read = 0
  clean = clean.replace(unwanted, (control) => {
    const code = control.charCodeAt(0)
    if (code < 0x80 || code > 0x9f) {
      removed++
      return ''
    }
    read++
    return characterOf(code)
  })
  if (removed > 0) {
    warnings.add('control-characters', 'Characters that XML does not allow were removed.')
  }
  if (read > 0) {
    warnings.add('control-characters', 'Controls were read as letters of windows-1252.')
  }
  if (!isDecoded && !clean.isWellFormed()) {
    clean = clean.toWellFormed()
    warnings.add('control-characters', 'Halves of characters were replaced.')
  }
  return clean
}
