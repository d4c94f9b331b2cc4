/**
 * The beginning of `text`, whole words, at most `limit` UTF-16 units and an ellipsis where words were
 * left out. A first word longer than the limit is cut.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = text.slice(0, limit + 1)
  const space = head.lastIndexOf(' ')
  const words = space > 0 ? head.slice(0, space) : head.slice(0, limit)
  // A cut between surrogates leaves half a character; it goes too.
  const whole = words.isWellFormed() ? words : words.slice(0, -1)
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`
}
