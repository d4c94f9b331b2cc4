import { attribute, child, type Element } from './element.ts'
import { kind } from './element-kinds.ts'
import type { FeedMedia } from './feed.ts'
import { isFile, isPage } from './media-type.ts'
import { type Reading, warn } from './reading.ts'
import { absoluteBase, hostOf, resolveUrl } from './resolve-url.ts'
import { readValue } from './text-construct.ts'
import { isOfLastOrigin, isPlainAddress } from './web-address.ts'

const atomLinkKind = kind('atom:link')
const linkKind = kind('link')
const guidKind = kind('guid')
const atomContentKind = kind('atom:content')
const atomIdKind = kind('atom:id')
const anchorKind = kind('a')
const identifierKind = kind('dc:identifier')

/** An Atom link of a relation, resolved; for `alternate` one that says it is a web page comes first. */
export function atomLink(element: Element, rel: string, reading: Reading): string | undefined {
  let untyped: string | undefined
  let other: string | undefined
  for (const link of element.children) {
    if (link.kind !== atomLinkKind || relationOf(link) !== rel) continue
    const url = urlIn(link, reading)
    if (url === undefined) continue
    const type = attribute(link, 'type')
    if (rel !== 'alternate' || isPage(type)) return url
    if (type === undefined) untyped ??= url
    else other ??= url
  }
  return untyped ?? other
}

/** The page of an Atom entry's comments: the feed of them is for programs. */
export function repliesUrl(reading: Reading): string | undefined {
  for (let link = reading.fields.first(atomLinkKind); link !== undefined; link = link.next) {
    // Without a type it is most likely the feed of them.
    const type = attribute(link, 'type')
    if (relationOf(link) !== 'replies' || !isPage(type)) continue
    const url = resolveUrl(attribute(link, 'href'), absoluteBase(link.base, reading.base))
    if (url !== undefined) return url
  }
  return undefined
}

/** What an Atom link is to its element, in lower case. */
export function relationOf(link: Element): string {
  const written = attribute(link, 'rel')
  if (written === undefined) return 'alternate'
  // The three that stand in nearly every feed.
  if (written === 'alternate' || written === 'self' || written === 'enclosure') return written
  return written.toLowerCase().replace('http://www.iana.org/assignments/relation/', '')
}

// Most links are an address and nothing else, which needs neither decoding nor resolving.
function plainAddressIn({ content, source, innerStart, innerEnd }: Element): string | undefined {
  if (content === 'unknown' || innerEnd - innerStart > longestPlain) return undefined
  const raw = source.slice(innerStart, innerEnd)
  if (isOfLastOrigin(source, innerStart, innerEnd)) return raw
  return isPlainAddress(raw) && !raw.includes('&') ? raw : undefined
}

const longestPlain = 2048

/** The address in an element's text, or in its `href`, resolved; of an Atom link the other way round. */
export function urlIn(element: Element | undefined, reading: Reading): string | undefined {
  if (element === undefined) return undefined
  const isAtomLink = element.kind === atomLinkKind
  const plain = isAtomLink ? undefined : plainAddressIn(element)
  if (plain !== undefined) return plain
  const base = absoluteBase(element.base, reading.base)
  const href = () => resolveUrl(attribute(element, 'href'), base)
  if (isAtomLink) {
    // Seen in Atom 0.3: the address as text, as in RSS.
    return href() ?? resolveUrl(readValue(element, reading), base)
  }
  return resolveUrl(readValue(element, reading), base) ?? href()
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
  const { fields } = reading
  let written = false
  for (let link = fields.first(linkKind); link !== undefined; link = link.next) {
    const url = urlIn(link, reading)
    if (url !== undefined) return url
    written ||= readValue(link, reading) !== undefined
  }
  if (fields.first(atomLinkKind) !== undefined) {
    const alternate = atomLink(item, 'alternate', reading)
    if (alternate !== undefined) return alternate
    written ||= item.children.some(
      (link) => link.kind === atomLinkKind && relationOf(link) === 'alternate',
    )
  }
  const own = channelUrl(item, reading) ?? contentUrl(reading)
  if (own !== undefined) return own
  if (written) {
    const message = 'The link is no web address.'
    warn(reading, 'url', 'link-unresolvable', message)
  }
  return urlFromId(item, reading) ?? urlOfFile(media, reading)
}

// Content that stands elsewhere is all the link an entry needs (RFC 4287, 4.1.2). Of another type it is a file.
function contentUrl(reading: Reading): string | undefined {
  const content = reading.fields.first(atomContentKind)
  if (content === undefined || isFile(attribute(content, 'type'))) return undefined
  return resolveUrl(attribute(content, 'src'), absoluteBase(content.base, reading.base))
}

/**
 * The address of an item or channel of the Channel Definition Format: an attribute of its own, or of its `a`.
 *
 * @see https://www.w3.org/TR/NOTE-CDFsubmit.html
 */
export function channelUrl(element: Element, reading: Reading): string | undefined {
  const written = attribute(element, 'href') ?? attribute(child(element, anchorKind), 'href')
  return resolveUrl(written, absoluteBase(element.base, reading.base))
}

function urlFromId(item: Element, reading: Reading): string | undefined {
  const guid = reading.fields.first(guidKind)
  const isPermalink = attribute(guid, 'ispermalink')?.toLowerCase() !== 'false'
  const permalink = isPermalink ? resolveUrl(readValue(guid, reading)) : undefined
  const url = permalink ?? resolveUrl(idText(item, undefined, reading))
  if (url === undefined) return undefined
  if (permalink === undefined && aboutOf(item) === undefined) {
    warn(reading, 'url', 'link-from-id', 'The id was taken for the link.')
  }
  return url
}

function urlOfFile(media: readonly FeedMedia[], reading: Reading): string | undefined {
  const file = media.find((one) => one.role === 'enclosure')?.url
  if (file !== undefined) {
    warn(reading, 'url', 'link-from-enclosure', 'The file was taken for the link.')
  }
  return file
}

/** The source's own id of an item. `url` is its address, which most take for the id too. */
export function idText(
  item: Element,
  url: string | undefined,
  reading: Reading,
): string | undefined {
  const { fields } = reading
  const element = fields.first(guidKind) ?? fields.first(atomIdKind)
  if (url !== undefined && isPlainly(url, element)) return url
  const text = readValue(element, reading)
  if (text !== undefined) return /\s/.test(text) ? text.replace(/\s+/g, ' ') : text
  return aboutOf(item) ?? readValue(fields.first(identifierKind), reading)
}

// What an RDF item is about, whatever the prefix of RDF.
function aboutOf(item: Element): string | undefined {
  const about = attribute(item, 'rdf:about')
  if (about !== undefined) return about
  const name = item.attributes?.find((text, i) => i % 2 === 0 && text.endsWith(':about'))
  return name && attribute(item, name)
}

// Whether the content of an element is an address as it stands, in which nothing can need decoding.
function isPlainly(text: string, element: Element | undefined): boolean {
  if (element === undefined || element.content === 'unknown') return false
  const { source, innerStart, innerEnd } = element
  return (
    innerEnd - innerStart === text.length &&
    source.startsWith(text, innerStart) &&
    !text.includes('&')
  )
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
