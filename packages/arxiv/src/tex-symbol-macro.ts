import { mathAccents } from './tex-accents.ts'
import type { TexReader } from './tex-reader.ts'
import { lastCharacter, type Scope } from './tex-scope.ts'
import { letters, signs, words } from './tex-symbols.ts'

/** Pushes what a macro without arguments stands for; false where it stands for nothing we know. */
export function readSymbol(reader: TexReader, scope: Scope, word: string): boolean {
  const letter = letters.get(word)
  if (letter !== undefined) {
    reader.push(scope, letter)
    if (!scope.math || isFactorAhead(reader, scope)) reader.skipSpace(scope)
    return true
  }
  const sign = signs.get(word)
  if (sign !== undefined) {
    const spaced = /\s/.test(lastCharacter(scope))
    reader.push(scope, sign)
    if (!spaced) reader.skipSpace(scope)
    return true
  }
  if (!words.has(word)) return false
  if (/[\p{L}\p{N})]/u.test(lastCharacter(scope))) reader.push(scope, ' ')
  reader.push(scope, word)
  reader.skipSpace(scope)
  if (isFactorAhead(reader, scope)) reader.push(scope, ' ')
  return true
}

/** Whether a letter, a number or a macro for one follows, with or without space before it. */
export function isFactorAhead(reader: TexReader, scope: Scope): boolean {
  const ahead = reader.match(/\s*(?:([A-Za-z0-9])|\\([A-Za-z]+))/y)
  if (ahead === null || reader.position + ahead[0].length > scope.end) return false
  return (
    ahead[1] !== undefined ||
    letters.has(ahead[2] ?? '') ||
    mathAccents.has(ahead[2] ?? '') ||
    words.has(ahead[2] ?? '')
  )
}
