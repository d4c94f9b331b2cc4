/** What JSON gives for an object: nothing is known of its fields yet. */
export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a dotted path such as `pricing.price_1m_input_tokens`; own fields only. */
export function readPath(record: unknown, path: string): unknown {
  let value = record
  for (const key of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

export function hasPath(record: unknown, path: string): boolean {
  const cut = path.lastIndexOf('.')
  const parent = cut === -1 ? record : readPath(record, path.slice(0, cut))
  return isRecord(parent) && Object.hasOwn(parent, path.slice(cut + 1))
}
