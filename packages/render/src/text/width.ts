// East Asian Wide and Fullwidth, and emoji, as terminals draw them (Unicode TR 11), in blocks.
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const zero = /[\p{M}]/u

/** Columns that `text` takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

export function characterWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1
  if (zero.test(character)) return 0
  return wide.test(character) ? 2 : 1
}
