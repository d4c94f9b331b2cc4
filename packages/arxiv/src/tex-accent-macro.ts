import { accentFirst } from './tex-accents.ts'
import { nodesToText } from './tex-node.ts'
import type { TexReader } from './tex-reader.ts'
import type { Scope } from './tex-scope.ts'

/** Reads the argument of a text accent, and pushes the accented letter. */
export function readAccent(
  reader: TexReader,
  scope: Scope,
  mark: string,
): 'letter' | 'empty' | 'nothing' {
  const start = reader.position
  reader.skipSpace(scope)
  const next = reader.source.slice(reader.position, reader.position + 2)
  // A second accent, as in Vietnamese, follows at once; after a space it is a sign of its own.
  const isArgument =
    reader.position === start ? /^(?:\{|\\[A-Za-zı'"`^~=.]|\p{L})/u : /^(?:\{|\\[A-Za-z]|\p{L})/u
  const argument = isArgument.test(next) ? reader.readArgument(scope) : undefined
  if (argument === undefined) {
    reader.position = start
    return 'nothing'
  }
  const text = nodesToText(argument).trim()
  if (text === '') return 'empty'
  reader.push(scope, /^\p{L}/u.test(text) ? accentFirst(text, mark) : text)
  return 'letter'
}
