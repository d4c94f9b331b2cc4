import { characterOf } from './character-reference.ts'
import type { Warnings } from './warnings.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no XML text may hold.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
const allForbidden = new RegExp(forbidden, 'g')

// Nobody means these controls: they are windows-1252 that was once decoded as latin 1. U+0085 is a line end.
const c1 = /[\x80-\x84\x86-\x9f]/
const allC1 = new RegExp(c1, 'g')

const anyUnwanted = new RegExp(`${forbidden.source}|${c1.source}`)

/** Text without byte order mark, control characters and halves of characters. */
export function cleanCharacters(text: string, warnings: Warnings): string {
  let clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  // One look at all characters, where nearly all documents need no second one.
  if (!anyUnwanted.test(clean) && clean.isWellFormed()) return clean
  if (forbidden.test(clean)) {
    clean = clean.replace(allForbidden, '')
    warnings.add('control-characters', 'Characters that XML does not allow were removed.')
  }
  if (c1.test(clean)) {
    clean = clean.replace(allC1, (control) => characterOf(control.charCodeAt(0)))
    warnings.add(
      'control-characters',
      'Controls were read as the letters of windows-1252 they were.',
    )
  }
  if (!clean.isWellFormed()) {
    clean = clean.toWellFormed()
    warnings.add('control-characters', 'Halves of characters were replaced.')
  }
  return clean
}
