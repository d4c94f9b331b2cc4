import type { Defects } from './defects.ts'
import { type FlightValue, isContainer } from './flight-value.ts'
import { createFollow, isScalar, type Target } from './references.ts'
import type { Row } from './rows.ts'

// Deeper than any page, and shallow enough for a reader's own recursion and for JSON.stringify.
const mostDepth = 1000

type Container = FlightValue[] | { [key: string]: FlightValue }

interface Frame {
  raw: object
  built: Container
  keys: string[]
  next: number
  /** How many levels stand below, counted when the frame is left; `undefined` while it is open. */
  height: number
  open: boolean
}

/**
 * Builds the value of each row, once. An object that several references lead to is shared, not copied:
 * pages refer to large lists often, and copies of copies would fill any memory. A reference that leads
 * to an object it stands in would make a loop, and is cut; so is what stands deeper than 1000 levels.
 */
export function resolveRows(rows: readonly Row[], defects: Defects): Map<string, FlightValue> {
  const byId = new Map<string, Row>()
  for (const row of rows) {
    const known = byId.get(row.id)
    // Debug information of React's development build comes before the row it is about.
    if (known === undefined || known.kind === 'other') byId.set(row.id, row)
    else if (row.kind !== 'other') {
      defects.add('row-repeated', 'a row has the id of an earlier one', `row ${row.id}`)
    }
  }
  const follow = createFollow(byId, defects)
  const frames = new Map<object, Frame>()
  const values = new Map<string, FlightValue>()
  for (const row of byId.values()) {
    if (row.kind === 'text' && typeof row.value === 'string') values.set(row.id, row.value)
    if (row.kind === 'model') values.set(row.id, build(row, follow))
    if (row.kind === 'json')
      values.set(
        row.id,
        build(row, (value) => ({ kind: 'value', value })),
      )
  }
  return values

  function build(row: Row, read: (text: string) => Target): FlightValue {
    const root = toTarget(row.value, read)
    if (root.kind === 'value') return root.value
    const first = frames.get(root.node) ?? open(root.node)
    const stack = first.open ? [first] : []
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const key = frame.keys[frame.next]
      if (key === undefined) {
        frame.open = false
        stack.pop()
        continue
      }
      const target = toTarget(Reflect.get(frame.raw, key), read)
      if (target.kind === 'node' && !frames.has(target.node)) {
        // The slot is filled when the frame of the child is left and this one is looked at again.
        stack.push(open(target.node))
        continue
      }
      frame.next += 1
      put(frame.built, key, fill(frame, target, row.id))
    }
    return first.built
  }

  function fill(frame: Frame, target: Target, id: string): FlightValue {
    if (target.kind === 'value') return target.value
    const child = frames.get(target.node)
    if (child === undefined || child.open) {
      defects.add('reference-loop', 'a reference leads back to itself', `row ${id}`)
      return undefined
    }
    if (child.height + 1 >= mostDepth) {
      defects.add('too-deep', `a value is deeper than ${mostDepth} levels`, `row ${id}`)
      return undefined
    }
    frame.height = Math.max(frame.height, child.height + 1)
    return child.built
  }

  function open(raw: object): Frame {
    const built: Container = Array.isArray(raw) ? [] : {}
    const frame = { raw, built, keys: Object.keys(raw), next: 0, height: 0, open: true }
    frames.set(raw, frame)
    return frame
  }
}

function toTarget(value: unknown, read: (text: string) => Target): Target {
  if (isContainer(value)) return { kind: 'node', node: value }
  if (typeof value === 'string') return read(value)
  return { kind: 'value', value: isScalar(value) ? value : undefined }
}

function put(container: Container, key: string, value: FlightValue): void {
  if (Array.isArray(container)) container.push(value)
  else if (key === '__proto__') {
    // JSON may hold this key; assigning it would change the object's prototype instead.
    Object.defineProperty(container, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  } else if (value !== undefined) container[key] = value
}
