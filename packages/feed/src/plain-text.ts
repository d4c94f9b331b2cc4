import { closeReferences, decodeHtml } from './entities.ts'
import { blockElements, hiddenElements, isHtmlElement } from './html-elements.ts'
import { Tokenizer } from './tokenizer.ts'

// So many unknown names of tags are looked up in a text; all further ones count as tags.
const mostLookups = 16

/** Text on one line: white space, non-breaking too, folded to single spaces. */
export function foldSpace(text: string): string {
  // Most texts need nothing: their single spaces are not worth replacing by themselves.
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s\s+|[^\S ]/g, ' ').trim() : text.trim()
}

/**
 * What a reader of an HTML fragment sees, on one line: tags, scripts and styles gone, references decoded.
 * `<T>`, which is no tag of HTML and never closed, stays.
 */
export function plainText(html: string): string {
  if (!html.includes('<')) return foldSpace(decodeHtml(closeReferences(html)))
  const tokens = new Tokenizer(html)
  const unknown = new Map<string, boolean>()
  let text = ''
  while (tokens.next() !== 'end') {
    const { kind, name } = tokens
    if (kind === 'text') text += html.slice(tokens.start, tokens.end)
    else if (kind === 'cdata') text += html.slice(tokens.innerStart, tokens.innerEnd)
    else if (kind === 'open' && hiddenElements.has(name)) skipHidden(tokens)
    else if (kind === 'open' || kind === 'close') {
      if (blockElements.has(name)) text += ' '
      else if (kind === 'open' && isWord(tokens, unknown))
        text += html.slice(tokens.start, tokens.end)
    }
  }
  return foldSpace(decodeHtml(closeReferences(text)))
}

/** Moves past the content of the hidden element whose start tag was just read. */
export function skipHidden(tokens: Tokenizer): void {
  if (tokens.selfClosing) return
  const { name, source } = tokens
  // Both are remembered by the tokenizer: a thousand unclosed `<svg>` search once.
  const ends = [
    tokens.find(`</${name}`, tokens.end),
    tokens.find(`</${name.toUpperCase()}`, tokens.end),
  ]
  const end = Math.min(...ends.filter((at) => at !== -1))
  if (Number.isFinite(end)) {
    tokens.end = end
    tokens.next()
  }
  // A script that never ends hides all the rest, as in a browser; anything else just its tag.
  else if (name === 'script' || name === 'style') tokens.end = source.length
}

function isWord(tokens: Tokenizer, known: Map<string, boolean>): boolean {
  const { name, source } = tokens
  if (isHtmlElement(name) || name.includes('-') || name.includes(':')) return false
  if (tokens.innerEnd > tokens.innerStart || tokens.selfClosing) return false
  let word = known.get(name)
  if (word === undefined) {
    if (known.size >= mostLookups) return false
    word = !source.toLowerCase().includes(`</${name}`)
    known.set(name, word)
  }
  return word
}
