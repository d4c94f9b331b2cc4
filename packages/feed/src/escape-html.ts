/** Text of a document, references kept: nothing in it can begin or end a tag. */
export function escapeText(text: string): string {
  return text.includes('<') || text.includes('>')
    ? text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text
}

/** Plain text as HTML. */
export function escapeAll(text: string): string {
  return escapeText(text.includes('&') ? text.replaceAll('&', '&amp;') : text)
}

/** Text inside the double quotes of an attribute. */
export function escapeValue(value: string): string {
  const escaped = escapeAll(value)
  return escaped.includes('"') ? escaped.replaceAll('"', '&quot;') : escaped
}

/** Text as HTML shows it: for sources that say their content is no markup. */
export function htmlOfText(text: string): string {
  return escapeAll(text.trim())
}
