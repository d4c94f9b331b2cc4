import type { Body } from './body.ts'
import { HtmlScanner } from './html-scanner.ts'
import { resolveUrl } from './resolve-url.ts'
import { parseAttributes } from './tag-attributes.ts'

/** The first picture of a body, as `firstImage`. */
export function imageOf(
  { html, source, image }: Body,
  base: string | undefined,
): string | undefined {
  if (image === undefined) return firstImage(html, base)
  if (image.start === -1) return undefined
  // One that is no picture may be followed by one that is.
  return addressOf(source, image.start, image.end, image.base) ?? firstImage(html, base)
}

/** The first picture of a body that a reader could see. One pixel is a counter, not a picture. */
export function firstImage(html: string, base: string | undefined): string | undefined {
  if (!/<img[\s/]/i.test(html)) return undefined
  const scanner = new HtmlScanner(html)
  for (let mark = scanner.next(); mark !== 'end'; mark = scanner.next()) {
    const { element, innerStart, innerEnd } = scanner
    if (mark !== 'open' || element === undefined) continue
    if (element.isHidden) scanner.skipHidden()
    if (element.name !== 'img') continue
    const url = addressOf(html, innerStart, innerEnd, base)
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
