import type { Body, ImageRange } from './body.ts'
import { escapeAll, escapeText } from './escape-html.ts'
import { type HtmlElement, htmlElement } from './html-elements.ts'
import { HtmlScanner } from './html-scanner.ts'
import { skipHidden } from './plain-text.ts'
import { plainAttributes, startTag } from './start-tag.ts'
import { Tokenizer } from './tokenizer.ts'

// Browsers stop nesting at about this depth too; deeper elements lose their tags, not their text.
const deepest = 256

/**
 * An HTML fragment of which only harmless elements and attributes are left, with absolute addresses and
 * every tag closed. It is written anew from tokens: what was not understood comes out as text.
 */
export function sanitizeHtml(html: string, base: string | undefined): Body {
  return scan(html, base) ?? { html: tokenize(html, base) }
}

// Copies runs of what may stay as it is, and writes only the rest anew. `undefined` where the fragment is
// not as plain as nearly all are.
function scan(html: string, base: string | undefined): Body | undefined {
  const scanner = new HtmlScanner(html)
  const { codes } = scanner
  const open: HtmlElement[] = []
  let clean = ''
  let copied = 0
  const image: ImageRange = { source: html, base, start: -1, end: -1 }
  while (true) {
    const from = scanner.end
    const mark = scanner.next()
    if (mark === 'odd') return undefined
    const { start, end, element } = scanner
    if (scanner.hasAngle()) {
      clean += html.slice(copied, from) + escapeText(html.slice(from, start))
      copied = start
    }
    if (mark === 'end') break
    if (mark === 'comment' || element === undefined) {
      clean += html.slice(copied, start)
      copied = end
    } else if (mark === 'open' && element.isHidden) {
      clean += html.slice(copied, start)
      if (!scanner.skipHidden()) return undefined
      copied = scanner.end
    } else if (mark === 'open' && element.allowed !== undefined) {
      if (element.isSelfEnding && open.at(-1) === element) {
        open.pop()
        clean += `${html.slice(copied, start)}</${element.name}>`
        copied = start
      }
      const isDropped = open.length >= deepest && !element.isVoid
      if (isDropped) {
        clean += html.slice(copied, start)
        copied = end
        continue
      }
      const { innerStart, innerEnd, selfClosing } = scanner
      if (image.start === -1 && element.name === 'img') {
        image.start = innerStart
        image.end = innerEnd
      }
      const plain = plainAttributes(element, html, codes, innerStart, innerEnd, selfClosing)
      if (plain !== true) {
        clean += html.slice(copied, start)
        clean +=
          plain === undefined
            ? startTag(element, html, innerStart, innerEnd, base)
            : `<${element.name}${plain}>`
        if (selfClosing && !element.isVoid) clean += `</${element.name}>`
        copied = end
      }
      if (!selfClosing && !element.isVoid) open.push(element)
    } else if (mark === 'close' && open.at(-1) === element) open.pop()
    else {
      clean += html.slice(copied, start)
      copied = end
      if (mark === 'close' && open.includes(element)) {
        let closed: HtmlElement | undefined
        while (closed !== element) {
          closed = open.pop()
          clean += `</${closed?.name}>`
        }
      }
    }
  }
  clean += html.slice(copied)
  while (open.length > 0) clean += `</${open.pop()?.name}>`
  return { html: clean.trim(), image }
}

function tokenize(html: string, base: string | undefined): string {
  const tokens = new Tokenizer(html)
  const open: string[] = []
  const counts = new Map<string, number>()
  let clean = ''
  const close = () => {
    const name = open.pop() ?? ''
    counts.set(name, (counts.get(name) ?? 0) - 1)
    clean += `</${name}>`
  }
  while (tokens.next() !== 'end') {
    const { kind, name } = tokens
    if (kind === 'text') clean += escapeText(html.slice(tokens.start, tokens.end))
    else if (kind === 'cdata') clean += escapeAll(html.slice(tokens.innerStart, tokens.innerEnd))
    else if (kind === 'open') {
      const element = htmlElement(name)
      if (element?.isHidden === true) skipHidden(tokens)
      if (element?.allowed === undefined || element.isHidden) continue
      if (element.isSelfEnding && open.at(-1) === name) close()
      if (!element.isVoid && open.length >= deepest) continue
      clean += startTag(element, html, tokens.innerStart, tokens.innerEnd, base)
      if (element.isVoid) continue
      if (tokens.selfClosing) clean += `</${name}>`
      else {
        open.push(name)
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    } else if (kind === 'close' && (counts.get(name) ?? 0) > 0) {
      while (open.at(-1) !== name) close()
      close()
    }
  }
  while (open.length > 0) close()
  return clean.trim()
}
