import { isSpace } from './characters.ts'
import { closeReferences, decodeHtml } from './entities.ts'
import { foldSpace } from './fold-space.ts'
import { htmlElement } from './html-elements.ts'
import { HtmlScanner } from './html-scanner.ts'
import { Tokenizer } from './tokenizer.ts'

// So many unknown names of tags are looked up in a text; all further ones count as tags.
const mostLookups = 16

/**
 * What a reader of an HTML fragment sees, on one line: tags, scripts and styles gone, references decoded.
 * `<T>`, which is no tag of HTML and never closed, stays.
 */
export function plainText(html: string): string {
  const text = html.includes('<') ? (scanText(html) ?? tokenizeText(html)) : html
  return foldSpace(text.includes('&') ? decodeHtml(closeReferences(text)) : text)
}

// `undefined` where the fragment is not as plain as nearly all are.
function scanText(html: string): string | undefined {
  const scanner = new HtmlScanner(html)
  const { codes } = scanner
  let text = ''
  let endsInSpace = true
  while (true) {
    let from = scanner.end
    const mark = scanner.next()
    if (mark === 'odd') return undefined
    // Layout between tags is folded as it is met: folding it afterwards costs a replacement each.
    let { start } = scanner
    if (from < start && isSpace(codes[from] ?? 0)) {
      if (!endsInSpace) text += ' '
      endsInSpace = true
      while (from < start && isSpace(codes[from] ?? 0)) from++
    }
    if (from < start) {
      endsInSpace = isSpace(codes[start - 1] ?? 0)
      while (isSpace(codes[start - 1] ?? 0)) start--
      text += html.slice(from, start)
      if (endsInSpace) text += ' '
    }
    if (mark === 'end') return text
    if (mark === 'comment') continue
    if (scanner.element?.isHidden === true && mark === 'open') {
      if (!scanner.skipHidden()) return undefined
    } else if (scanner.element?.isBlock === true && !endsInSpace) {
      text += ' '
      endsInSpace = true
    }
  }
}

function tokenizeText(html: string): string {
  const tokens = new Tokenizer(html)
  const unknown = new Map<string, boolean>()
  let text = ''
  while (tokens.next() !== 'end') {
    const { kind } = tokens
    if (kind === 'text') text += html.slice(tokens.start, tokens.end)
    else if (kind === 'cdata') text += html.slice(tokens.innerStart, tokens.innerEnd)
    else if (kind === 'open' || kind === 'close') {
      const element = htmlElement(tokens.name)
      if (kind === 'open' && element?.isHidden === true) skipHidden(tokens)
      else if (element?.isBlock === true) text += ' '
      else if (kind === 'open' && isWord(tokens, unknown)) {
        text += html.slice(tokens.start, tokens.end)
      }
    }
  }
  return text
}

/** Moves past the content of the hidden element whose start tag was just read. */
export function skipHidden(tokens: Tokenizer): void {
  if (tokens.selfClosing) return
  const { name, source } = tokens
  // Remembered by the tokenizer: a thousand unclosed `<svg>` search once.
  const end = tokens.findEndTag(name, tokens.end)
  if (end !== -1) {
    tokens.end = end
    tokens.next()
  }
  // A script that never ends hides all the rest, as in a browser; anything else just its tag.
  else if (name === 'script' || name === 'style') tokens.end = source.length
}

function isWord(tokens: Tokenizer, known: Map<string, boolean>): boolean {
  const { name, source } = tokens
  if (htmlElement(name) !== undefined || name.includes('-') || name.includes(':')) return false
  if (tokens.innerEnd > tokens.innerStart || tokens.selfClosing) return false
  let word = known.get(name)
  if (word === undefined) {
    if (known.size >= mostLookups) return false
    word = !source.toLowerCase().includes(`</${name}`)
    known.set(name, word)
  }
  return word
}
