import { isSpace } from './characters.ts'
import { closeReferences, decodeHtml } from './entities.ts'
import { foldSpace } from './fold-space.ts'
import { HtmlScanner } from './html-scanner.ts'

// So many names of tags are looked up in a text; all further ones count as tags.
const mostLookups = 16

/**
 * What a reader of an HTML fragment sees, on one line: tags, scripts and styles gone, references decoded.
 * `<T>`, which is no tag of HTML and never closed, stays; in a title, which is more likely about `<dialog>` than in
 * one, any such tag.
 */
export function plainText(html: string, isTitle = false): string {
  const text = html.includes('<') ? scan(html, isTitle) : html
  return foldSpace(text.includes('&') ? decodeHtml(closeReferences(text)) : text)
}

function scan(html: string, isTitle: boolean): string {
  const scanner = new HtmlScanner(html)
  const { codes } = scanner
  let words: Map<string, boolean> | undefined
  let text = ''
  let endsInSpace = true
  while (true) {
    let from = scanner.end
    const mark = scanner.next()
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
    const { element } = scanner
    if (mark === 'cdata') text += html.slice(scanner.innerStart, scanner.innerEnd)
    else if (mark === 'comment') continue
    else if (mark === 'open' && (element === undefined || isTitle)) {
      words ??= new Map()
      if (isWord(scanner, words)) {
        text += html.slice(scanner.start, scanner.end)
        endsInSpace = false
        continue
      }
    }
    if (mark === 'open' && element?.isHidden === true) scanner.skipHidden()
    else if (element?.isBlock === true) {
      if (!endsInSpace) text += ' '
      endsInSpace = true
      continue
    } else if (mark !== 'cdata' && (mark === 'close' || element !== undefined)) continue
    endsInSpace = false
  }
}

// Whether what looks like a tag is none.
function isWord(tag: HtmlScanner, known: Map<string, boolean>): boolean {
  const { element, source, innerStart, innerEnd, selfClosing } = tag
  const name = element?.name ?? tag.name
  if (selfClosing || name.includes('-') || name.includes(':')) return false
  // `n<m and k>1`; of what HTML knows, only the bare tag.
  const inner = source.slice(innerStart, innerEnd)
  if (element === undefined ? inner.includes('=') : inner !== '') return false
  if (element?.isVoid === true || element?.isSelfEnding === true) return false
  let word = known.get(name)
  if (word === undefined) {
    if (known.size >= mostLookups) return false
    word = !source.toLowerCase().includes(`</${name}`)
    known.set(name, word)
  }
  return word
}
