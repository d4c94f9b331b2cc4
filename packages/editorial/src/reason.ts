import { withoutLinks } from './links.ts'
import { asClause, plainLine } from './words.ts'

// With the ellipsis and two brackets that close what was cut, 160.
const longest = 157

/**
 * Why a source is as it is, as one clause to stand behind a colon; `''` where nothing can be said.
 * A failing server's own words may be in it: no markup, addresses, further sentences or lines of them
 * get into our prose, and no more than 160 characters.
 */
export function reasonClause(reason: string | undefined): string {
  // Bounded first: what follows must not take time on a whole page.
  const [line = ''] = (reason ?? '')
    .slice(0, 2000)
    .trim()
    .split(/[\r\n\u2028\u2029]/)
  const plain = plainLine(line.toWellFormed().replace(/[\p{Cf}\uFFFD]/gu, ''))
  const words = tidied(paired(withoutLinks(beforeMarkup(plain)).replace(bareScheme, ' ')))
  const clause = tidied(closed(paired(cut(plainEnd(firstSentence(words)))))).replace(
    /[\s.,;:!?]+$/,
    '',
  )
  return /[\p{L}\p{N}]/u.test(clause) ? asClause(clause) : ''
}

const bareScheme = /\S*:\/\/\S*|\bwww\b\.?|mailto:/gi

// What was taken out leaves spaces and stops behind.
function tidied(text: string): string {
  return text
    .replace(/\.{2,}/g, '…')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[ .,;:!?])/g, '')
    .replace(/^[\s.,;:!?…]+/, '')
}

// Tags, JSON and escaped tags.
function beforeMarkup(text: string): string {
  return text.replace(/(?:[<{＜]|&(?:lt\b|#)).*$/isu, '')
}

// "503. Buy now." is a second sentence; "a.example", "4.5" and "e.g. rows" are none.
function firstSentence(text: string): string {
  return text.replace(/(?:(?<!\b\p{L})[.!?…]|;)[^\s\p{L}\p{N}]* .*$/u, '')
}

function cut(text: string): string {
  if (text.length <= longest) return text
  const start = text.slice(0, longest)
  const space = start.lastIndexOf(' ')
  // One long word is cut within, but not within a character.
  const kept = space > 0 ? start.slice(0, space) : start.replace(/[\uD800-\uDBFF]$/, '')
  return `${plainEnd(kept)}…`
}

// What led to the markup says nothing without it.
function plainEnd(text: string): string {
  return text.replace(/(?:[\s.,;:!?…]|, (?:received|got))+$/, '').trim()
}

const quotation =
  /(?<![\p{L}\p{N}\p{M}'&+])(?:“[^"“”„«»]+”|"[^"“”„«»]+"|«[^"“”„«»]+»)(?![\p{L}\p{N}\p{M}'&+])|["“”„«»「」]/gu

// A mark without its partner, or within a word, quotes nothing.
function paired(text: string): string {
  return text.replace(quotation, (found) => (found.length > 1 ? found : ''))
}

const closers: Record<string, string> = { '(': ')', '[': ']' }
const isCloser = new Set(Object.values(closers))

/** Without a bracket that has no partner, as a cut leaves it. */
function closed(text: string): string {
  const characters = [...text]
  const open: { at: number; closer: string }[] = []
  characters.forEach((character, at) => {
    const closer = closers[character]
    if (character === open.at(-1)?.closer) open.pop()
    else if (closer !== undefined) open.push({ at, closer })
    else if (isCloser.has(character)) characters[at] = ''
  })
  // Two can be closed; more, or one that nothing follows, are dropped.
  const kept = open.filter(
    ({ at }, index) => index < 2 && /[\p{L}\p{N}]/u.test(characters.slice(at).join('')),
  )
  for (const one of open) if (!kept.includes(one)) characters[one.at] = ''
  const ends = kept.map(({ closer }) => closer).reverse()
  return `${plainEnd(characters.join(''))}${text.endsWith('…') ? '…' : ''}${ends.join('')}`
}
