/** The first of each key, in their order; what later ones of a key say is added by `join`. */
export function uniqueBy<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  join: (first: T, later: T) => T,
): T[] {
  const unique = new Map<string, T>()
  for (const one of all) {
    const key = keyOf(one)
    const known = unique.get(key)
    unique.set(key, known === undefined ? one : join(known, one))
  }
  return [...unique.values()]
}
