/**
 * Milliseconds that a `Retry-After` asks to wait, in seconds or as a date; `undefined` where there is
 * none that can be read. A date that is past is 0.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // `Date.parse` alone would take many a text for a date, such as `1.5`, and one without zone for local.
  const isDate = /^[A-Za-z]{3,9}, \d{2}[ -][A-Za-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
  const isOldDate = /^[A-Za-z]{3} [A-Za-z]{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/.test(text)
  if (!isDate && !isOldDate) return undefined
  const at = Date.parse(isOldDate ? `${text} GMT` : text)
  return Number.isNaN(at) ? undefined : Math.max(at - now, 0)
}
