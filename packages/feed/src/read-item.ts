import { absolutizeHtml } from './absolutize-html.ts'
import { readItemAuthors } from './authors.ts'
import type { Body } from './body.ts'
import { readCategories } from './categories.ts'
import { looksLikeHtml } from './disguised-html.ts'
import { distinct } from './distinct.ts'
import { attribute, child, type Element } from './element.ts'
import { atomRole, hasRole, kind, kinds } from './element-kinds.ts'
import { htmlOfText } from './escape-html.ts'
import { readExtensions } from './extensions.ts'
import type { FeedItem } from './feed.ts'
import { firstImage, imageOf } from './first-image.ts'
import { readGeo } from './geo.ts'
import { hashText } from './hash-text.ts'
import { idText, readItemUrl, repliesUrl, urlIn } from './links.ts'
import { bestImage, readMedia } from './media.ts'
import { isFile } from './media-type.ts'
import { pickDate, pickDateOf } from './pick-date.ts'
import { readPodcast } from './podcast.ts'
import type { Reading } from './reading.ts'
import { absoluteBase } from './resolve-url.ts'
import { sanitizeHtml } from './sanitize-html.ts'
import {
  type Construct,
  firstOf,
  plainLine,
  readAtomBody,
  readAtomConstruct,
  readRssConstruct,
  readRssTitle,
  readValue,
  textOf,
} from './text-construct.ts'

// Where each field may stand, best first. Names as `Scope.kindOf` gives them.
const titles = kinds('atom:title title dc:title')
const summaries = kinds(
  'atom:summary summary description dc:description itunes:summary abstract dcterms:abstract itunes:subtitle ' +
    'googleplay:description',
)
const contents = kinds(
  'atom:content content:encoded xhtml:body body xhtml:div content fulltext fullitem',
)
const published = kinds(
  'atom:published atom:issued pubdate atom:created dc:date dcterms:issued dcterms:created dcterms:date ' +
    'prism:publicationdate published date',
)
const updated = kinds('atom:updated atom:modified dcterms:modified moddate updated lastbuilddate')
const originalLink = kind('feedburner:origlink')
const comments = kind('comments')
const mediaGroup = kind('media:group')
const mediaDescription = kind('media:description')
const dcLanguage = kind('dc:language')
const ownLanguage = kind('language')

/** One item or entry. Reads its children only, so that nothing of what they hold leaks into a field. */
export function readItem(element: Element, reading: Reading): FeedItem {
  const { fields } = reading
  fields.load(element)
  const { media, pictures } = readMedia(element, reading)
  const url = readItemUrl(element, media, reading)
  const title = firstOf(titles, reading, readTitle)
  const said = readSummary(reading)
  const summary = said.text
  const content = readContent(said, reading)
  const contentHtml = content?.html
  const publishedDate = pickDateOf(published, 'publishedAt', reading)
  let updatedDate = pickDateOf(updated, 'updatedAt', reading)
  if (updatedDate.at === undefined && updatedDate.unreadable === undefined) {
    updatedDate = pickDate(attribute(element, 'lastmod'), 'updatedAt', reading)
  }
  const original = urlIn(fields.first(originalLink), reading)
  const idCandidates = distinct(idText(element, url, reading), url, original)
  const item: FeedItem = {
    id:
      idCandidates[0] ??
      `hash:${hashText([title, summary, content?.source, publishedDate.at].join('\n'))}`,
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
  const imageUrl = bestImage(media, pictures) ?? imageInBody(content, said, reading)
  if (imageUrl !== undefined) item.imageUrl = imageUrl
  const language = readLanguage(element, reading)
  if (language !== undefined) item.language = language
  const commentsUrl = commentsIn(reading) ?? repliesUrl(reading)
  if (commentsUrl !== undefined) item.commentsUrl = commentsUrl
  const podcast = readPodcast(reading)
  if (podcast !== undefined) item.podcast = podcast
  const geo = readGeo(reading)
  if (geo !== undefined) item.geo = geo
  return item
}

/** A title of Atom or RSS as plain text. */
export function readTitle(element: Element, reading: Reading): string | undefined {
  if (!hasRole(element.kind, atomRole)) return readRssTitle(element, reading)
  const line = isRssText(element) ? plainLine(element) : undefined
  return line ?? textOf(readAtomConstruct(element, reading), true)
}

/** A text that may be long and formatted, of Atom or RSS. */
export function readBody(element: Element, reading: Reading): Construct {
  return hasRole(element.kind, atomRole)
    ? readAtomBody(element, reading)
    : readRssConstruct(element, reading)
}

// An Atom text may be anything its attributes say.
function isRssText(element: Element): boolean {
  return !hasRole(element.kind, atomRole) || element.attributesStart === element.attributesEnd
}

interface Summary {
  construct: Construct
  /** What relative addresses in it are relative to, before those of the item. */
  base?: string | undefined
  text?: string | undefined
}

function readSummary(reading: Reading): Summary {
  let first: Summary | undefined
  for (const wanted of summaries) {
    for (let found = reading.fields.first(wanted); found !== undefined; found = found.next) {
      const line = isRssText(found) ? plainLine(found) : undefined
      if (line !== undefined) return { construct: {}, text: line }
      const construct = readBody(found, reading)
      const { base } = found
      const text = textOf(construct)
      if (text !== undefined) return { construct, base, text }
      // A summary may be nothing but a picture, which still is the item's picture.
      first ??= { construct, base }
    }
  }
  return readGroupDescription(reading) ?? first ?? { construct: {} }
}

// A group of Media RSS may be all an entry has to say.
function readGroupDescription(reading: Reading): Summary | undefined {
  const found = child(reading.fields.first(mediaGroup), mediaDescription)
  if (found === undefined) return undefined
  const construct = readRssConstruct(found, reading)
  const text = textOf(construct)
  return text === undefined ? undefined : { construct, text }
}

function readContent({ construct: summary, base }: Summary, reading: Reading): Body | undefined {
  for (const wanted of contents) {
    for (let found = reading.fields.first(wanted); found !== undefined; found = found.next) {
      // `src` content and pictures or sounds in base64 are no body to show.
      if (isFile(attribute(found, 'type'))) continue
      const body = present(readBody(found, reading), found.base, reading)
      if (body.html !== '') return body
    }
  }
  const body = isHtml(summary) ? present(summary, base, reading) : undefined
  return body?.html === '' ? undefined : body
}

function isHtml({ html }: Construct): boolean {
  return html !== undefined && looksLikeHtml(html)
}

function present(construct: Construct, own: string | undefined, reading: Reading): Body {
  const base = absoluteBase(own, reading.base)
  const html = construct.html ?? htmlOfText(construct.text ?? '')
  return reading.sanitize ? sanitizeHtml(html, base) : absolutizeHtml(html, base)
}

function imageInBody(
  content: Body | undefined,
  { construct: summary, base }: Summary,
  reading: Reading,
): string | undefined {
  const inContent = content === undefined ? undefined : imageOf(content, reading.base)
  if (inContent !== undefined || summary.html === undefined) return inContent
  return firstImage(summary.html, absoluteBase(base, reading.base))
}

// `<comments>` is a number, or words, in some feeds.
function commentsIn(reading: Reading): string | undefined {
  const found = reading.fields.first(comments)
  const text = readValue(found, reading)
  return text === undefined || /\s|^\d+$/.test(text) ? undefined : urlIn(found, reading)
}

/** The language an element is in, its own word before the document's. */
export function readLanguage(element: Element, reading: Reading): string | undefined {
  const text = reading.fields.first(dcLanguage) ?? reading.fields.first(ownLanguage)
  const language = (readValue(text, reading) ?? element.language)?.trim().replaceAll('_', '-')
  if (language === undefined) return undefined
  return /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,8}$/i.test(language) ? language : undefined
}
