import { readAuthor } from './names.ts'
import type { Author } from './paper.ts'

/**
 * The authors of a feed's one `dc:creator` string: `A. Name, B. Name (Affiliation, Second one)`.
 * arXiv joins affiliations with commas too, so one that holds a comma itself comes out in two.
 */
export function readCreators(text: string): Author[] {
  return splitOutsideParentheses(text).flatMap((part) => {
    const [, before = part, inside = ''] = /^([^(]*)\((.*)\)\s*$/s.exec(part) ?? []
    return readAuthor(before, splitOutsideParentheses(inside)) ?? []
  })
}

/**
 * At the commas that are neither in parentheses or braces nor a TeX thin space (`\,`), and at what
 * else separates, a sticky pattern.
 */
export function splitOutsideParentheses(text: string, separator?: RegExp): string[] {
  const parts: string[] = []
  // A parenthesis that never closes would swallow all later authors: then none counts.
  const counted = isBalanced(text)
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '\\') i++
    else if (counted && (char === '(' || char === '{')) depth++
    else if (counted && (char === ')' || char === '}')) depth--
    else if (depth === 0) {
      const length = char === ',' ? 1 : lengthOf(separator, text, i)
      if (length === 0) continue
      parts.push(text.slice(start, i))
      start = i + length
      i = start - 1
    }
  }
  return [...parts, text.slice(start)]
}

function lengthOf(separator: RegExp | undefined, text: string, at: number): number {
  if (separator === undefined) return 0
  separator.lastIndex = at
  return separator.exec(text)?.[0].length ?? 0
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length && depth >= 0; i++) {
    const char = text[i]
    if (char === '\\') i++
    else if (char === '(' || char === '{') depth++
    else if (char === ')' || char === '}') depth--
  }
  return depth === 0
}
