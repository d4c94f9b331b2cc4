import type { Defects } from './defects.ts'
import { isObject } from './flight-value.ts'
import { readModelString } from './model-string.ts'
import type { Row } from './rows.ts'

/** Where a string leads: to an object or array of some row, or to a value of its own. */
export type Target =
  | { kind: 'node'; node: object }
  | { kind: 'value'; value: string | number | boolean | null | undefined }

/** What a reference is followed through. */
export interface Document {
  row(id: string): Row | undefined
  /** What the row's JSON, or text, holds. */
  parsed(row: Row): unknown
  /** Whether the strings of an object or array are what they stand for already. */
  isRead(node: object): boolean
}

// A reference may lead to a reference. More than this is no page, but a chain made to break readers.
const mostHops = 200

// A reference walks the element that React makes of ["$", type, key, props].
const elementKeys: ReadonlyMap<string, string> = new Map([
  ['type', '1'],
  ['key', '2'],
  ['props', '3'],
])

const nothing: Target = { kind: 'value', value: undefined }

/** Gives a reader of model strings that follows `$7` and `$7:props:children:0:props:items`, each once. */
export function createFollow(document: Document, defects: Defects): (text: string) => Target {
  const known = new Map<string, Target>()
  const pending = new Set<string>()
  return follow

  function follow(text: string): Target {
    const read = readModelString(text)
    if (read.kind === 'value') return read
    const before = known.get(text)
    if (before !== undefined) return before
    if (pending.has(text) || pending.size >= mostHops) {
      defects.add('reference-loop', 'a reference leads back to itself', text.slice(0, 80))
      return nothing
    }
    pending.add(text)
    const target = lookUp(text, read.id, read.path)
    pending.delete(text)
    known.set(text, target)
    return target
  }

  function lookUp(text: string, id: string, path: readonly string[]): Target {
    const row = document.row(id)
    // A component is code: its reference stays a string, e.g. the second item of an element.
    if (row?.kind === 'module') return { kind: 'value', value: text }
    if (row?.kind === 'error' || row?.kind === 'other') return nothing
    let current = row === undefined ? undefined : rowTarget(row)
    for (const step of path) current = current && child(current, step)
    if (current === undefined) {
      defects.add('reference-missing', 'a reference leads nowhere', text.slice(0, 80))
    }
    return current ?? nothing
  }

  function rowTarget(row: Row): Target | undefined {
    const value = document.parsed(row)
    if (row.kind === 'model' && typeof value === 'string') return follow(value)
    return value === undefined ? undefined : toTarget(value)
  }

  function child(parent: Target, step: string): Target | undefined {
    if (parent.kind === 'value') return undefined
    const { node } = parent
    const key = isElement(node) ? (elementKeys.get(step) ?? step) : step
    if (!Object.hasOwn(node, key)) return undefined
    const value: unknown = Reflect.get(node, key)
    return typeof value === 'string' && !document.isRead(node) ? follow(value) : toTarget(value)
  }
}

function toTarget(value: unknown): Target {
  if (isObject(value)) return { kind: 'node', node: value }
  return typeof value === 'string' || isScalar(value) ? { kind: 'value', value } : nothing
}

function isScalar(value: unknown): value is number | boolean | null {
  return typeof value === 'number' || typeof value === 'boolean' || value === null
}

/** Whether an array is what React makes an element of: `["$", type, key, props]`. */
export function isElement(node: object): boolean {
  return Array.isArray(node) && node[0] === '$' && node.length >= 4
}
