// Bidi controls, zero-width and other invisible characters can reorder or disguise what a reader
// sees. Emoji and text variation selectors stay: they only choose a glyph.
const invisible =
  /(?![\t\n\v\f\r]|\uFE0E|\uFE0F)[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\uFFF9-\uFFFB]/gu

/** Without controls and invisible characters; white space as it was. */
export function stripInvisible(text: string): string {
  return text.toWellFormed().replace(invisible, '')
}

/** One trimmed line of visible text. */
export function cleanText(text: string): string {
  return stripInvisible(text).replace(/\s+/gu, ' ').trim()
}

/** As `cleanText`, or `fallback` where nothing visible is left: a link needs words. */
export function visibleText(text: string, fallback: string): string {
  return cleanText(text) || cleanText(fallback)
}
