import type { Body, ImageRange } from './body.ts'
import { escapeValue } from './escape-html.ts'
import { urlAttributes } from './html-elements.ts'
import { HtmlScanner } from './html-scanner.ts'
import { resolveUrl } from './resolve-url.ts'
import { resolveSourceSet } from './source-set.ts'
import { plainAttributes } from './start-tag.ts'
import { listAttributes } from './tag-attributes.ts'

/** An HTML fragment as it is, but with absolute addresses. Not safe to show. */
export function absolutizeHtml(html: string, base: string | undefined): Body {
  if (base === undefined || !html.includes('<')) return { html: html.trim(), source: html }
  const scanner = new HtmlScanner(html)
  let text = ''
  let copied = 0
  let mayHide = false
  const image: ImageRange = { base, start: -1, end: -1 }
  while (true) {
    const mark = scanner.next()
    if (mark === 'end') {
      text += html.slice(copied)
      const isCertain = !mayHide && !scanner.isOdd
      return { html: text.trim(), source: html, image: isCertain ? image : undefined }
    }
    // What a comment or a script holds is no picture.
    mayHide ||= image.start === -1 && (mark === 'comment' || scanner.element?.isHidden === true)
    const { innerStart, innerEnd } = scanner
    if (mark !== 'open' || innerStart === innerEnd) continue
    if (image.start === -1 && scanner.element?.name === 'img') {
      image.start = innerStart
      image.end = innerEnd
    }
    const plain = plainAttributes(scanner, undefined, base)
    if (plain === true) continue
    const written = plain ?? rewrite(html, innerStart, innerEnd, base)
    if (written === undefined) continue
    text += `${html.slice(copied, innerStart)}${written}${scanner.selfClosing ? ' ' : ''}`
    copied = innerEnd
  }
}

function rewrite(html: string, start: number, end: number, base: string): string | undefined {
  const attributes = new Map<string, string>()
  const list = listAttributes(html, start, end)
  let changed = false
  for (let i = 0; i + 1 < list.length; i += 2) {
    const name = list[i] ?? ''
    const value = list[i + 1] ?? ''
    if (attributes.has(name)) continue
    const url = resolveAttribute(name, value, base)
    changed ||= url !== undefined && url !== value
    attributes.set(name, url ?? value)
  }
  if (!changed) return undefined
  return [...attributes].map(([name, value]) => ` ${name}="${escapeValue(value)}"`).join('')
}

function resolveAttribute(name: string, value: string, base: string): string | undefined {
  if (urlAttributes.has(name)) return resolveUrl(value, base)
  return name === 'srcset' ? resolveSourceSet(value, base) : undefined
}
