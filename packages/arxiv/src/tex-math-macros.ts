import { accentAll, accentFirst } from './tex-accents.ts'
import { fraction, root } from './tex-fraction.ts'
import { type Read, withArguments } from './tex-macro-reader.ts'
import { nodesToText, type TexNode } from './tex-node.ts'
import { deepest, lastCharacter } from './tex-scope.ts'
import { isFactorAhead } from './tex-symbol-macro.ts'

/** `\frac{a}{b}` on one line. */
export const readFraction: Read = withArguments(2, ([above = [], below = []], reader, scope) => {
  const beside =
    /[\p{L}\p{N})]/u.test(lastCharacter(scope)) ||
    (!/\s/.test(reader.source[reader.position] ?? ' ') && isFactorAhead(reader, scope))
  return fraction(above, below, beside)
})

/** A mathematical accent, by its combining mark. */
export function accent(mark: string): Read {
  return (reader, scope) => {
    const argument = reader.readArgument(scope)
    if (argument !== undefined) reader.push(scope, accentAll(nodesToText(argument).trim(), mark))
    return true
  }
}

/** `\sqrt{x}`, `\sqrt[3]{x}` */
export const readRoot: Read = (reader, scope) => {
  const index = reader.match(/\s*\[([^\][\\{}$]{1,10})\]/y)
  reader.position += index?.[0].length ?? 0
  reader.pushAll(scope, root(reader.readArgument(scope) ?? [], index?.[1]?.trim() ?? ''))
  return true
}

/** `{a \over b}`: all of the group before, over all of it after. */
export const readOver: Read = (reader, scope) => {
  if (!scope.math || scope.depth >= deepest) return false
  const above = scope.out.splice(0)
  const below = reader.readScope(reader.position, scope.end, true, scope.depth + 1)
  reader.pushAll(scope, fraction(trimmed(above), trimmed(below), false))
  return true
}

function trimmed(nodes: TexNode[]): TexNode[] {
  const last = nodes.length - 1
  return nodes.map((node, i) => {
    if (typeof node !== 'string') return node
    const start = i === 0 ? node.trimStart() : node
    return i === last ? start.trimEnd() : start
  })
}

/** `\not=`: the sign after it, struck through. */
export const negated: Read = (reader, scope) => {
  const spaced = /\s/.test(lastCharacter(scope))
  const argument = reader.readArgument(scope)
  if (argument === undefined) return false
  reader.push(scope, accentFirst(nodesToText(argument).trim(), '\u0338'))
  // The sign, read on its own, took the space after it.
  if (spaced && /\s/.test(reader.source[reader.position - 1] ?? '')) reader.push(scope, ' ')
  return true
}
