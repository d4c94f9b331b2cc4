import type { Warning } from '@inference-report/source'

/** One place a field may stand in: where, and how to read it there. */
export interface Candidate<T> {
  place: string
  read: () => T | undefined
}

/**
 * The first candidate that holds a value. A late one means that arXiv has changed its format: it
 * is used, and told as the warning `late-candidate`.
 */
export function firstValid<T>(
  field: string,
  candidates: readonly Candidate<T>[],
  warn: (warning: Warning) => void,
): T | undefined {
  for (const [index, { place, read }] of candidates.entries()) {
    const value = read()
    if (value === undefined) continue
    const expected = candidates[0]?.place
    if (index > 0) {
      warn({
        code: 'late-candidate',
        message: `${field} was read from ${place}, not from ${expected}.`,
        path: field,
      })
    }
    return value
  }
  return undefined
}
