import { chainDollars, matchBraces } from './tex-braces.ts'
import { readMacro } from './tex-macro.ts'
import type { TexNode } from './tex-node.ts'
import { deepest, type Scope } from './tex-scope.ts'
import { readToken } from './tex-token.ts'

/** Reads TeX into nodes. Never throws; time is linear in the length of the source. */
export function readTex(source: string): TexNode[] {
  return new TexReader(source).readScope(0, source.length, false, 0)
}

/** A cursor over the source, and what a macro needs to read its arguments. */
export class TexReader {
  readonly source: string
  position = 0
  readonly closers: ReadonlyMap<number, number>
  /** For each dollar sign, where the next one stands. */
  readonly dollars: ReadonlyMap<number, number>
  /** Braces of groups that stand too deep to be read as such. */
  readonly ignored: Set<number> = new Set()
  /** Apostrophes that close a quotation. */
  readonly closingQuotes: Set<number> = new Set()
  /** An unknown macro was just written out: a letter right after it would change its name. */
  #afterUnknown = false

  constructor(source: string) {
    this.source = source
    this.closers = matchBraces(source)
    this.dollars = chainDollars(source)
  }

  readScope(start: number, end: number, math: boolean, depth: number): TexNode[] {
    const scope: Scope = { end, math, depth, out: [], tail: '' }
    this.position = start
    this.readInto(scope)
    return scope.out
  }

  /** What is left of the scope. */
  readInto(scope: Scope): void {
    while (this.position < scope.end) readToken(this, scope)
    this.position = scope.end
  }

  push(scope: Scope, text: string): void {
    if (text === '') return
    const apart = this.#afterUnknown && /^[A-Za-z]/.test(text) ? ` ${text}` : text
    this.#afterUnknown = false
    const last = scope.out.at(-1)
    if (typeof last === 'string') scope.out[scope.out.length - 1] = last + apart
    else scope.out.push(apart)
    scope.tail = typeof last === 'string' ? (scope.tail + apart).slice(-3) : apart.slice(-3)
  }

  pushAll(scope: Scope, nodes: readonly TexNode[]): void {
    const pending = this.#afterUnknown
    this.#afterUnknown = false
    for (const node of nodes) {
      if (typeof node === 'string') this.push(scope, node)
      else scope.out.push(node)
    }
    this.#afterUnknown = pending
  }

  pushUnknown(scope: Scope, name: string): void {
    this.push(scope, `\\${name}`)
    this.#afterUnknown = true
  }

  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position
    return pattern.exec(this.source)
  }

  skipSpace(scope: Scope): void {
    while (this.position < scope.end && /\s/.test(this.source[this.position] ?? '')) this.position++
  }

  /** Where the group that opens here closes; `undefined` where none does within the scope. */
  groupEnd(scope: Scope): number | undefined {
    const close = this.closers.get(this.position)
    return close !== undefined && close < scope.end ? close : undefined
  }

  /** The next argument: a group, a macro with its own, or one character. */
  readArgument(scope: Scope, math: boolean = scope.math): TexNode[] | undefined {
    const start = this.position
    this.skipSpace(scope)
    const char =
      this.position < scope.end
        ? String.fromCodePoint(this.source.codePointAt(this.position) ?? 0)
        : ''
    if (char === '{') {
      const end = this.groupEnd(scope)
      if (end !== undefined) return this.readGroup(end, math, scope.depth)
    } else if (char === '\\' && scope.depth < deepest) {
      const inner: Scope = { end: scope.end, math, depth: scope.depth + 1, out: [], tail: '' }
      readMacro(this, inner)
      return inner.out
    } else if (char !== '' && !/[\\{}$]/.test(char)) {
      this.position += char.length
      return [char]
    }
    this.position = start
    return undefined
  }

  /** The next group as it is written, for addresses and names. */
  readRawArgument(scope: Scope): string | undefined {
    const start = this.position
    this.skipSpace(scope)
    const end = this.source[this.position] === '{' ? this.groupEnd(scope) : undefined
    if (end === undefined) {
      this.position = start
      return undefined
    }
    const raw = this.source.slice(this.position + 1, end)
    this.position = end + 1
    return raw
  }

  /** The group that opens at the cursor and closes at `end`. */
  readGroup(end: number, math: boolean, depth: number): TexNode[] {
    const start = this.position + 1
    const nodes =
      depth < deepest
        ? this.readScope(start, end, math, depth + 1)
        : [this.source.slice(start, end)]
    this.position = end + 1
    return nodes
  }
}
