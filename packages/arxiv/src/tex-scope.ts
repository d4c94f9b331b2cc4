import type { TexNode } from './tex-node.ts'

/** A stretch of source that is read in one go: a group, an argument, a formula. */
export interface Scope {
  /** Where it ends; what follows belongs to another scope. */
  end: number
  math: boolean
  /** How many scopes this one stands in. */
  depth: number
  out: TexNode[]
  /** The last three characters of the text that `out` ends in: to cut them off it takes its length. */
  tail: string
}

/** Real TeX nests a handful of scopes; deeper ones are read as if they had no braces. */
export const deepest = 40

/** The last character of the scope's text so far, `''` at its beginning. */
export function lastCharacter(scope: Scope): string {
  const last = scope.out.at(-1)
  return typeof last === 'string' ? scope.tail.slice(-1) : ''
}
