/** The beginning of a text, whole words, with an ellipsis where something was cut. */
export function excerpt(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = text.slice(0, limit)
  const end = head.lastIndexOf(' ')
  // A text without a space near the limit, such as Chinese, is cut between characters.
  const cut = end > limit / 2 ? head.slice(0, end) : [...head].slice(0, -1).join('')
  return `${cut.replace(/[\s,;:.–—-]+$/u, '')}…`
}
