import { splitOutsideParentheses } from './creators.ts'
import { readAuthor } from './names.ts'
import type { Author } from './paper.ts'

// `((1) First place, (2) Second place)` after the last name.
const legend = /\(\s*(\([\w*]{1,3}\)[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$/
const legendEntry = /\(([\w*]{1,3})\)\s*([^()]*(?:\((?![\w*]{1,3}\))[^()]*\)[^()]*)*)/g
const suffix = /^(?:Jr|Sr|II|III|IV|V)\.?(?=\s*(?:\(|$))/

/**
 * The authors of a line as people type it: `A. Name (1), B. Name (1 and 2) and C. Name ((1) Here, (2) There)`.
 *
 * @see https://info.arxiv.org/help/prep.html#author
 */
export function readAuthorList(text: string): Author[] {
  const line = text.replace(/\s+/g, ' ').trim()
  const { names, places } = takeLegend(line)
  const parts: string[] = []
  for (const part of splitOutsideParentheses(names, / and |&|\b(?<=Collaborations?)\s*:/y)) {
    const trimmed = part.replace(/^\s*(?:and\s+)?|\s+$/g, '')
    const last = parts.length - 1
    if (suffix.test(trimmed) && last >= 0) parts[last] = `${parts[last]} ${trimmed}`
    else parts.push(trimmed)
  }
  return parts.flatMap((part) => {
    if (/^(?:et\.? al\b|and$)/i.test(part)) return []
    return readListed(part, places) ?? []
  })
}

function takeLegend(line: string): { names: string; places: ReadonlyMap<string, string> } {
  const found = line.length > 100_000 ? null : legend.exec(line)
  const places = new Map<string, string>()
  for (const [, mark = '', place = ''] of found?.[1]?.matchAll(legendEntry) ?? []) {
    places.set(
      mark,
      place
        .slice(0, 1000)
        .replace(/[\s,;]+$/, '')
        .replace(/,?\s+and$/, ''),
    )
  }
  return places.size === 0
    ? { names: line, places }
    : { names: line.slice(0, found?.index), places }
}

function readListed(part: string, places: ReadonlyMap<string, string>): Author | undefined {
  const open = part.indexOf('(')
  const name = open === -1 ? part : part.slice(0, open)
  const inside = open === -1 ? [] : [...part.slice(open).matchAll(/\(([^()]*)\)/g)]
  const affiliations = inside.flatMap(([, content = '']) => {
    const marks = content.split(/[\s,;&]+|\band\b/).filter((mark) => mark !== '')
    if (marks.length > 0 && marks.every((mark) => places.has(mark))) {
      return marks.map((mark) => places.get(mark))
    }
    return /^[\d\s,;*]*$/.test(content) ? [] : [content]
  })
  return readAuthor(name, affiliations)
}
