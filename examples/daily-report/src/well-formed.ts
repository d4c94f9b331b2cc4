/**
 * The same value with every lone surrogate in its texts replaced by U+FFFD. JSON may hold half an
 * emoji; UTF-8, and so a published issue, cannot, and one source must not stop the others.
 */
export function wellFormed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) =>
    typeof member === 'string' ? member.toWellFormed() : member,
  )
}
