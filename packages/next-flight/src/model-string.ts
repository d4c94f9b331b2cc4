/** What a string of a flight row stands for. */
export type ModelString =
  | { kind: 'value'; value: string | number | undefined }
  | { kind: 'reference'; id: string; path: string[] }

const literals: Readonly<Record<string, number | undefined>> = {
  $undefined: undefined,
  '$-0': 0,
  // No JSON numbers, and no record can hold them.
  $NaN: undefined,
  $Infinity: undefined,
  '$-Infinity': undefined,
}

// Lazy, promise, map, set, form data, server reference (two spellings), streams, iterators, blob, error.
const referenceTags = new Set([...'L@QWKFhRrXxiBZ'])
// Temporary reference, and what React's development build would evaluate: $E(…), $P, $Y.
const codeTags = new Set([...'TEPY'])
const reference = /^([0-9a-f]+)((?::.*)?)$/s

/**
 * Reads the `$` notation of React's flight format. Maps and sets are the row they refer to: an array of
 * entries or of values. Dates become ISO 8601, a big integer a number where it is exact, else its digits.
 *
 * @see https://github.com/facebook/react/blob/main/packages/react-client/src/ReactFlightClient.js (parseModelString)
 */
export function readModelString(text: string): ModelString {
  if (text[0] !== '$' || text.length === 1) return plain(text)
  if (Object.hasOwn(literals, text)) return plain(literals[text])
  const tag = text[1] ?? ''
  const rest = text.slice(2)
  if (tag === '$') return plain(text.slice(1))
  if (tag === 'D') return plain(readDate(rest))
  if (tag === 'n' && /^-?\d+$/.test(rest)) return plain(readBigInt(rest))
  if (tag === 'S') return plain(rest)
  if (codeTags.has(tag)) return plain(undefined)
  const [, id, path] = reference.exec(referenceTags.has(tag) ? rest : text.slice(1)) ?? []
  if (id !== undefined) return { kind: 'reference', id, path: (path ?? '').split(':').slice(1) }
  // "$@" alone is a promise that never resolves, "$Z" an error nobody is told. A string of a tag we do
  // not know stays what it is.
  return plain(text === '$@' || text === '$Z' ? undefined : text)
}

function plain(value: string | number | undefined): ModelString {
  return { kind: 'value', value }
}

function readDate(text: string): string | undefined {
  const time = /^\d{4}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

function readBigInt(digits: string): number | string {
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : digits
}
