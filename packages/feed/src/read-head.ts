import { readAuthors, readPerson } from './authors.ts'
import { attribute, child, childrenOf, type Element } from './element.ts'
import { authorRole, kind, kinds } from './element-kinds.ts'
import type { Feed } from './feed.ts'
import { readHints } from './hints.ts'
import { atomLink, channelUrl, isPlaceholder, isPlausibleSelf, urlIn } from './links.ts'
import { pickDate, pickDateOf } from './pick-date.ts'
import type { Head } from './read-document.ts'
import { readBody, readLanguage, readTitle } from './read-item.ts'
import type { Reading } from './reading.ts'
import { absoluteBase, resolveUrl } from './resolve-url.ts'
import { firstOf, firstText, readValue, textOf } from './text-construct.ts'

const titles = kinds('atom:title title dc:title')
const descriptions = kinds(
  'atom:subtitle atom:tagline description dc:description itunes:summary itunes:subtitle abstract',
)
const updates = kinds('atom:updated atom:modified lastbuilddate pubdate dc:date dcterms:modified')
const abstractKind = kind('abstract')
const linkKind = kind('link')
const editorKind = kind('managingeditor')
const masterKind = kind('webmaster')
const imageKinds = kinds('image')
const urlKind = kind('url')
const logoKinds = kinds('atom:logo atom:icon')
const coverKinds = kinds('itunes:image googleplay:image')
const contentKinds = kinds('media:content')
const podcastLinkKinds = kinds('itunes:link')
const thumbnailKinds = kinds('media:thumbnail')

/** Addresses of a feed, as far as its head has been read. */
export interface HeadUrls {
  url: string | undefined
  feedUrl: string | undefined
  /** What the items' relative addresses are relative to. */
  base: string | undefined
}

/** Finds the addresses that others are resolved against: `self` where it can be true, the site, the request. */
export function readHeadUrls(head: Head, reading: Reading): HeadUrls {
  const { channel, root } = head
  const asked = absoluteBase(
    channel.base ?? root.base ?? (isDefinition(head) ? attribute(root, 'base') : undefined),
    reading.url,
  )
  reading.base = asked
  const self = atomLink(channel, 'self', reading) ?? atomLink(root, 'self', reading)
  reading.base = asked ?? self
  const site =
    firstText(childrenOf(channel, linkKind), (link) => urlIn(link, reading)) ??
    atomLink(channel, 'alternate', reading) ??
    (isDefinition(head) ? channelUrl(root, reading) : undefined)
  const trusted = self !== undefined && isPlausibleSelf(self, site, reading.url)
  // Another host is no proof of an error (feeds are mirrored); a placeholder, or not what was asked, is.
  const contradicted =
    reading.url !== undefined || (site !== undefined && isPlaceholder(self ?? ''))
  const elsewhere = self !== undefined && !trusted && contradicted
  if (elsewhere) {
    reading.warnings.add('self-link-elsewhere', 'The self link names another host.', 'feedUrl')
  }
  return {
    url: site,
    feedUrl: self === undefined || elsewhere ? resolveUrl(reading.url) : self,
    base:
      asked !== reading.url && asked !== undefined
        ? asked
        : ((trusted ? self : undefined) ?? site ?? resolveUrl(reading.url) ?? asked),
  }
}

/** The feed without its items. */
export function readHead(head: Head, urls: HeadUrls, reading: Reading): Omit<Feed, 'warnings'> {
  const { channel, root } = head
  reading.base = urls.base
  reading.item = -1
  reading.fields.load(channel)
  const feed: Omit<Feed, 'warnings'> = {
    format: formatOf(head),
    authors: readFeedAuthors(channel, reading, urls),
    items: [],
    hints: readHints(channel, reading),
  }
  const version = versionOf(head)
  if (version !== undefined) feed.version = version
  const title = firstOf(titles, reading, readTitle)
  if (title !== undefined) feed.title = title
  if (urls.url !== undefined) feed.url = urls.url
  if (urls.feedUrl !== undefined) feed.feedUrl = urls.feedUrl
  const description = firstOf(descriptions, reading, (found) => textOf(readBody(found, reading)))
  if (description !== undefined) feed.description = description
  const language = readLanguage(channel, reading) ?? readLanguage(root, reading)
  if (language !== undefined) feed.language = language
  const updatedAt =
    pickDateOf(updates, 'updatedAt', reading).at ??
    pickDate(attribute(channel, 'lastmod'), 'updatedAt', reading).at
  if (updatedAt !== undefined) feed.updatedAt = updatedAt
  const imageUrl = readFeedImage(head, reading)
  if (imageUrl !== undefined) feed.imageUrl = imageUrl
  return feed
}

/** Whether a document is of the Channel Definition Format, whose root is the channel itself. */
export function isDefinition({ root, rootName }: Head): boolean {
  if (rootName !== 'channel') return false
  const isSaid = ['href', 'lastmod', 'base', 'self'].some((name) => attribute(root, name))
  return isSaid || root.children.some(({ kind: found }) => found === abstractKind)
}

function formatOf(head: Head): Feed['format'] {
  if (isDefinition(head)) return 'cdf'
  if (head.rootName === 'atom:feed') return 'atom'
  return head.rootName === 'rdf:rdf' ? 'rdf' : 'rss'
}

function versionOf(head: Head): string | undefined {
  const { root, rootName } = head
  const written = attribute(root, 'version')
  if (rootName === 'atom:feed') {
    return (
      written ?? (root.attributeText.toLowerCase().includes('purl.org/atom/ns') ? '0.3' : '1.0')
    )
  }
  if (rootName === 'rdf:rdf') {
    return /simple\/0\.9/.test(root.attributeText) ? '0.90' : '1.0'
  }
  return written
}

function readFeedAuthors(channel: Element, reading: Reading, urls: HeadUrls): Feed['authors'] {
  const hasOwn = (reading.fields.roles & authorRole) !== 0
  const authors = hasOwn ? readAuthors(channel, reading, urls.url, reading.url) : []
  // Better the one who looks after the site than nobody.
  const editor = reading.fields.first(editorKind) ?? reading.fields.first(masterKind)
  if (authors.length > 0 || editor === undefined) return authors
  // Written like an item's author, so it is read like one.
  const person = readPerson(editor, reading)
  return person === undefined ? [] : [person]
}

function isPicture(element: Element): boolean {
  const type = attribute(element, 'type')
  return type === undefined
    ? attribute(element, 'medium')?.toLowerCase() === 'image'
    : /^image\//i.test(type)
}

function readFeedImage(head: Head, reading: Reading): string | undefined {
  const { outside } = head
  const picture = (image: Element) => urlIn(child(image, urlKind), reading)
  const inUrl = (image: Element) => resolveUrl(attribute(image, 'url'), reading.base)
  return (
    firstOf(imageKinds, reading, picture) ??
    firstText(
      outside.filter((element) => imageKinds.includes(element.kind)),
      picture,
    ) ??
    firstOf(logoKinds, reading, (image) => urlIn(image, reading)) ??
    firstOf(coverKinds, reading, (image) =>
      resolveUrl(
        attribute(image, 'href') ?? attribute(image, 'url') ?? readValue(image, reading),
        reading.base,
      ),
    ) ??
    firstOf(podcastLinkKinds, reading, (link) =>
      attribute(link, 'rel') === 'image' ? urlIn(link, reading) : undefined,
    ) ??
    firstOf(thumbnailKinds, reading, inUrl) ??
    firstOf(contentKinds, reading, (image) => (isPicture(image) ? inUrl(image) : undefined))
  )
}
