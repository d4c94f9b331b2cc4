import { type FlightValue, isContainer } from './flight-value.ts'

/** Every object and array once, in document order, an outer one before what it holds. */
export function* walk(roots: Iterable<FlightValue>): Generator<object> {
  const seen = new Set<object>()
  for (const root of roots) {
    const stack: FlightValue[] = [root]
    while (stack.length > 0) {
      const value = stack.pop()
      if (!isContainer(value) || seen.has(value)) continue
      seen.add(value)
      yield value
      const children: FlightValue[] = Object.values(value)
      for (let index = children.length - 1; index >= 0; index -= 1) {
        if (isContainer(children[index])) stack.push(children[index])
      }
    }
  }
}

/** How much a match holds: items of an array, keys of an object. */
export function sizeOf(value: object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length
}
