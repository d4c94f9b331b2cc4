import { cleanText } from '../clean-text.ts'
import { characterWidth, textWidth } from './width.ts'

/** Columns of the page. */
export const pageWidth = 78

/** How lines begin: the first one, and all that follow it. */
export interface Indent {
  first?: string
  rest?: string
}

/**
 * Text in lines of at most `width` columns, broken between words; a word that is longer than a line
 * is broken where the line ends. Nothing for text without anything visible.
 */
export function wrapText(text: string, width: number = pageWidth, indent: Indent = {}): string[] {
  const { first = '', rest = '' } = indent
  const lines: string[] = []
  let line = ''
  let used = 0
  const room = (): number => width - textWidth(lines.length === 0 ? first : rest)
  const finish = (): void => {
    lines.push(`${lines.length === 0 ? first : rest}${line}`)
    line = ''
    used = 0
  }
  const words = cleanText(text).split(' ')
  for (const word of words.flatMap((whole) =>
    pieces(whole, width - Math.max(textWidth(first), textWidth(rest))),
  )) {
    const size = cost(word)
    if (used > 0 && used + 1 + size > room()) finish()
    line += used > 0 ? ` ${word}` : word
    used += used > 0 ? size + 1 : size
  }
  if (used > 0) finish()
  return lines
}

// A line is also held to its length in UTF-16 units, which is how most programs measure it.
function cost(text: string): number {
  return Math.max(textWidth(text), text.length)
}

function pieces(word: string, limit: number): string[] {
  if (word.length * 2 <= limit || cost(word) <= limit) return [word]
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of word) {
    const width = Math.max(characterWidth(character), character.length)
    if (size > 0 && size + width > limit) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += character
    size += width
  }
  return [...parts, part]
}
