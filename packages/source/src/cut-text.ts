/**
 * At most so many UTF-16 units of a text, never half of a character, and without lone surrogates:
 * those have no UTF-8 and no canonical JSON.
 */
export function cutText(text: string, limit: number): string {
  const cut = text.length > limit ? text.slice(0, limit).replace(/[\ud800-\udbff]$/, '') : text
  return cut.toWellFormed()
}
