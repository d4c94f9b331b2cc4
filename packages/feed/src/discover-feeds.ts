import { decodeBytes } from './decode-bytes.ts'
import { foldSpace } from './fold-space.ts'
import { resolveUrl, withoutFeedScheme } from './resolve-url.ts'
import { skipHidden } from './skip-hidden.ts'
import { parseAttributes } from './tag-attributes.ts'
import { Tokenizer } from './tokenizer.ts'
import { Warnings } from './warnings.ts'

/** A feed that a page says it has. */
export interface FeedLink {
  /** Absolute. */
  url: string
  /** e.g. `'Comments feed'` */
  title?: string | undefined
  /** Media type as the page writes it, e.g. `'application/rss+xml'`. */
  type?: string | undefined
}

// `application/json` is left out: WordPress marks its own interface with it.
const feedType = /^(?:application|text)\/(?:rss|atom|rdf|feed)\+(?:xml|json)\s*(?:;|$)/i

// What stands in these is no element of the page.
const hidden: ReadonlySet<string> = new Set(
  'script style template title textarea xmp iframe noembed noframes'.split(' '),
)

/**
 * The feeds a page announces in `<link rel="alternate">`, in its order, each address once. Nothing is
 * guessed: a page that announces none gives none. Of bytes the encoding is found out.
 *
 * @see https://www.rssboard.org/rss-autodiscovery
 */
export function discoverFeeds(page: string | Uint8Array, url: string): FeedLink[] {
  const text = typeof page === 'string' ? page : decodePage(page)
  // UTF-16 that was read as bytes is what holds them.
  const html = text.includes('\0') ? text.replaceAll('\0', '') : text
  const tokens = new Tokenizer(html, true)
  const links = new Map<string, FeedLink>()
  let base: string | undefined
  while (tokens.next() !== 'end') {
    if (tokens.kind !== 'open') continue
    const { name } = tokens
    if (hidden.has(name)) skipHidden(tokens)
    if (name !== 'link' && name !== 'base') continue
    const attributes = parseAttributes(html.slice(tokens.innerStart, tokens.innerEnd))
    if (name === 'base') base ??= resolveUrl(attributes.get('href'), url)
    else {
      const link = readLink(attributes, base ?? url)
      if (link !== undefined && !links.has(link.url)) links.set(link.url, link)
    }
  }
  return [...links.values()]
}

function decodePage(page: Uint8Array): string {
  const beginning = new TextDecoder('windows-1252').decode(page.subarray(0, 4096))
  const charset = /<meta\s[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(beginning)?.[1]
  return decodeBytes(page, charset && `text/html; charset=${charset}`, new Warnings())
}

function readLink(attributes: ReadonlyMap<string, string>, base: string): FeedLink | undefined {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  const type = attributes.get('type')?.trim() ?? ''
  const isFeed =
    relations.includes('feed') || (relations.includes('alternate') && feedType.test(type))
  const url = isFeed ? resolveUrl(withoutFeedScheme(attributes.get('href')), base) : undefined
  if (url === undefined) return undefined
  const link: FeedLink = { url }
  const title = foldSpace(attributes.get('title') ?? '')
  if (title !== '') link.title = title
  if (type !== '') link.type = type
  return link
}
