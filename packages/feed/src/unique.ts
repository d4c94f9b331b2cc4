const few = 32

/** The first of each key, in their order; what later ones of a key say is added by `join`. */
export function uniqueBy<T>(
  all: T[],
  keyOf: (one: T) => string,
  join: (first: T, later: T) => T,
): T[] {
  const keys = all.map(keyOf)
  // Most lists are short and name nothing twice.
  if (keys.length <= few && keys.every((key, i) => keys.indexOf(key) === i)) return all
  const unique = new Map<string, T>()
  for (const [i, one] of all.entries()) {
    const key = keys[i] ?? ''
    const known = unique.get(key)
    unique.set(key, known === undefined ? one : join(known, one))
  }
  return [...unique.values()]
}
