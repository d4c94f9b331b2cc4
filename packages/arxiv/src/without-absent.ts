/** Without the keys that hold nothing: absent is how a record says "unknown". */
export function withoutAbsent<T extends object>(record: T): T {
  const copy = { ...record }
  for (const key in copy) if (copy[key] === undefined) delete copy[key]
  return copy
}
