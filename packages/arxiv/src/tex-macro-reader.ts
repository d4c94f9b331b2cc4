import type { TexNode } from './tex-node.ts'
import type { TexReader } from './tex-reader.ts'
import { deepest, type Scope } from './tex-scope.ts'

/** Reads the arguments of a macro into the scope; false where it has none and is to be left as written. */
export type Read = (reader: TexReader, scope: Scope, word: string) => boolean

/** Reads so many arguments; as many as are missing are empty. */
export function withArguments(
  count: number,
  build: (parts: TexNode[][], reader: TexReader, scope: Scope) => TexNode[],
): Read {
  return (reader, scope) => {
    const parts = Array.from({ length: count }, () => reader.readArgument(scope) ?? [])
    reader.pushAll(scope, build(parts, reader, scope))
    return true
  }
}

/** One argument, read as text or mathematics, or as what surrounds it. */
export function plain(math: boolean | undefined): Read {
  return (reader, scope) => {
    const argument = reader.readArgument(scope, math ?? scope.math)
    if (argument !== undefined) reader.pushAll(scope, argument)
    return true
  }
}

/** One argument, with mark-up. */
export function styled(kind: 'em' | 'strong' | 'code'): Read {
  return (reader, scope) => {
    const children = reader.readArgument(scope, false)
    if (children !== undefined) scope.out.push({ kind, children })
    return true
  }
}

/** `{\it …}`: to the end of its group. Outside of a group it would take all that follows, so it is dropped. */
export function switched(kind: 'em' | 'strong' | 'code'): Read {
  return (reader, scope) => {
    reader.skipSpace(scope)
    if (scope.depth === 0 || scope.depth >= deepest || scope.math) return true
    const children = reader.readScope(reader.position, scope.end, false, scope.depth + 1)
    if (children.length > 0) scope.out.push({ kind, children })
    return true
  }
}

/** So many arguments that are not text. */
export function dropped(count: number, instead: string): Read {
  return (reader, scope) => {
    for (let i = 0; i < count; i++) reader.readRawArgument(scope)
    reader.push(scope, instead)
    return true
  }
}

/** One raised or lowered argument. */
export function script(kind: 'sup' | 'sub'): Read {
  return (reader, scope) => {
    const children = reader.readArgument(scope, false)
    if (children !== undefined) scope.out.push({ kind, children })
    return true
  }
}
