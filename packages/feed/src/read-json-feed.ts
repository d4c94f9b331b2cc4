import { SourceError } from '@inference-report/source'
import { absolutizeHtml } from './absolutize-html.ts'
import { parsePerson, uniquePeople } from './authors.ts'
import type { Body } from './body.ts'
import { uniqueCategories } from './categories.ts'
import { cleanCharacters } from './clean-characters.ts'
import { distinct } from './distinct.ts'
import { htmlOfText } from './escape-html.ts'
import type { Feed, FeedAuthor, FeedItem, FeedMedia } from './feed.ts'
import { imageOf } from './first-image.ts'
import { foldSpace } from './fold-space.ts'
import { hashText } from './hash-text.ts'
import { bestImage, mergeMedia } from './media.ts'
import { pickDate } from './pick-date.ts'
import { plainText } from './plain-text.ts'
import { type Reading, warn } from './reading.ts'
import { resolveUrl } from './resolve-url.ts'
import { sanitizeHtml } from './sanitize-html.ts'

type Json = Record<string, unknown>

// Some write the number alone.
const versionUrl = /^(?:https?:\/\/(?:www\.)?jsonfeed\.org\/version\/([\d.]+)|(1(?:\.\d)?)$)/i

/** A JSON Feed 1 or 1.1 from its JSON, or `undefined` for JSON of another kind. */
export function readJsonFeed(json: unknown, outer: Reading): Omit<Feed, 'warnings'> | undefined {
  if (!isObject(json)) return undefined
  const [version, inUrl, alone] = versionUrl.exec(string(json['version']) ?? '') ?? []
  if (version === undefined) return undefined
  // Go writes an empty list as nothing. The number alone stands in much that is no feed.
  const items: unknown = json['items'] ?? (inUrl === undefined ? undefined : [])
  if (!Array.isArray(items)) return undefined
  const feedUrl = resolveUrl(string(json['feed_url']), outer.url) ?? resolveUrl(outer.url)
  const url = resolveUrl(string(json['home_page_url']), feedUrl)
  const reading = outer
  reading.base = url ?? feedUrl
  const feed: Omit<Feed, 'warnings'> = {
    format: 'json',
    authors: readPeople(json, reading),
    items: [],
    hints: {},
  }
  set(feed, 'version', inUrl ?? alone)
  set(feed, 'title', line(json['title']))
  set(feed, 'url', url)
  set(feed, 'feedUrl', feedUrl)
  set(feed, 'description', line(json['description']))
  set(feed, 'language', language(json['language']))
  set(feed, 'imageUrl', link(json['icon'], reading) ?? link(json['favicon'], reading))
  set(feed.hints, 'nextUrl', link(json['next_url'], reading))
  const hubs = objects(json['hubs'])
  set(
    feed.hints,
    'hubUrl',
    hubs.map((hub) => link(hub['url'], reading)).find((hub) => hub !== undefined),
  )
  let kept = 0
  feed.items = items.flatMap((item: unknown, i) => {
    if (isObject(item)) {
      reading.item = kept++
      return readItem(item, reading)
    }
    reading.warnings.add(
      'unreadable-item',
      'An item that is no object was left out.',
      `items[${i}]`,
    )
    return []
  })
  return feed
}

// Controls, halves of characters and what is no character, which the text itself holds no more.
const escaped = /\\u(?:00[0189]|d[89a-f]|fff[ef])/i

/** The value of a text of JSON, `undefined` for any other. */
export function parseJson(text: string, reading: Reading): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    const json: unknown = JSON.parse(text)
    if (!escaped.test(text)) return json
    return JSON.parse(text, (_, value: unknown) =>
      typeof value === 'string' ? cleanCharacters(value, reading.warnings) : value,
    )
  } catch (cause) {
    if (!/jsonfeed\.org\/version/i.test(text.slice(0, 4096))) return undefined
    throw new SourceError('unparseable', {
      source: 'feed',
      url: reading.url,
      expected: 'a JSON Feed',
      received: text.slice(-200),
      cause,
    })
  }
}

function readItem(json: Json, reading: Reading): FeedItem {
  const media = readMedia(json, reading)
  const own = string(json['id'])
  const external = link(json['external_url'], reading)
  const url = link(json['url'], reading) ?? external ?? urlFromId(own, reading)
  const html = string(json['content_html'])
  const text = string(json['content_text'])
  const body = present(html ?? (text === undefined ? undefined : htmlOfText(text)), reading)
  const contentHtml = body?.html
  const title = line(json['title'])
  const published = pickDate(string(json['date_published']), 'publishedAt', reading)
  const updated = pickDate(string(json['date_modified']), 'updatedAt', reading)
  const idCandidates = distinct(own, url, external)
  const item: FeedItem = {
    id: idCandidates[0] ?? `hash:${hashText([title, html ?? text, published.at].join('\n'))}`,
    authors: readPeople(json, reading),
    categories: uniqueCategories(strings(json['tags']).map((term) => ({ term }))),
    media,
    idCandidates,
    extensions: {},
  }
  set(item, 'url', url)
  set(item, 'title', title)
  set(item, 'summary', line(json['summary']))
  set(item, 'contentHtml', contentHtml)
  set(item, 'publishedAt', published.at)
  set(item, 'updatedAt', updated.at)
  set(item, 'dateText', published.unreadable ?? updated.unreadable)
  const image = link(json['image'], reading) ?? link(json['banner_image'], reading)
  set(item, 'imageUrl', image ?? bestImage(media) ?? (body && imageOf(body, reading.base)))
  set(item, 'language', language(json['language']))
  return item
}

function urlFromId(id: string | undefined, reading: Reading): string | undefined {
  const url = resolveUrl(id)
  if (url !== undefined) {
    warn(reading, 'url', 'link-from-id', 'The id was taken for the link.')
  }
  return url
}

function present(html: string | undefined, reading: Reading): Body | undefined {
  if (html === undefined) return undefined
  const body = reading.sanitize
    ? sanitizeHtml(html, reading.base)
    : absolutizeHtml(html, reading.base)
  return body.html === '' ? undefined : body
}

function readMedia(json: Json, reading: Reading): FeedMedia[] {
  const media = objects(json['attachments']).flatMap((attachment): FeedMedia[] => {
    const url = link(attachment['url'], reading)
    if (url === undefined) return []
    const one: FeedMedia = { url, role: 'enclosure' }
    set(one, 'type', string(attachment['mime_type']))
    const length = attachment['size_in_bytes']
    if (typeof length === 'number' && Number.isSafeInteger(length) && length > 0)
      one.length = length
    return [one]
  })
  return mergeMedia(media)
}

// Version 1 has one `author`, 1.1 a list.
function readPeople(json: Json, reading: Reading): FeedAuthor[] {
  const listed = objects(isObject(json['authors']) ? [json['authors']] : json['authors'])
  const people = listed.length > 0 ? listed : objects([json['author']])
  return uniquePeople(
    people.flatMap((person): FeedAuthor[] => {
      const author = parsePerson(line(person['name']) ?? '') ?? {}
      set(author, 'url', link(person['url'], reading))
      return Object.keys(author).length === 0 ? [] : [author]
    }),
  )
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

// Numbers too: some write their ids as numbers.
function string(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}

// The standard says plain text; what looks like markup or references is read as HTML all the same.
function line(value: unknown): string | undefined {
  const text = string(value)
  if (text === undefined) return undefined
  const isHtml = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text)
  const plain = isHtml ? plainText(text, true) : foldSpace(text)
  return plain === '' ? undefined : plain
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((entry) => line(entry) ?? []) : []
}

function language(value: unknown): string | undefined {
  const text = string(value)?.replaceAll('_', '-')
  return text !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,8}$/i.test(text) ? text : undefined
}

function link(value: unknown, reading: Reading): string | undefined {
  return resolveUrl(string(value), reading.base)
}

function set<T, K extends keyof T>(record: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) record[key] = value
}
