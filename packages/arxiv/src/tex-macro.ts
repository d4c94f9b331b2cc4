import { readAccent } from './tex-accent-macro.ts'
import { textAccents } from './tex-accents.ts'
import { macros } from './tex-macros.ts'
import type { TexReader } from './tex-reader.ts'
import type { Scope } from './tex-scope.ts'
import { readSymbol } from './tex-symbol-macro.ts'

const name = /[A-Za-z]+/y

/** Reads the macro at the cursor, with its arguments, into the scope. */
export function readMacro(reader: TexReader, scope: Scope): void {
  reader.position++
  const word = reader.position < scope.end ? reader.match(name)?.[0] : undefined
  if (word === undefined) {
    readControlSymbol(reader, scope)
    return
  }
  reader.position += word.length
  if (reader.source.startsWith('*{', reader.position)) reader.position++
  const read = macros.get(word)
  if (read?.(reader, scope, word)) return
  if (!readSymbol(reader, scope, word)) reader.pushUnknown(scope, word)
}

function readControlSymbol(reader: TexReader, scope: Scope): void {
  const char = reader.position < scope.end ? (reader.source[reader.position] ?? '') : ''
  const mark = textAccents.get(char)
  if (mark !== undefined) {
    reader.position++
    const found = readAccent(reader, scope, mark)
    // `\\~{}` is how TeX writes the sign itself.
    if (found === 'nothing' || (found === 'empty' && /[~^]/.test(char))) reader.push(scope, char)
    return
  }
  const written = controlSymbols.get(char)
  if (written === undefined) {
    // Not TeX: a path or a pattern. The character after it is read on its own.
    reader.push(scope, '\\')
    return
  }
  reader.position++
  if (char === '\\') reader.position += reader.match(/\s*\[-?[\d.]+\s*[a-z]{2}\]/y)?.[0].length ?? 0
  if (char === '(' || char === '[') scope.math = true
  if (char === ')' || char === ']') scope.math = false
  reader.push(scope, written)
}

const controlSymbols: ReadonlyMap<string, string> = new Map([
  ...[...'{}$%&_#*'].map((char): [string, string] => [char, char]),
  ...[...' \n\t\r,;:>\\[]'].map((char): [string, string] => [char, ' ']),
  ...[...'!/-@()'].map((char): [string, string] => [char, '']),
  ['|', '‖'],
  // Of `\\i`, half converted by arXiv.
  ['ı', 'ı'],
  ['ȷ', 'ȷ'],
])
