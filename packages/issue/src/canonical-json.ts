/**
 * One text for one value: keys sorted by UTF-16 code unit, no white space, absent for `undefined`.
 * Numbers and strings are printed as ECMAScript prints them, as RFC 8785 asks.
 *
 * @throws TypeError for what JSON cannot hold: non-finite numbers, lone surrogates, functions.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  }
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${quote(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`JSON has no ${typeof value}`)
}

function quote(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('JSON text has a lone surrogate')
  return JSON.stringify(text)
}
