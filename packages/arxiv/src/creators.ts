import { oneLine } from './child-elements.ts'
import type { Author } from './paper.ts'
import { texToText } from './tex-to-text.ts'

/**
 * The authors of a feed's one `dc:creator` string: `A. Name, B. Name (Affiliation, Second one)`.
 * arXiv joins affiliations with commas too, so one that holds a comma itself comes out in two.
 */
export function readCreators(text: string): Author[] {
  return splitOutsideParentheses(text).flatMap((part) => readAuthor(part) ?? [])
}

function readAuthor(text: string): Author | undefined {
  const [, before = text, inside = ''] = /^([^(]*)\((.*)\)\s*$/s.exec(text) ?? []
  const name = oneLine(texToText(before))
  // A lone ":" stands between a collaboration and its members in old records.
  if (name === undefined || !/\p{L}/u.test(name)) return undefined
  const affiliations = splitOutsideParentheses(inside).flatMap(
    (part) => oneLine(texToText(part)) ?? [],
  )
  return { name, affiliations }
}

/** At the commas that are neither in parentheses or braces nor a TeX thin space (`\,`). */
function splitOutsideParentheses(text: string): string[] {
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
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...parts, text.slice(start)]
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
