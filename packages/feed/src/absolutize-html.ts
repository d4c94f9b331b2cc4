import type { Body, ImageRange } from './body.ts'
import { isLetter, lessThan } from './characters.ts'
import { escapeValue } from './escape-html.ts'
import { mayHide } from './first-image.ts'
import { urlAttributes } from './html-elements.ts'
import { HtmlScanner } from './html-scanner.ts'
import { resolveUrl } from './resolve-url.ts'
import { resolveSourceSet } from './source-set.ts'
import { listAttributes } from './tag-attributes.ts'
import { Tokenizer } from './tokenizer.ts'
import { isAbsoluteValue } from './web-address.ts'

/** An HTML fragment as it is, but with absolute addresses. Not safe to show. */
export function absolutizeHtml(html: string, base: string | undefined): Body {
  if (base === undefined || !html.includes('<')) return { html: html.trim() }
  const plain = absoluteBody(html, base)
  if (plain !== undefined) return plain
  return scan(html, base) ?? { html: tokenize(html, base) }
}

// `undefined` where the fragment is not as plain as nearly all are.
function scan(html: string, base: string): Body | undefined {
  const scanner = new HtmlScanner(html)
  let text = ''
  let copied = 0
  const image: ImageRange = { source: html, base, start: -1, end: -1 }
  while (true) {
    const mark = scanner.next()
    if (mark === 'odd') return undefined
    if (mark === 'end') return bodyOf(text + html.slice(copied), image)
    const { innerStart, innerEnd } = scanner
    if (mark !== 'open' || innerStart === innerEnd) continue
    if (image.start === -1 && scanner.element?.name === 'img') {
      image.start = innerStart
      image.end = innerEnd
    }
    if (!mayChange(html, innerStart, innerEnd)) continue
    const written = rewrite(html, innerStart, innerEnd, base)
    if (written === undefined) continue
    text += `${html.slice(copied, innerStart)}${written}${scanner.selfClosing ? ' ' : ''}`
    copied = innerEnd
  }
}

// Whether any attribute may hold an address that is not absolute yet: any value that is not plainly
// absolute and belongs to a name that could be one of addresses. Wrong only on the safe side.
function mayChange(html: string, start: number, end: number): boolean {
  const text = html.slice(start, end)
  let at = 0
  while (true) {
    const equals = text.indexOf('=', at)
    const quoted = text.indexOf('"', at)
    if (equals === -1) return quoted !== -1 || text.includes("'", at)
    // Only `name="value"` is judged here.
    if (quoted !== equals + 1) return true
    const close = text.indexOf('"', quoted + 1)
    if (close === -1) return true
    if (isUrlName(text, equals) && !isAbsoluteValue(text, quoted + 1, close)) return true
    at = close + 1
  }
}

// The last two letters of the names of `urlAttributes` before the `=`, and of `srcset`.
function isUrlName(html: string, equals: number): boolean {
  const before = html.charCodeAt(equals - 2) | 0x20
  switch (html.charCodeAt(equals - 1) | 0x20) {
    case 0x66: // href
    case 0x72: // poster
      return before === 0x65
    case 0x63: // src, longdesc
      return before === 0x72 || before === 0x73
    case 0x65: // cite
    case 0x61: // data
      return before === 0x74
    case 0x6e: // action
      return before === 0x6f
    case 0x64: // background
      return before === 0x6e
    case 0x74: // srcset, which holds several, and not `target`
      return before === 0x65 && (html.charCodeAt(equals - 3) | 0x20) === 0x73
    // White space, as in `href = "x"`.
    default:
      return html.charCodeAt(equals - 1) <= 0x20
  }
}

// The body as it is, where no attribute needs changing: hopping from `=` to `=` costs a fraction of reading
// every tag. `undefined` where that is not certain.
function absoluteBody(html: string, base: string): Body | undefined {
  const image: ImageRange = { source: html, base, start: -1, end: -1 }
  let at = html.indexOf('=')
  while (at !== -1) {
    let from = at + 1
    if (isUrlName(html, at)) {
      const quote = html.charCodeAt(from)
      const close = quote === 0x22 ? html.indexOf('"', from + 1) : -1
      if (close === -1 || !isAbsoluteValue(html, from + 1, close)) return undefined
      if (image.start === -1 && (html.charCodeAt(at - 1) | 0x20) === 0x63) {
        const begin = Math.max(0, at - longestTag)
        const tag = html.slice(begin, at).lastIndexOf('<') + begin
        if (html.charCodeAt(tag) !== lessThan || !isLetter(html.charCodeAt(tag + 1)))
          return undefined
        const opened = html.slice(tag, at)
        if (opened.includes('>')) return undefined
        if (/^<img[\s/]/i.test(opened)) {
          const end = html.indexOf('>', close)
          if (end === -1) return undefined
          image.start = tag + 4
          image.end = end
        }
      }
      from = close + 1
    }
    at = html.indexOf('=', from)
  }
  return bodyOf(html, image)
}

function bodyOf(html: string, image: ImageRange): Body {
  // What a comment or a script holds is no picture.
  const isCertain = image.start === -1 || !mayHide(image.source.slice(0, image.start))
  return { html: html.trim(), image: isCertain ? image : undefined }
}

// Characters before a `src` among which its tag begins.
const longestTag = 512

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

function tokenize(html: string, base: string): string {
  const tokens = new Tokenizer(html)
  let text = ''
  let copied = 0
  while (tokens.next() !== 'end') {
    if (tokens.kind !== 'open' || tokens.innerEnd === tokens.innerStart) continue
    const written = rewrite(html, tokens.innerStart, tokens.innerEnd, base)
    if (written === undefined) continue
    text += `${html.slice(copied, tokens.innerStart)}${written}${tokens.selfClosing ? ' ' : ''}`
    copied = tokens.innerEnd
  }
  return (text + html.slice(copied)).trim()
}
