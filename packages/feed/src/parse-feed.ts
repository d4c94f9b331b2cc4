import { SourceError } from '@inference-report/source'
import { cleanCharacters } from './clean-characters.ts'
import { decodeBytes } from './decode-bytes.ts'
import { attribute, type Element } from './element.ts'
import { fieldRole, hasRole, isNamed, kind } from './element-kinds.ts'
import type { Feed, FeedItem } from './feed.ts'
import { relationOf } from './links.ts'
import { askedNamespaces, isAtom } from './namespaces.ts'
import { type Head, readDocument } from './read-document.ts'
import { type HeadUrls, isDefinition, readHead, readHeadUrls } from './read-head.ts'
import { readItem } from './read-item.ts'
import { parseJson, readJsonFeed } from './read-json-feed.ts'
import { Reading } from './reading.ts'
import { absoluteBase } from './resolve-url.ts'
import { hashCode } from './tag-names.ts'
import { tellAttributes } from './tell-attributes.ts'
import { Warnings } from './warnings.ts'

const linkKind = kind('link')
const atomLinkKind = kind('atom:link')

export interface ParseFeedOptions {
  /** The address the feed was asked at: the last resort for relative links, and named in errors. */
  url?: string | undefined
  /** The answer's `Content-Type`, e.g. `'application/rss+xml; charset=utf-8'`. Only matters for bytes. */
  contentType?: string | undefined
  /** Whether bodies are reduced to harmless HTML. Default `true`; `false` is not safe to show. */
  sanitize?: boolean | undefined
  /**
   * Addresses of vocabularies whose elements you want from each item, e.g. `['http://ns.example/']`: their
   * texts are then in `extensions`, under the address as given here. Read fields stay where they are.
   */
  extensions?: readonly string[] | undefined
}

/**
 * Any RSS 0.9x or 2.0, RSS 1.0 (RDF), Atom 0.3 or 1.0, CDF or JSON Feed as one record, however damaged:
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
  const text =
    typeof input === 'string'
      ? cleanCharacters(input, warnings)
      : decodeBytes(input, options.contentType, warnings)
  const url = options.url !== undefined && URL.canParse(options.url) ? options.url : undefined
  const asked = options.extensions === undefined ? undefined : askedNamespaces(options.extensions)
  const reading = new Reading(warnings, url, options.sanitize ?? true, asked)
  const json = parseJson(text, reading)
  const feed = json === undefined ? readXml(text, reading) : readJsonFeed(json, reading)
  if (feed === undefined) throw notAFeed(text, options)
  completeItems(feed, warnings)
  return Object.assign(feed, { warnings: warnings.list() })
}

function readXml(text: string, reading: Reading): Omit<Feed, 'warnings'> | undefined {
  let urls: HeadUrls | undefined
  let seen = 0
  const items: FeedItem[] = []
  const waiting: Element[] = []
  let empty = 0
  const readOne = (element: Element, known: HeadUrls) => {
    reading.item = items.length
    reading.base = absoluteBase(element.base, known.base)
    items.push(readItem(element, reading))
    tellAttributes(element, reading)
  }
  const onItem = (element: Element, found: Head) => {
    if (isEmpty(element) && ++empty > mostEmpty) return false
    if (urls === undefined && waiting.length === 0 && saysWhereItIs(found)) {
      reading.entities = found.entities
      urls = readHeadUrls(found, reading)
      seen = countIn(found)
    }
    if (urls === undefined) waiting.push(element)
    else readOne(element, urls)
    return true
  }
  const head = readDocument(text, reading.warnings, onItem, reading.asked)
  if (head === undefined || (items.length + waiting.length === 0 && isOtherXml(head)))
    return undefined
  reading.entities = head.entities
  reading.item = -1
  if (empty > mostEmpty) {
    const left = `${empty - mostEmpty} more items without any content were left out.`
    reading.warnings.add('empty-items', left)
  }
  // Most heads have ended when the first item begins.
  const known = urls !== undefined && seen === countIn(head) ? urls : readHeadUrls(head, reading)
  for (const element of waiting) readOne(element, known)
  const feed = readHead(head, urls === undefined ? known : merged(known, urls), reading)
  feed.items = items
  reading.fields.clear()
  return feed
}

function countIn({ root, channel }: Head): number {
  return root.children.length + channel.children.length
}

// Of a flood of `<item>` each would take a hundred times its length as an item that says nothing.
const mostEmpty = 1000

function isEmpty(element: Element): boolean {
  // RDF and CDF say an item's address in an attribute.
  return !element.children.some(saysSomething) && !/about|href/i.test(element.attributeText)
}

function saysSomething(element: Element): boolean {
  const { kind: found, innerStart, innerEnd, attributesStart, attributesEnd } = element
  const isKnown = isNamed(found) || element.asked !== undefined
  return isKnown && (innerEnd > innerStart || attributesEnd > attributesStart)
}

// RDF that describes something else, and `<feed>` of a vocabulary that is not Atom (a shop's export).
function isOtherXml({ root, rootName, channel }: Head): boolean {
  if (channel.children.some((element) => hasRole(element.kind, fieldRole))) return false
  if (rootName === 'rdf:rdf') {
    return channel === root && !/purl\.org\/(?:net\/)?rss|\/rdf\/simple\//i.test(root.attributeText)
  }
  return rootName === 'atom:feed' && !isAtom(attribute(root, 'xmlns') ?? 'atom')
}

// What relative links are relative to must be known before the first item is read. Where the head
// comes after the items, they wait for it.
function saysWhereItIs(head: Head): boolean {
  if (isDefinition(head)) return true
  return head.channel.children.some(
    (element) =>
      element.kind === linkKind ||
      (element.kind === atomLinkKind && /^(?:alternate|self)$/.test(relationOf(element))),
  )
}

function merged(late: HeadUrls, early: HeadUrls): HeadUrls {
  return { ...late, base: early.base }
}

function completeItems(feed: Omit<Feed, 'warnings'>, warnings: Warnings): void {
  const { items } = feed
  const inherits = feed.format === 'atom' || feed.format === 'json'
  // Most ids of a feed differ in how they end: none has to be hashed whole before two look alike.
  const endings = new Set<number>()
  let ids: Set<string> | undefined
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    if (item === undefined) continue
    if (item.language === undefined && feed.language !== undefined) item.language = feed.language
    if (inherits && item.authors.length === 0)
      item.authors = feed.authors.map((author) => ({ ...author }))
    if (ids === undefined) {
      if (endings.add(endingOf(item.id)).size > i) continue
      ids = new Set(items.slice(0, i).map(({ id }) => id))
    }
    const before = ids.size
    if (ids.add(item.id).size === before) {
      warnings.add('duplicate-id', 'An earlier item has the same id.', `items[${i}].id`)
    }
  }
}

function endingOf(id: string): number {
  let hash = id.length
  for (let at = Math.max(0, hash - 12); at < id.length; at++)
    hash = hashCode(hash, id.charCodeAt(at))
  return hash
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
