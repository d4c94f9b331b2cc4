import { listingHost, readAuthors } from './authors.ts'
import { attribute, child, childrenOf, type Element } from './element.ts'
import type { Feed } from './feed.ts'
import { readHints } from './hints.ts'
import { atomLink, isPlaceholder, isPlausibleSelf, urlIn } from './links.ts'
import { pickDate } from './pick-date.ts'
import type { Head } from './read-document.ts'
import { all, readBody, readLanguage, readTitle, texts } from './read-item.ts'
import type { Reading } from './reading.ts'
import { absoluteBase, resolveUrl } from './resolve-url.ts'
import { firstText, readValue, textOf } from './text-construct.ts'

const titles = ['atom:title', 'title', 'dc:title']
const descriptions = [
  'atom:subtitle',
  'atom:tagline',
  'description',
  'dc:description',
  'itunes:summary',
  'itunes:subtitle',
]
const updates = [
  'atom:updated',
  'atom:modified',
  'lastbuilddate',
  'pubdate',
  'dc:date',
  'dcterms:modified',
]

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
  const asked = { ...reading, base: absoluteBase(channel.base ?? root.base, reading.url) }
  const self = atomLink(channel, 'self', asked) ?? atomLink(root, 'self', asked)
  const site =
    firstText(childrenOf(channel, 'link'), (link) =>
      urlIn(link, { ...asked, base: asked.base ?? self }),
    ) ?? atomLink(channel, 'alternate', { ...asked, base: asked.base ?? self })
  const trusted = self !== undefined && isPlausibleSelf(self, site, reading.url)
  // Another host is no proof of an error (feeds are mirrored); a placeholder, or not what was asked, is.
  const contradicted =
    reading.url !== undefined || (site !== undefined && isPlaceholder(self ?? ''))
  const elsewhere = self !== undefined && !trusted && contradicted
  if (elsewhere) {
    reading.warnings.add(
      'self-link-elsewhere',
      "The self link names a host that is neither the site's nor the one asked.",
      'feedUrl',
    )
  }
  return {
    url: site,
    feedUrl: self === undefined || elsewhere ? resolveUrl(reading.url) : self,
    base:
      asked.base !== reading.url && asked.base !== undefined
        ? asked.base
        : ((trusted ? self : undefined) ?? site ?? resolveUrl(reading.url) ?? asked.base),
  }
}

/** The feed without its items. */
export function readHead(head: Head, urls: HeadUrls, outer: Reading): Omit<Feed, 'warnings'> {
  const { channel, root } = head
  const reading = { ...outer, base: urls.base }
  const feed: Omit<Feed, 'warnings'> = {
    format: formatOf(head),
    authors: readFeedAuthors(channel, reading, urls),
    items: [],
    hints: readHints(channel, reading),
  }
  const version = versionOf(head)
  if (version !== undefined) feed.version = version
  const title = firstText(all(channel, titles), (found) => readTitle(found, reading))
  if (title !== undefined) feed.title = title
  if (urls.url !== undefined) feed.url = urls.url
  if (urls.feedUrl !== undefined) feed.feedUrl = urls.feedUrl
  const description = firstText(all(channel, descriptions), (found) =>
    textOf(readBody(found, reading)),
  )
  if (description !== undefined) feed.description = description
  const language = readLanguage(channel, reading) ?? readLanguage(root, reading)
  if (language !== undefined) feed.language = language
  const updatedAt = pickDate(
    { field: 'updatedAt', texts: texts(channel, updates, reading) },
    reading,
  ).at
  if (updatedAt !== undefined) feed.updatedAt = updatedAt
  const imageUrl = readFeedImage(head, reading)
  if (imageUrl !== undefined) feed.imageUrl = imageUrl
  return feed
}

function formatOf(head: Head): Feed['format'] {
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
  const host = listingHost(urls.url, reading.url)
  const authors = readAuthors(channel, reading, host)
  const editor = child(channel, 'managingeditor')
  if (authors.length > 0 || editor === undefined) return authors
  // Written like an item's author, so it is read like one.
  return readAuthors({ ...channel, children: [{ ...editor, name: 'author' }] }, reading, host)
}

function readFeedImage(head: Head, reading: Reading): string | undefined {
  const { channel, outside } = head
  const images = [
    ...childrenOf(channel, 'image'),
    ...outside.filter((element) => element.name === 'image'),
  ]
  return (
    firstText(images, (image) => urlIn(child(image, 'url'), reading)) ??
    firstText(childrenOf(channel, 'atom:logo', 'atom:icon'), (image) => urlIn(image, reading)) ??
    firstText(childrenOf(channel, 'itunes:image', 'googleplay:image'), (image) =>
      resolveUrl(attribute(image, 'href') ?? readValue(image, reading), reading.base),
    ) ??
    firstText(childrenOf(channel, 'media:thumbnail'), (image) =>
      resolveUrl(attribute(image, 'url'), reading.base),
    )
  )
}
