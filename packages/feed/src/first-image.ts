import { HtmlScanner } from './html-scanner.ts'
import { resolveUrl } from './resolve-url.ts'
import { parseAttributes } from './tag-attributes.ts'
import { Tokenizer } from './tokenizer.ts'

/** The first picture of a body that a reader could see. One pixel is a counter, not a picture. */
export function firstImage(html: string, base: string | undefined): string | undefined {
  const start = imageStart(html)
  if (start === -1) return undefined
  const scanner = new HtmlScanner(html)
  scanner.end = start
  while (true) {
    const mark = scanner.next()
    if (mark === 'odd') return tokenize(html, start, base)
    if (mark === 'end') return undefined
    if (mark !== 'open' || scanner.element?.name !== 'img') continue
    const url = addressOf(html, scanner.innerStart, scanner.innerEnd, base)
    if (url !== undefined) return url
  }
}

function imageStart(html: string): number {
  const start = html.indexOf('<img')
  const capital = html.indexOf('<I')
  // Other spellings, and `<imgur>`, are rare enough for a slower search.
  const code = start === -1 ? 0x20 : html.charCodeAt(start + 4)
  if (capital === -1 && (code <= 0x20 || code === 0x2f)) return start
  return html.search(/<img[\s/]/i)
}

function tokenize(html: string, start: number, base: string | undefined): string | undefined {
  const tokens = new Tokenizer(html)
  tokens.end = start
  while (tokens.next() !== 'end') {
    if (tokens.kind !== 'open' || tokens.name !== 'img') continue
    const url = addressOf(html, tokens.innerStart, tokens.innerEnd, base)
    if (url !== undefined) return url
  }
  return undefined
}

function addressOf(
  html: string,
  start: number,
  end: number,
  base: string | undefined,
): string | undefined {
  const attributes = parseAttributes(html.slice(start, end))
  const tiny = ['width', 'height'].some((side) => /^[01](?:px)?$/.test(attributes.get(side) ?? ''))
  return tiny ? undefined : resolveUrl(attributes.get('src'), base)
}
