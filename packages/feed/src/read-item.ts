import { listingHost, readAuthors } from './authors.ts'
import { readCategories } from './categories.ts'
import { looksLikeHtml } from './disguised-html.ts'
import { child, childrenOf, type Element } from './element.ts'
import { readText } from './element-text.ts'
import { readExtensions } from './extensions.ts'
import type { FeedItem } from './feed.ts'
import { firstImage } from './first-image.ts'
import { readGeo } from './geo.ts'
import { hashText } from './hash-text.ts'
import { idText, readItemUrl, urlIn } from './links.ts'
import { bestImage, readMedia, readPictures } from './media.ts'
import { pickDate } from './pick-date.ts'
import { readPodcast } from './podcast.ts'
import type { Reading } from './reading.ts'
import { absoluteBase } from './resolve-url.ts'
import { absolutizeHtml, htmlOfText, sanitizeHtml } from './sanitize-html.ts'
import {
  type Construct,
  firstText,
  readAtomBody,
  readAtomConstruct,
  readRssConstruct,
  readRssTitle,
  readValue,
  textOf,
} from './text-construct.ts'

// Where each field may stand, best first. Names as `Scope.nameOf` gives them.
const titles = ['atom:title', 'title', 'dc:title']
const summaries = ['atom:summary', 'description', 'summary', 'dc:description', 'itunes:summary']
const contents = [
  'atom:content',
  'content:encoded',
  'xhtml:body',
  'body',
  'xhtml:div',
  'content',
  'fulltext',
]
const published = [
  'atom:published',
  'atom:issued',
  'pubdate',
  'atom:created',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:date',
  'prism:publicationdate',
  'published',
  'date',
]
const updated = [
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  'moddate',
  'updated',
  'lastbuilddate',
]

/** One item or entry. Reads its children only, so that nothing of what they hold leaks into a field. */
export function readItem(element: Element, outer: Reading): FeedItem {
  const reading = { ...outer, base: absoluteBase(element.base, outer.base) }
  const media = readMedia(element, reading)
  const url = readItemUrl(element, media, reading)
  const title = firstText(all(element, titles), (found) => readTitle(found, reading))
  const { construct: summaryConstruct, text: summary } = readSummary(element, reading)
  const contentHtml = readContent(element, summaryConstruct, reading)
  const publishedDate = pickDate(
    { field: 'publishedAt', texts: texts(element, published, reading) },
    reading,
  )
  const updatedDate = pickDate(
    { field: 'updatedAt', texts: texts(element, updated, reading) },
    reading,
  )
  const ownId = idText(element, reading)
  const original = urlIn(child(element, 'feedburner:origlink'), reading)
  const idCandidates = [...new Set([ownId, url, original].filter((id) => id !== undefined))]
  const item: FeedItem = {
    id:
      idCandidates[0] ??
      `hash:${hashText([title, summary, contentHtml, publishedDate.at].join('\n'))}`,
    authors: readItemAuthors(element, reading, url),
    categories: readCategories(element, reading),
    media,
    idCandidates,
    extensions: readExtensions(element, reading),
  }
  if (url !== undefined) item.url = url
  if (title !== undefined) item.title = title
  if (summary !== undefined) item.summary = summary
  if (contentHtml !== undefined) item.contentHtml = contentHtml
  if (publishedDate.at !== undefined) item.publishedAt = publishedDate.at
  if (updatedDate.at !== undefined) item.updatedAt = updatedDate.at
  const unreadable = publishedDate.unreadable ?? updatedDate.unreadable
  if (unreadable !== undefined) item.dateText = unreadable
  const imageUrl =
    bestImage(media, readPictures(element, reading)) ??
    imageInBody(contentHtml, summaryConstruct, reading)
  if (imageUrl !== undefined) item.imageUrl = imageUrl
  const language = readLanguage(element, reading)
  if (language !== undefined) item.language = language
  const commentsUrl = urlIn(child(element, 'comments'), reading)
  if (commentsUrl !== undefined) item.commentsUrl = commentsUrl
  const podcast = readPodcast(element, reading)
  if (podcast !== undefined) item.podcast = podcast
  const geo = readGeo(element, reading)
  if (geo !== undefined) item.geo = geo
  return item
}

/** Elements of these names, those of the first name first. */
export function all(element: Element, names: readonly string[]): Element[] {
  return names.flatMap((name) => childrenOf(element, name))
}

export function texts(
  element: Element,
  names: readonly string[],
  reading: Reading,
): (string | undefined)[] {
  return all(element, names).map((found) => readValue(found, reading))
}

/** A title of Atom or RSS as plain text. */
export function readTitle(element: Element, reading: Reading): string | undefined {
  return element.name.startsWith('atom:')
    ? textOf(readAtomConstruct(element, reading))
    : readRssTitle(element, reading)
}

/** A text that may be long and formatted, of Atom or RSS. */
export function readBody(element: Element, reading: Reading): Construct {
  return element.name.startsWith('atom:')
    ? readAtomBody(element, reading)
    : readRssConstruct(element, reading)
}

function readSummary(
  element: Element,
  reading: Reading,
): { construct: Construct; text?: string | undefined } {
  let first: Construct | undefined
  for (const found of all(element, summaries)) {
    const construct = readBody(found, reading)
    const text = textOf(construct)
    if (text !== undefined) return { construct, text }
    // A summary may be nothing but a picture, which still is the item's picture.
    first ??= construct
  }
  return { construct: first ?? {} }
}

function readContent(element: Element, summary: Construct, reading: Reading): string | undefined {
  for (const found of all(element, contents)) {
    const type =
      found.attributeText === ''
        ? undefined
        : /type\s*=\s*["']?([\w/+.-]+)/i.exec(found.attributeText)?.[1]
    // `src` content and pictures or sounds in base64 are no body to show.
    if (type !== undefined && /^(?:image|audio|video|application\/(?!xhtml))/i.test(type)) continue
    const html = present(readBody(found, reading), found.base, reading)
    if (html !== undefined) return html
  }
  const isBody = summary.html !== undefined && looksLikeHtml(summary.html)
  return isBody ? present(summary, undefined, reading) : undefined
}

function present(
  construct: Construct,
  own: string | undefined,
  reading: Reading,
): string | undefined {
  const base = absoluteBase(own, reading.base)
  const html = construct.html ?? htmlOfText(construct.text ?? '')
  if (html.trim() === '') return undefined
  const shown = reading.sanitize ? sanitizeHtml(html, base) : absolutizeHtml(html, base)
  return shown === '' ? undefined : shown
}

function imageInBody(
  contentHtml: string | undefined,
  summary: Construct,
  reading: Reading,
): string | undefined {
  return firstImage(contentHtml ?? '', reading.base) ?? firstImage(summary.html ?? '', reading.base)
}

function readItemAuthors(
  element: Element,
  reading: Reading,
  url: string | undefined,
): FeedItem['authors'] {
  const host = listingHost(url, reading.url, reading.base)
  const own = readAuthors(element, reading, host)
  const source = child(element, 'atom:source')
  return own.length > 0 || source === undefined ? own : readAuthors(source, reading, host)
}

/** The language an element is in, its own word before the document's. */
export function readLanguage(element: Element, reading: Reading): string | undefined {
  const text = child(element, 'dc:language', 'language')
  const written = text === undefined ? element.language : readText(text, reading).text
  const language = written?.trim().replaceAll('_', '-') ?? ''
  return /^[a-z]{1,8}(?:-[a-z\d]{1,8}){0,8}$/i.test(language) ? language : undefined
}
