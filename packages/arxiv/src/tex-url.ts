/** An address as it is, of one written in TeX: `https://a.example/x\_y` with its escapes undone. */
export function unescapeUrl(text: string): string {
  return text.replace(/\\([_%#&~^])(?:\{\})?/g, '$1')
}
