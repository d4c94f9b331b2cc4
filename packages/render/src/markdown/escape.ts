import { cleanText } from '../clean-text.ts'
import { linkUrl } from '../link-url.ts'

/** Text of an issue that reads as that text and nothing else within a line, a cell or a link. */
export function markdownInline(text: string): string {
  return (
    cleanText(text)
      // Some readers take `\](` for the end of a link though the bracket is escaped.
      .replace(/[\\`*[\]<>|~]|(?<=\])\(/g, '\\$&')
      // A price stays as it is; any other dollar sign might begin or end a formula.
      .replace(/\$(?!\d)/g, '\\$&')
      // Within a word it is plain; there a backslash would break addresses that are printed as text.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&')
  )
}

/** The same for text that begins a line, where some signs make a heading, a list or a table. */
export function markdownText(text: string): string {
  return markdownInline(text)
    .replace(/^[#+=:-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** A link, or its words alone where the address is not one to follow. */
export function markdownLink(words: string, url: string): string {
  const href = linkUrl(url)
  const text = markdownInline(words) || markdownInline(url)
  return href === undefined ? text : `[${text}](${destination(href)})`
}

// None of these may stand in a URL unescaped, but they do.
const encoded: Record<string, string> = {
  '<': '%3C',
  '>': '%3E',
  '\\': '%5C',
  '|': '%7C',
  '`': '%60',
}

function destination(href: string): string {
  const safe = href
    .replace(/[<>\\|`]/g, (character) => encoded[character] ?? '')
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '&amp;')
  return /[()]/.test(safe) ? `<${safe}>` : safe
}
