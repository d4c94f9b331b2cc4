import { SourceError } from '@inference-report/source'
import { cleanCharacters } from './clean-characters.ts'
import { decodeBytes } from './decode-bytes.ts'
import { attribute, type Element } from './element.ts'
import { isField } from './element-kinds.ts'
import type { Feed, FeedItem } from './feed.ts'
import { type Head, readDocument } from './read-document.ts'
import { type HeadUrls, readHead, readHeadUrls } from './read-head.ts'
import { readItem } from './read-item.ts'
import { looksLikeJson, readJsonFeed } from './read-json-feed.ts'
import type { Reading } from './reading.ts'
import { Warnings } from './warnings.ts'

export interface ParseFeedOptions {
  /** The address the feed was asked at: the last resort for relative links, and named in errors. */
  url?: string | undefined
  /** The answer's `Content-Type`, e.g. `'application/rss+xml; charset=utf-8'`. Only matters for bytes. */
  contentType?: string | undefined
  /** Whether bodies are reduced to harmless HTML. Default `true`; `false` is not safe to show. */
  sanitize?: boolean | undefined
}

/**
 * Any RSS 0.9x or 2.0, RSS 1.0 (RDF), Atom 0.3 or 1.0, or JSON Feed as one record, however damaged:
 * every repair is one of `warnings`. Give bytes rather than text where you have them, so that their
 * encoding can be found out. Time is linear in the size of the input.
 *
 * @throws SourceError `not-a-feed` where there is none, `unparseable` for a JSON Feed cut off or broken.
 * @see https://www.rssboard.org/rss-specification
 * @see https://www.rfc-editor.org/rfc/rfc4287
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function parseFeed(input: string | Uint8Array, options: ParseFeedOptions = {}): Feed {
  const warnings = new Warnings()
  const decoded =
    typeof input === 'string' ? input : decodeBytes(input, options.contentType, warnings)
  const text = cleanCharacters(decoded, warnings)
  const reading: Reading = {
    source: text,
    entities: new Map(),
    warnings,
    path: undefined,
    base: undefined,
    url: options.url !== undefined && URL.canParse(options.url) ? options.url : undefined,
    sanitize: options.sanitize ?? true,
  }
  const feed = looksLikeJson(text) ? readJsonFeed(text, reading) : readXml(text, reading)
  if (feed === undefined) throw notAFeed(text, options)
  completeItems(feed, warnings)
  return { ...feed, warnings: warnings.list }
}

function readXml(text: string, outer: Reading): Omit<Feed, 'warnings'> | undefined {
  let urls: HeadUrls | undefined
  const items: FeedItem[] = []
  const waiting: Element[] = []
  let reading = outer
  const readOne = (element: Element, known: HeadUrls) =>
    readItem(element, { ...reading, base: known.base, path: `items[${items.length}]` })
  const onItem = (element: Element, head: Head) => {
    if (urls === undefined && waiting.length === 0 && saysWhereItIs(head)) {
      reading = { ...outer, entities: head.entities }
      urls = readHeadUrls(head, reading)
    }
    if (urls === undefined) waiting.push(element)
    else items.push(readOne(element, urls))
  }
  const head = readDocument(text, outer.warnings, onItem)
  if (head === undefined || (items.length + waiting.length === 0 && isOtherXml(head)))
    return undefined
  reading = { ...outer, entities: head.entities }
  const known = readHeadUrls(head, reading)
  for (const element of waiting) items.push(readOne(element, known))
  return { ...readHead(head, urls === undefined ? known : merged(known, urls), reading), items }
}

// RDF that describes something else, and `<feed>` of a vocabulary that is not Atom (a shop's export).
function isOtherXml({ root, rootName, channel }: Head): boolean {
  if (channel.children.some((element) => isField(element.name))) return false
  if (rootName === 'rdf:rdf') {
    return channel === root && !/purl\.org\/(?:net\/)?rss|\/rdf\/simple\//i.test(root.attributeText)
  }
  return rootName === 'atom:feed' && !/atom/i.test(attribute(root, 'xmlns') ?? 'atom')
}

// What relative links are relative to must be known before the first item is read. Where the head
// comes after the items, they wait for it.
function saysWhereItIs(head: Head): boolean {
  return head.channel.children.some(
    (element) => element.name === 'link' || element.name === 'atom:link',
  )
}

function merged(late: HeadUrls, early: HeadUrls): HeadUrls {
  return { ...late, base: early.base }
}

function completeItems(feed: Omit<Feed, 'warnings'>, warnings: Warnings): void {
  const ids = new Set<string>()
  const inherits = feed.format === 'atom' || feed.format === 'json'
  feed.items.forEach((item, i) => {
    if (item.language === undefined && feed.language !== undefined) item.language = feed.language
    if (inherits && item.authors.length === 0)
      item.authors = feed.authors.map((author) => ({ ...author }))
    if (ids.has(item.id)) {
      warnings.add('duplicate-id', 'An item before this one has the same id.', `items[${i}].id`)
    }
    ids.add(item.id)
  })
}

function notAFeed(text: string, options: ParseFeedOptions): SourceError {
  const beginning = text.trimStart().slice(0, 300)
  const isPage = /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 4096))
  const what = beginning === '' ? 'nothing' : isPage ? `an HTML page: ${beginning}` : beginning
  return new SourceError('not-a-feed', {
    source: 'feed',
    url: options.url,
    expected: 'RSS, RDF, Atom or JSON Feed',
    received: what,
  })
}
