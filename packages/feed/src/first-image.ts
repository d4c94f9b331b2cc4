import { resolveUrl } from './resolve-url.ts'
import { parseAttributes } from './tag-attributes.ts'
import { Tokenizer } from './tokenizer.ts'

/** The first picture of a body that a reader could see. One pixel is a counter, not a picture. */
export function firstImage(html: string, base: string | undefined): string | undefined {
  const start = html.search(/<img[\s/]/i)
  if (start === -1) return undefined
  const tokens = new Tokenizer(html)
  tokens.end = start
  while (tokens.next() !== 'end') {
    if (tokens.kind !== 'open' || tokens.name !== 'img') continue
    const attributes = parseAttributes(html.slice(tokens.innerStart, tokens.innerEnd))
    const tiny = ['width', 'height'].some((side) =>
      /^[01](?:px)?$/.test(attributes.get(side) ?? ''),
    )
    const url = tiny ? undefined : resolveUrl(attributes.get('src'), base)
    if (url !== undefined) return url
  }
  return undefined
}
