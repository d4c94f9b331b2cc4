import { escapeValue } from './escape-html.ts'
import { urlAttributes } from './html-elements.ts'
import { HtmlScanner } from './html-scanner.ts'
import { resolveUrl } from './resolve-url.ts'
import { resolveSourceSet } from './source-set.ts'
import { listAttributes } from './tag-attributes.ts'
import { Tokenizer } from './tokenizer.ts'
import { isAbsoluteValue } from './web-address.ts'

/** An HTML fragment as it is, but with absolute addresses. Not safe to show. */
export function absolutizeHtml(html: string, base: string | undefined): string {
  if (base === undefined || !html.includes('<')) return html.trim()
  return scan(html, base) ?? tokenize(html, base)
}

// `undefined` where the fragment is not as plain as nearly all are.
function scan(html: string, base: string): string | undefined {
  const scanner = new HtmlScanner(html)
  let text = ''
  let copied = 0
  while (true) {
    const mark = scanner.next()
    if (mark === 'odd') return undefined
    if (mark === 'end') return (text + html.slice(copied)).trim()
    const { innerStart, innerEnd } = scanner
    if (mark !== 'open' || innerStart === innerEnd) continue
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

// The last letters of the eight names of `urlAttributes`, before the `=`.
function isUrlName(html: string, equals: number): boolean {
  switch (html.charCodeAt(equals - 1) | 0x20) {
    case 0x66: // href
    case 0x63: // src, longdesc
    case 0x72: // poster
    case 0x65: // cite
    case 0x6e: // action
    case 0x64: // background
    case 0x61: // data
    case 0x74: // srcset, which holds several
      return !html.startsWith('title', equals - 5) && !html.startsWith('style', equals - 5)
    // White space, as in `href = "x"`.
    default:
      return html.charCodeAt(equals - 1) <= 0x20
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
