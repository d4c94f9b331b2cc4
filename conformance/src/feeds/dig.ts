/** The value at a path into anything, `undefined` where the path leads nowhere. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return
    current = Reflect.get(current, key)
  }
  return current
}

/** The first text of these that is not empty; numbers count as text. */
export function text(...values: unknown[]): string | undefined {
  for (const value of values) {
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return undefined
}

/** The text if all that say one agree: which of several is meant, nobody said. */
export function onlyOne(...values: unknown[]): string | undefined {
  const different = new Set(values.flatMap((value) => text(value) ?? []))
  return different.size === 1 ? [...different][0] : undefined
}

export function number(value: unknown): number | undefined {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined
}

export function boolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** Nothing is no element, one thing is one. */
export function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** All texts of a value that may be one or many. */
export function texts(value: unknown): string[] {
  return list(value).flatMap((each) => text(each) ?? [])
}

/** As parsers without a date reader of their own do it, and their callers have to. */
export function dateByPlatform(...values: unknown[]): string | undefined {
  for (const value of values) {
    const written = value instanceof Date ? value : text(value)
    if (written === undefined) continue
    const date = new Date(written)
    if (!Number.isNaN(date.getTime())) return date.toISOString()
  }
  return undefined
}
