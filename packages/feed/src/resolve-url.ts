import { isPlainAddress, plainHost, plainOriginOf } from './web-address.ts'

const absolute = /^[a-z][a-z\d+.-]*:/i
const web = /^https?:\/\//i
const longestUrl = 8192
// A path that a URL parser takes as it stands, but for dots between slashes. `%2e` is a dot.
const plainPath = /^\/(?!\/)(?:[!#$&(-;=?-Z[\]_a-z~]|%(?!2e))*$/i

/**
 * The absolute web address a source means, or `undefined` where it is none: another scheme, not an
 * address, or relative with nothing to be relative to. One that is absolute already stays as written.
 */
export function resolveUrl(
  text: string | undefined,
  base?: string | undefined,
): string | undefined {
  if (text === undefined) return undefined
  if (text.length <= longestUrl && isPlainAddress(text)) return text
  // Line breaks inside an address are layout; browsers drop them too.
  const url = text.replace(/[\t\n\r]+/g, '').trim()
  if (url === '' || url.length > longestUrl) return undefined
  if (web.test(url)) {
    if (!URL.canParse(url)) return undefined
    return /[\s<>"`{}|\\^]/.test(url) || /^https?:\/\/[^a-z\d[]/i.test(url)
      ? webHref(new URL(url))
      : url
  }
  if (absolute.test(url)) return undefined
  if (base !== undefined) {
    const origin = plainPath.test(url) && !url.includes('/.') ? plainOriginOf(base) : undefined
    if (origin !== undefined) return origin + url
    if (URL.canParse(url, base)) return webHref(new URL(url, base))
  }
  // `//cdn.example/a.png` lacks only the scheme, and every feed's host speaks https by now.
  return /^\/\/[^/]/.test(url) ? resolveUrl(`https:${url}`) : undefined
}

/** `feed://a.example/` and `feed:https://a.example/`, which old readers understood, as addresses of the web. */
export function withoutFeedScheme(text: string | undefined): string | undefined {
  return text?.replace(/^\s*feed:(?=https?:|\/\/)/i, '')
}

/** `base` of an element inside one whose base is `outer`. */
export function nestBase(own: string, outer: string | undefined): string | undefined {
  if (own.length > 2048) return outer
  if (outer !== undefined && URL.canParse(own, outer)) return new URL(own, outer).href
  return own === '' ? outer : own
}

/** An absolute base from an element's own, which may be relative, and the document's. */
export function absoluteBase(
  own: string | undefined,
  outer: string | undefined,
): string | undefined {
  return own === undefined ? outer : (resolveUrl(own, outer) ?? outer)
}

export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  const host = plainHost(url) ?? (URL.canParse(url) ? new URL(url).hostname : undefined)
  return host?.replace(/^www\./, '')
}

function webHref(url: URL): string | undefined {
  return web.test(url.href) ? url.href : undefined
}
