import { attribute, child, type Element } from './element.ts'
import { hasRole, kind, mediaRole } from './element-kinds.ts'
import type { FeedMedia, MediaRole } from './feed.ts'
import { firstImage } from './first-image.ts'
import { isFile } from './media-type.ts'
import type { Reading } from './reading.ts'
import { absoluteBase, resolveUrl } from './resolve-url.ts'
import { readRssConstruct, readValue } from './text-construct.ts'
import { uniqueBy } from './unique.ts'

const groupKind = kind('media:group')
const contentKind = kind('media:content')
const atomContentKind = kind('atom:content')
const thumbnailKind = kind('media:thumbnail')
const atomLinkKind = kind('atom:link')
const podcastLinkKind = kind('itunes:link')
const imageKind = kind('image')
const peerKind = kind('media:peerlink')
const originalKind = kind('feedburner:origenclosurelink')
const urlKind = kind('url')
const hrefKind = kind('href')

const none: ReadonlySet<string> = new Set()

/** The files of an item. */
interface ItemMedia {
  /** One per address, in the order of the document. */
  media: FeedMedia[]
  /** Addresses of files of which only `medium` says that they are pictures. */
  pictures: ReadonlySet<string>
}

export function readMedia(item: Element, reading: Reading): ItemMedia {
  if ((reading.fields.roles & mediaRole) === 0) return { media: [], pictures: none }
  const found: FeedMedia[] = []
  const pictures = new Set<string>()
  for (const element of mediaElements(item)) {
    const media = readOne(element, reading)
    if (media === undefined) continue
    found.push(media)
    if (attribute(element, 'medium') === 'image') pictures.add(media.url)
  }
  useOriginal(found, reading)
  return { media: found.length > 1 ? mergeMedia(found) : found, pictures }
}

// FeedBurner counts downloads on the way to the file and names the file itself beside it.
function useOriginal(found: readonly FeedMedia[], reading: Reading): void {
  const original = resolveUrl(readValue(reading.fields.first(originalKind), reading), reading.base)
  const files = original === undefined ? [] : found.filter(({ role }) => role === 'enclosure')
  const [only, ...others] = files
  if (only !== undefined && original !== undefined && others.length === 0) only.url = original
}

// Files stand in the item, in groups of alternatives, and a thumbnail also in the file it is of.
function mediaElements(item: Element): Element[] {
  const elements: Element[] = []
  for (const element of item.children) {
    if (!hasRole(element.kind, mediaRole)) continue
    if (element.kind !== groupKind) addWithThumbnails(element, elements)
    else {
      for (const inner of element.children) {
        if (inner.kind === contentKind || inner.kind === thumbnailKind) {
          addWithThumbnails(inner, elements)
        }
      }
    }
  }
  return elements
}

function addWithThumbnails(element: Element, elements: Element[]): void {
  elements.push(element)
  if (element.kind !== contentKind) return
  for (const inner of element.children) if (inner.kind === thumbnailKind) elements.push(inner)
}

function readOne(element: Element, reading: Reading): FeedMedia | undefined {
  const relation = wantedRelation(element)
  if (relation !== undefined && attribute(element, 'rel')?.toLowerCase() !== relation) {
    return undefined
  }
  const base = absoluteBase(element.base, reading.base)
  const isContent = element.kind === atomContentKind
  if (isContent && !isFile(attribute(element, 'type'))) return undefined
  const written = isContent
    ? attribute(element, 'src')
    : (attribute(element, 'url') ?? attribute(element, 'href'))
  const url =
    written === undefined ? imageInside(element, reading, base) : resolveUrl(written, base)
  if (url === undefined) return undefined
  const media: FeedMedia = { url, role: roleOf(element) }
  const type = attribute(element, 'type')
  if (type !== undefined && /^[\w.+-]+\/[\w.+-]+/.test(type)) media.type = type
  addNumber(media, 'length', attribute(element, 'length') ?? attribute(element, 'filesize'))
  addNumber(media, 'width', attribute(element, 'width'))
  addNumber(media, 'height', attribute(element, 'height'))
  return media
}

// Links of Atom and of the first podcast feeds are files only by their relation.
function wantedRelation(element: Element): string | undefined {
  if (element.kind === atomLinkKind) return 'enclosure'
  return element.kind === podcastLinkKind ? 'image' : undefined
}

// An item's own `image` holds a `url`, an address, or an escaped `<img>` (NVIDIA's newsroom).
function imageInside(
  element: Element,
  reading: Reading,
  base: string | undefined,
): string | undefined {
  if (element.kind !== imageKind) return undefined
  const inner = child(element, urlKind, hrefKind)
  if (inner !== undefined) return resolveUrl(readValue(inner, reading), base)
  if (element.children.length > 0) {
    return firstImage(element.source.slice(element.innerStart, element.innerEnd), base)
  }
  const text = readRssConstruct(element, reading).html?.trim() ?? ''
  return firstImage(text, base) ?? (/^\S+$/.test(text) ? resolveUrl(text, base) : undefined)
}

function roleOf(element: Element): MediaRole {
  // A torrent of it is another way to the same content.
  if (
    element.kind === contentKind ||
    element.kind === peerKind ||
    element.kind === atomContentKind
  ) {
    return 'content'
  }
  if (element.kind === thumbnailKind) return 'thumbnail'
  const isImage = element.kind === podcastLinkKind || element.name.endsWith('image')
  return isImage ? 'image' : 'enclosure'
}

function addNumber(
  media: FeedMedia,
  key: 'length' | 'width' | 'height',
  text: string | undefined,
): void {
  const value = positiveInteger(text)
  if (value !== undefined) media[key] = value
}

/** A positive whole number. Zero is how feeds write "unknown". */
export function positiveInteger(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const digits = /^\s*(\d{1,15})(?:px|\.0*)?\s*$/.exec(text)?.[1]
  const value = Number(digits)
  return digits === undefined || value === 0 ? undefined : value
}

/** One per address; the first role stays, and what only later mentions say is added. */
export function mergeMedia(media: FeedMedia[]): FeedMedia[] {
  return uniqueBy(
    media,
    ({ url }) => url,
    (first, later) => ({ ...later, ...first }),
  )
}

/** The best picture among an item's files: the widest of Media RSS, else a thumbnail, else any. */
export function bestImage(
  media: readonly FeedMedia[],
  pictures: ReadonlySet<string> = none,
): string | undefined {
  let best: FeedMedia | undefined
  for (const one of media) {
    if (!isImage(one) && !pictures.has(one.url)) continue
    const later = best === undefined ? -1 : rankOf(one) - rankOf(best)
    const isWider = later === 0 && (one.width ?? 0) > (best?.width ?? 0)
    if (later < 0 || isWider) best = one
  }
  return best?.url
}

function rankOf({ role }: FeedMedia): number {
  return rolesOfImages.indexOf(role)
}

const rolesOfImages: readonly MediaRole[] = ['content', 'thumbnail', 'image', 'enclosure']

function isImage(media: FeedMedia): boolean {
  if (media.type !== undefined) return media.type.toLowerCase().startsWith('image/')
  if (media.role === 'thumbnail' || media.role === 'image') return true
  return /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(media.url)
}
