import { attribute, child, childrenOf, type Element } from './element.ts'
import type { FeedMedia, MediaRole } from './feed.ts'
import { firstImage } from './first-image.ts'
import type { Reading } from './reading.ts'
import { absoluteBase, resolveUrl } from './resolve-url.ts'
import { readRssConstruct, readValue } from './text-construct.ts'

/** The files of an item, one per address, in the order of the document. */
export function readMedia(item: Element, reading: Reading): FeedMedia[] {
  const found: FeedMedia[] = []
  for (const element of mediaElements(item)) {
    const media = readOne(element, reading)
    if (media !== undefined) found.push(media)
  }
  return mergeMedia(found)
}

// Files stand in the item, in groups of alternatives, and a thumbnail also in the file it is of.
function mediaElements(item: Element): Element[] {
  const names = [
    'enclosure',
    'atom:link',
    'media:content',
    'media:thumbnail',
    'image',
    'itunes:image',
    'googleplay:image',
  ]
  return childrenOf(item, ...names, 'media:group').flatMap((element) =>
    element.name === 'media:group'
      ? childrenOf(element, 'media:content', 'media:thumbnail').flatMap(withThumbnails)
      : withThumbnails(element),
  )
}

function withThumbnails(element: Element): Element[] {
  return element.name === 'media:content'
    ? [element, ...childrenOf(element, 'media:thumbnail')]
    : [element]
}

function readOne(element: Element, reading: Reading): FeedMedia | undefined {
  if (element.name === 'atom:link' && attribute(element, 'rel')?.toLowerCase() !== 'enclosure') {
    return undefined
  }
  const base = absoluteBase(element.base, reading.base)
  const written = attribute(element, 'url') ?? attribute(element, 'href')
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

// An item's own `image` holds a `url`, an address, or an escaped `<img>` (NVIDIA's newsroom).
function imageInside(
  element: Element,
  reading: Reading,
  base: string | undefined,
): string | undefined {
  if (element.name !== 'image') return undefined
  const inner = child(element, 'url', 'href')
  if (inner !== undefined) return resolveUrl(readValue(inner, reading), base)
  const text = readRssConstruct(element, reading).html?.trim() ?? ''
  return firstImage(text, base) ?? (/^\S+$/.test(text) ? resolveUrl(text, base) : undefined)
}

function roleOf(element: Element): MediaRole {
  if (element.name === 'media:content') return 'content'
  if (element.name === 'media:thumbnail') return 'thumbnail'
  return element.name.endsWith('image') ? 'image' : 'enclosure'
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
  const digits = /^\s*(\d{1,15})(?:px|\.0*)?\s*$/.exec(text ?? '')?.[1]
  const value = Number(digits)
  return digits === undefined || value === 0 ? undefined : value
}

/** One per address; the first role stays, and what only later mentions say is added. */
export function mergeMedia(media: readonly FeedMedia[]): FeedMedia[] {
  const unique = new Map<string, FeedMedia>()
  for (const one of media) {
    const known = unique.get(one.url)
    unique.set(one.url, known === undefined ? one : { ...one, ...known })
  }
  return [...unique.values()]
}

/** Addresses of files of which only `medium` says that they are pictures. */
export function readPictures(item: Element, reading: Reading): Set<string> {
  const pictures = mediaElements(item).filter((one) => attribute(one, 'medium') === 'image')
  return new Set(pictures.flatMap((one) => readOne(one, reading)?.url ?? []))
}

/** The best picture among an item's files: the widest of Media RSS, else a thumbnail, else any. */
export function bestImage(
  media: readonly FeedMedia[],
  pictures: ReadonlySet<string> = new Set(),
): string | undefined {
  const images = media.filter((one) => pictures.has(one.url) || isImage(one))
  for (const role of ['content', 'thumbnail', 'image', 'enclosure'] as const) {
    const ofRole = images.filter((one) => one.role === role)
    const widest = ofRole.reduce<FeedMedia | undefined>(
      (best, one) => (best !== undefined && (one.width ?? 0) <= (best.width ?? 0) ? best : one),
      undefined,
    )
    if (widest !== undefined) return widest.url
  }
  return undefined
}

function isImage(media: FeedMedia): boolean {
  if (media.type !== undefined) return media.type.toLowerCase().startsWith('image/')
  if (media.role === 'thumbnail' || media.role === 'image') return true
  return /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(media.url)
}
