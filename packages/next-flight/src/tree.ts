import type { FlightContainer, FlightValue } from './flight-value.ts'

/** Keys of the objects and arrays that stand in a node. */
export function keysOfNodes(node: FlightContainer): string[] {
  const keys: string[] = []
  forEachChild(node, (key, child) => {
    if (isNode(child)) keys.push(key)
  })
  return keys
}

/** Strings, objects and arrays only; Object.entries would take as long as JSON.parse itself. */
export function forEachChild(
  node: FlightContainer,
  look: (key: string, child: FlightValue) => void,
): void {
  if (Array.isArray(node)) {
    for (let index = 0; index < node.length; index += 1) {
      const child = node[index]
      if (typeof child === 'string' || typeof child === 'object') look(String(index), child)
    }
  } else {
    // JSON.parse gives objects without inherited keys.
    for (const key in node) {
      const child = node[key]
      if (typeof child === 'string' || typeof child === 'object') look(key, child)
    }
  }
}

export function childAt(node: FlightContainer, key: string): FlightValue {
  return Array.isArray(node) ? node[Number(key)] : node[key]
}

export function isNode(value: unknown): value is FlightContainer {
  return typeof value === 'object' && value !== null
}

export function toScalar(value: unknown): FlightValue {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value === null
    ? value
    : undefined
}

/** An unknown key is taken out; of an array the place stays. */
export function putChild(container: FlightContainer, key: string, value: FlightValue): void {
  if (Array.isArray(container)) container[Number(key)] = value
  else if (value === undefined) delete container[key]
  else if (key === '__proto__') {
    // JSON may hold this key; assigning it would change the object's prototype instead.
    Object.defineProperty(container, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  } else container[key] = value
}
