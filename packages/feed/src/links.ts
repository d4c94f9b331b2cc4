import { attribute, child, childrenOf, type Element } from './element.ts'
import type { FeedMedia } from './feed.ts'
import type { Reading } from './reading.ts'
import { fieldPath } from './reading.ts'
import { absoluteBase, hostOf, resolveUrl } from './resolve-url.ts'
import { readValue } from './text-construct.ts'

/** An Atom link of a relation, resolved; for `alternate` a web page is preferred to other types. */
export function atomLink(element: Element, rel: string, reading: Reading): string | undefined {
  const links = childrenOf(element, 'atom:link').filter(
    (link) => relationOf(link) === rel && attribute(link, 'href') !== undefined,
  )
  const pages = links.filter((link) =>
    /^(?:text\/html|application\/xhtml\+xml)?$/i.test(attribute(link, 'type') ?? ''),
  )
  for (const link of rel === 'alternate' ? [...pages, ...links] : links) {
    const url = resolveUrl(attribute(link, 'href'), absoluteBase(link.base, reading.base))
    if (url !== undefined) return url
  }
  return undefined
}

function relationOf(link: Element): string {
  return (attribute(link, 'rel') ?? 'alternate')
    .toLowerCase()
    .replace('http://www.iana.org/assignments/relation/', '')
}

/** The address in an element's text, or in its `href`, resolved. */
export function urlIn(element: Element | undefined, reading: Reading): string | undefined {
  if (element === undefined) return undefined
  const base = absoluteBase(element.base, reading.base)
  return (
    resolveUrl(readValue(element, reading), base) ?? resolveUrl(attribute(element, 'href'), base)
  )
}

/**
 * What a reader opens: the link, an Atom alternate, an id that is an address, or the file itself.
 * Each of the last two leaves a warning where the source did not mean it as a link.
 */
export function readItemUrl(
  item: Element,
  media: readonly FeedMedia[],
  reading: Reading,
): string | undefined {
  const { warnings } = reading
  const path = fieldPath(reading, 'url')
  const links = childrenOf(item, 'link')
  for (const link of links) {
    const url = urlIn(link, reading)
    if (url !== undefined) return url
  }
  const alternate = atomLink(item, 'alternate', reading)
  if (alternate !== undefined) return alternate
  const written = links.some((link) => readValue(link, reading) !== undefined)
  if (written || childrenOf(item, 'atom:link').some((link) => relationOf(link) === 'alternate')) {
    warnings.add('link-unresolvable', 'The link cannot be made an absolute web address.', path)
  }
  const guid = child(item, 'guid')
  const isPermalink = attribute(guid, 'ispermalink')?.toLowerCase() !== 'false'
  const permalink = isPermalink ? resolveUrl(readValue(guid, reading)) : undefined
  const fromId = permalink ?? resolveUrl(idText(item, reading))
  if (fromId !== undefined) {
    if (permalink === undefined && attribute(item, 'rdf:about') === undefined) {
      warnings.add(
        'link-from-id',
        'There is no link; the id is an address and was taken for it.',
        path,
      )
    }
    return fromId
  }
  const file = media.find((one) => one.role === 'enclosure')?.url
  if (file !== undefined)
    warnings.add('link-from-enclosure', 'There is no link; the file was taken for it.', path)
  return file
}

/** The source's own id of an item. */
export function idText(item: Element, reading: Reading): string | undefined {
  const id = child(item, 'guid', 'atom:id')
  const text = id === undefined ? undefined : readValue(id, reading)?.replace(/\s+/g, ' ')
  return text ?? attribute(item, 'rdf:about') ?? readValue(child(item, 'dc:identifier'), reading)
}

// What generators write when nobody tells them the host (seen: Google DeepMind's feed).
const placeholderHost = /^(?:example\.(?:com|org|net)|localhost|127\.0\.0\.1)$/

/** Whether a `self` link can be true: it shares its host with the site or with the request. */
export function isPlausibleSelf(self: string, ...others: (string | undefined)[]): boolean {
  const host = hostOf(self)
  return others.some((other) => other !== undefined && hostOf(other) === host)
}

export function isPlaceholder(url: string): boolean {
  return placeholderHost.test(hostOf(url) ?? '')
}
