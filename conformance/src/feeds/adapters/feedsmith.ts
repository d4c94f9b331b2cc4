import { parseFeed } from 'feedsmith'
import { decodeText } from '../decode-text.ts'
import { at, boolean, dateByPlatform, list, number, text, texts } from '../dig.ts'
import { textOf } from '../markup.ts'
import { personText } from '../person-text.ts'
import type { Category, FeedRecord, ItemRecord, Medium, Parser, Person } from '../record.ts'
import { firstPicture } from './first-picture.ts'

/** A text construct, which says its type since version 3. */
function written(value: unknown): string | undefined {
  return text(value, at(value, 'value'))
}

function plain(value: unknown): string | undefined {
  const given = written(value)
  const type = text(at(value, 'type'))
  return given !== undefined && type !== undefined && /html/.test(type) ? textOf(given) : given
}

function person(value: unknown): Person {
  if (typeof value === 'string') return personText(value)
  return {
    name: text(at(value, 'name')),
    email: text(at(value, 'email')),
    url: text(at(value, 'uri'), at(value, 'url'), at(value, 'link')),
  }
}

function people(of: unknown): Person[] {
  const candidates = [
    at(of, 'authors'),
    at(of, 'author'),
    at(of, 'dc', 'creators'),
    at(of, 'dc', 'creator'),
  ]
  candidates.push(at(of, 'atom', 'authors'), at(of, 'itunes', 'author'), at(of, 'managingEditor'))
  return list(candidates.find((each) => list(each).length > 0)).map(person)
}

function linkOf(of: unknown, wanted: string): string | undefined {
  const links = [...list(at(of, 'links')), ...list(at(of, 'atom', 'links'))]
  const found = links.find((link) => (text(at(link, 'rel')) ?? 'alternate') === wanted)
  return text(at(found, 'href'))
}

function categoriesOf(item: unknown): Category[] {
  const own = list(at(item, 'categories')).map((category) => ({
    term: text(at(category, 'term'), at(category, 'name')),
    scheme: text(at(category, 'scheme'), at(category, 'domain')),
    label: text(at(category, 'label')),
  }))
  const subjects = texts(at(item, 'dc', 'subjects') ?? at(item, 'dc', 'subject'))
  const tags = texts(at(item, 'tags'))
  return [...own, ...[...subjects, ...tags].map((term) => ({ term }))]
}

function mediaOf(item: unknown): Medium[] {
  const groups = list(at(item, 'media', 'groups') ?? at(item, 'media', 'group'))
  const sources = [at(item, 'media'), ...groups]
  const links = list(at(item, 'links')).filter((link) => at(link, 'rel') === 'enclosure')
  const all = [
    ...list(at(item, 'enclosures')),
    ...links,
    ...list(at(item, 'attachments')),
    ...sources.flatMap((source) => [
      ...list(at(source, 'contents')),
      ...list(at(source, 'thumbnails')),
    ]),
  ]
  return all.map((medium) => ({
    url: text(at(medium, 'url'), at(medium, 'href')),
    type: text(at(medium, 'type'), at(medium, 'mime_type')),
    length: number(at(medium, 'length') ?? at(medium, 'fileSize') ?? at(medium, 'size_in_bytes')),
  }))
}

function imageOf(item: unknown): string | undefined {
  const groups = list(at(item, 'media', 'groups') ?? at(item, 'media', 'group'))
  const thumbnails = [at(item, 'media'), ...groups].flatMap((from) => list(at(from, 'thumbnails')))
  const named = [at(item, 'image'), at(item, 'banner_image'), at(item, 'itunes', 'image')]
  return text(...named, at(thumbnails, 0, 'url'))
}

function permalink(item: unknown): string | undefined {
  const guid = text(at(item, 'guid', 'value'))
  return at(item, 'guid', 'isPermaLink') !== false && /^https?:/.test(guid ?? '') ? guid : undefined
}

function mapItem(item: unknown): ItemRecord {
  const dates = [at(item, 'pubDate'), at(item, 'published'), at(item, 'date_published')]
  dates.push(at(item, 'dc', 'dates', 0), at(item, 'dc', 'date'), at(item, 'dcterms', 'created', 0))
  const changes = [at(item, 'updated'), at(item, 'date_modified'), at(item, 'atom', 'updated')]
  changes.push(at(item, 'dcterms', 'modified', 0))
  const json = text(at(item, 'content_text'))
  return {
    id: text(at(item, 'guid', 'value'), at(item, 'id'), at(item, 'rdf', 'about')),
    url: text(at(item, 'link'), at(item, 'url'), linkOf(item, 'alternate'), permalink(item)),
    title: plain(at(item, 'title')) ?? text(at(item, 'dc', 'titles', 0)),
    summary:
      written(at(item, 'summary')) ??
      text(
        at(item, 'description'),
        at(item, 'dc', 'descriptions', 0),
        at(item, 'itunes', 'summary'),
      ),
    contentHtml:
      text(at(item, 'content', 'encoded'), at(item, 'content_html')) ??
      written(at(item, 'content')) ??
      json,
    publishedAt: dateByPlatform(...dates),
    updatedAt: dateByPlatform(...changes),
    authors: people(item),
    categories: categoriesOf(item),
    media: mediaOf(item),
    imageUrl: imageOf(item) ?? firstPicture(mediaOf(item)),
    language: text(at(item, 'xml', 'lang'), at(item, 'language'), at(item, 'dc', 'languages', 0)),
    commentsUrl: text(at(item, 'comments')),
    podcast: {
      duration: number(at(item, 'itunes', 'duration')),
      season: number(at(item, 'itunes', 'season')),
      episode: number(at(item, 'itunes', 'episode')),
      explicit: boolean(at(item, 'itunes', 'explicit')),
    },
    geo: {
      latitude: number(at(item, 'geo', 'lat') ?? at(item, 'georss', 'point', 'lat')),
      longitude: number(at(item, 'geo', 'long') ?? at(item, 'georss', 'point', 'lng')),
    },
  }
}

/** Any of its four shapes, as it gives them and as its reference files hold them. */
export function mapFeedsmith(feed: unknown): FeedRecord {
  const hours = list(at(feed, 'skipHours')).flatMap((hour) => number(hour) ?? [])
  const days = texts(at(feed, 'skipDays'))
  return {
    title: plain(at(feed, 'title')),
    url: text(at(feed, 'link'), at(feed, 'home_page_url'), linkOf(feed, 'alternate')),
    feedUrl: text(at(feed, 'feed_url'), linkOf(feed, 'self')),
    description: plain(at(feed, 'description')) ?? plain(at(feed, 'subtitle')),
    language: text(at(feed, 'language'), at(feed, 'xml', 'lang'), at(feed, 'dc', 'languages', 0)),
    updatedAt: dateByPlatform(
      at(feed, 'lastBuildDate'),
      at(feed, 'updated'),
      at(feed, 'pubDate'),
      at(feed, 'dc', 'dates', 0),
    ),
    imageUrl: text(
      at(feed, 'image', 'url'),
      at(feed, 'logo'),
      at(feed, 'icon'),
      at(feed, 'itunes', 'image'),
    ),
    authors: people(feed),
    items: [...list(at(feed, 'items')), ...list(at(feed, 'entries'))].map(mapItem),
    hints: {
      ttl: number(at(feed, 'ttl')),
      skipHours: hours.length > 0 ? hours : undefined,
      skipDays: days.length > 0 ? days : undefined,
    },
  }
}

export const parser: Parser = {
  parseFeed: ({ data, contentType }) => mapFeedsmith(parseFeed(decodeText(data, contentType)).feed),
  parseDate: dateByPlatform,
}
