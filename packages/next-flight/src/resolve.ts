import type { Defects } from './defects.ts'
import type { FlightContainer, FlightValue } from './flight-value.ts'
import { createFollow, isElement } from './references.ts'
import { type Row, readJson, textOf } from './rows.ts'
import { childAt, forEachChild, isNode, keysOfNodes, putChild, toScalar } from './tree.ts'
import type { Known } from './walk.ts'

// Deeper than any page, and shallow enough for a reader's own recursion and for JSON.stringify.
const mostDepth = 1000

/** An object or array on the way from a row's root to where the reader is. */
interface Frame {
  node: FlightContainer
  /** Keys of the objects and arrays in it. */
  keys: string[]
  next: number
  /** How many levels stand below those that are read. */
  height: number
}

/** The rows of a page, each parsed and resolved when it is first asked for. */
export interface Resolver extends Known {
  rows: readonly Row[]
  /** `undefined` where the row cannot be read, and where it holds no data. */
  value(row: Row): FlightValue
  /** The row's JSON as it is written. */
  parsed(row: Row): unknown
  /** Whether the row holds data that can be read; of a reference that leads nowhere too. */
  isData(row: Row): boolean
}

/**
 * Resolves in place what JSON.parse gave: copies would take most of the time and of the memory. An
 * object that several references lead to is shared. A reference that leads to an object it stands in
 * would make a loop, and is cut; so is what stands deeper than 1000 levels.
 */
export function createResolver(all: readonly Row[], defects: Defects): Resolver {
  const byId = indexRows(all, defects)
  const parsed = new Map<Row, unknown>()
  const values = new Map<Row, FlightValue>()
  // Height by node; a node that stands in here is read. An open one still has its frame on the stack.
  const heights = new Map<object, number>()
  const open = new Set<object>()
  const targets = new Set<object>()
  const follow = createFollow(
    { row: (id) => byId.get(id), parsed: parse, isRead: (node) => heights.has(node) },
    defects,
  )
  return {
    rows: [...byId.values()],
    value,
    parsed: parse,
    isData,
    isLeaf: (node) => heights.get(node) === 0,
    isShared: (node) => targets.has(node),
  }

  function value(row: Row): FlightValue {
    if (row.kind === 'text') return textOf(row)
    if (row.kind !== 'model' && row.kind !== 'json') return undefined
    if (!values.has(row)) values.set(row, resolve(row))
    return values.get(row)
  }

  function isData(row: Row): boolean {
    const hasText = row.kind === 'model' || row.kind === 'json' || row.kind === 'text'
    return hasText && parse(row) !== undefined
  }

  function parse(row: Row): unknown {
    if (row.kind === 'text') return textOf(row)
    if (parsed.has(row)) return parsed.get(row)
    const json = readJson(textOf(row))
    if (json === undefined) defects.add('row-unreadable', 'a row is not JSON', `row ${row.id}`)
    parsed.set(row, json)
    return json
  }

  function resolve(row: Row): FlightValue {
    const root = parse(row)
    if (isNode(root)) return build(root, row)
    if (typeof root !== 'string' || row.kind === 'json') return toScalar(root)
    const target = follow(root)
    if (target.kind === 'value') return target.value
    if (!isNode(target.node)) return undefined
    targets.add(target.node)
    return build(target.node, row)
  }

  /** Depth first, with a stack of its own: a page nested a hundred thousand times is cut, not a crash. */
  function build(root: FlightContainer, row: Row): FlightContainer {
    if (heights.has(root)) return root
    const first = enter(root, row)
    const stack = first === undefined ? [] : [first]
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const key = frame.keys[frame.next]
      if (key === undefined) {
        heights.set(frame.node, frame.height)
        open.delete(frame.node)
        stack.pop()
        continue
      }
      const child = childAt(frame.node, key)
      if (isNode(child) && !heights.has(child)) {
        if (stack.length >= mostDepth) {
          frame.next += 1
          cutDeep(frame, key, row)
          continue
        }
        const inner = enter(child, row)
        if (inner !== undefined) {
          // This key is looked at again when the frame of the child is left.
          stack.push(inner)
          continue
        }
      }
      frame.next += 1
      if (isNode(child)) close(frame, key, child, row)
    }
    return root
  }

  function close(frame: Frame, key: string, child: FlightContainer, row: Row): void {
    const height = heights.get(child) ?? 0
    if (open.has(child)) {
      defects.add('reference-loop', 'a reference leads back to itself', `row ${row.id}`)
      putChild(frame.node, key, undefined)
    } else if (height + 1 >= mostDepth) {
      // Read before, nearer to the root of its own row.
      cutDeep(frame, key, row)
    } else frame.height = Math.max(frame.height, height + 1)
  }

  function cutDeep(frame: Frame, key: string, row: Row): void {
    defects.add('too-deep', `a value is deeper than ${mostDepth} levels`, `row ${row.id}`)
    putChild(frame.node, key, undefined)
  }

  /** Reads the strings of a node; gives a frame where there are nodes in it. */
  function enter(node: FlightContainer, row: Row): Frame | undefined {
    const keys = row.kind === 'json' ? keysOfNodes(node) : readStrings(node)
    heights.set(node, 0)
    if (keys.length === 0) return undefined
    open.add(node)
    return { node, keys, next: 0, height: 0 }
  }

  function readStrings(node: FlightContainer): string[] {
    const keys: string[] = []
    // Kept back until all are read: a reference may lead through the very node it stands in.
    const changes: [string, FlightValue][] = []
    const type = isElement(node) ? '1' : undefined
    const look = (key: string, child: FlightValue): void => {
      if (typeof child !== 'string') {
        if (isNode(child)) keys.push(key)
        return
      }
      if (child[0] !== '$' || child.length === 1 || (key === type && isMissing(child))) return
      const target = follow(child)
      if (target.kind === 'value') changes.push([key, target.value])
      else if (isNode(target.node)) {
        targets.add(target.node)
        changes.push([key, target.node])
        keys.push(key)
      }
    }
    forEachChild(node, look)
    for (const [key, change] of changes) putChild(node, key, change)
    return keys
  }

  /** An element's type is code: that its row is not in the payload takes no data away. */
  function isMissing(reference: string): boolean {
    return /^\$L?[0-9a-f]+$/.test(reference) && !byId.has(reference.replace(/^\$L?/, ''))
  }
}

function indexRows(rows: readonly Row[], defects: Defects): Map<string, Row> {
  const byId = new Map<string, Row>()
  for (const row of rows) {
    const known = byId.get(row.id)
    // Debug information of React's development build comes before the row it is about.
    if (known === undefined || known.kind === 'other') byId.set(row.id, row)
    else if (row.kind !== 'other') {
      defects.add('row-repeated', 'a row has the id of an earlier one', `row ${row.id}`)
    }
  }
  return byId
}
