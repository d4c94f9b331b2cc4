import { linkUrl } from '../link-url.ts'
import type { Html, HtmlValue } from './template.ts'
import { html } from './template.ts'

/** A link out of the page, or the words alone where the address is not one to follow. */
export function externalLink(url: string, words: HtmlValue): Html {
  const href = linkUrl(url)
  if (href === undefined) return html`<span dir="auto">${words}</span>`
  return html`<a href="${href}" rel="noopener noreferrer" dir="auto">${words}</a>`
}

/** `first, second`: values with commas between. */
export function commaList(values: readonly HtmlValue[]): HtmlValue[] {
  return values.map((value, index) => (index === 0 ? value : [', ', value]))
}

/** Values with middle dots between. */
export function dotList(values: readonly HtmlValue[]): HtmlValue[] {
  return values.map((value, index) =>
    index === 0 ? value : [html` <span aria-hidden="true">·</span> `, value],
  )
}
