import { type FlightContainer, type FlightValue, isContainer } from './flight-value.ts'

/** What the resolver knows of an object or array that it has read. */
export interface Known {
  /** Nothing but strings, numbers and the like stand in it. */
  isLeaf(node: FlightContainer): boolean
  /** References lead to it: it may stand in several places. */
  isShared(node: FlightContainer): boolean
}

/** Every object and array once, in document order, an outer one before what it holds. */
export function* walk(
  roots: Iterable<FlightValue>,
  { isLeaf, isShared }: Known,
): Generator<FlightContainer> {
  const seen = new Set<FlightContainer>()
  for (const root of roots) {
    const stack: FlightValue[] = [root]
    while (stack.length > 0) {
      const value = stack.pop()
      if (!isContainer(value)) continue
      if (isShared(value)) {
        if (seen.has(value)) continue
        seen.add(value)
      }
      yield value
      if (isLeaf(value)) continue
      const children = containersIn(value)
      for (let index = children.length - 1; index >= 0; index -= 1) stack.push(children[index])
    }
  }
}

// Most of a page are strings and numbers: Object.values would copy them all.
function containersIn(value: FlightContainer): FlightValue[] {
  if (Array.isArray(value)) return value.filter(isContainer)
  const found: FlightValue[] = []
  // JSON.parse gives objects without inherited keys.
  for (const key in value) {
    const child = value[key]
    if (isContainer(child)) found.push(child)
  }
  return found
}

/** How much a match holds: items of an array, keys of an object. */
export function sizeOf(value: object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length
}
