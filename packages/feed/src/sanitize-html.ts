import type { Body, ImageRange } from './body.ts'
import { escapeAll, escapeText } from './escape-html.ts'
import type { HtmlElement } from './html-elements.ts'
import { HtmlScanner } from './html-scanner.ts'
import { plainAttributes, startTag } from './start-tag.ts'

// Browsers stop nesting at about this depth too; deeper elements lose their tags, not their text.
const deepest = 256

/**
 * An HTML fragment of which only harmless elements and attributes are left, with absolute addresses and
 * every tag closed. What was not understood comes out as text.
 */
export function sanitizeHtml(html: string, base: string | undefined): Body {
  const scanner = new HtmlScanner(html)
  const open: HtmlElement[] = []
  let clean = ''
  let copied = 0
  const image: ImageRange = { base, start: -1, end: -1 }
  while (true) {
    const from = scanner.end
    const mark = scanner.next()
    const { start, end, element } = scanner
    if (scanner.hasAngle()) {
      clean += html.slice(copied, from) + escapeText(html.slice(from, start))
      copied = start
    }
    if (mark === 'end') break
    // Runs of what may stay are copied as they are; only the rest is written anew.
    if (mark === 'cdata') {
      clean +=
        html.slice(copied, start) + escapeAll(html.slice(scanner.innerStart, scanner.innerEnd))
      copied = end
    } else if (mark === 'comment' || element === undefined) {
      clean += html.slice(copied, start)
      copied = end
    } else if (mark === 'open' && element.isHidden) {
      clean += html.slice(copied, start)
      scanner.skipHidden()
      copied = scanner.end
    } else if (mark === 'open' && element.allowed !== undefined) {
      if (element.isSelfEnding && open.at(-1) === element) {
        open.pop()
        clean += `${html.slice(copied, start)}</${element.name}>`
        copied = start
      }
      if (open.length >= deepest && !element.isVoid) {
        clean += html.slice(copied, start)
        copied = end
        continue
      }
      const { innerStart, innerEnd, selfClosing } = scanner
      if (image.start === -1 && element.name === 'img') {
        image.start = innerStart
        image.end = innerEnd
      }
      const plain = plainAttributes(scanner, element.allowed, base)
      if (plain !== true || scanner.isOdd) {
        const kept = plain === true ? html.slice(innerStart, innerEnd) : plain
        clean += html.slice(copied, start)
        clean +=
          kept === undefined
            ? startTag(element, html, innerStart, innerEnd, base)
            : `<${element.name}${kept}>`
        if (selfClosing && !element.isVoid) clean += `</${element.name}>`
        copied = end
      }
      if (!selfClosing && !element.isVoid) open.push(element)
    } else if (mark === 'close' && open.at(-1) === element && !scanner.isOdd) open.pop()
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
  return { html: clean.trim(), source: html, image: scanner.isOdd ? undefined : image }
}
