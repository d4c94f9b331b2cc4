import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import { decodeText } from '../decode-text.ts'
import { at, dateByPlatform, list, number, text, texts } from '../dig.ts'
import type { Category, FeedRecord, ItemRecord, Medium, Parser, Person } from '../record.ts'
import { firstPicture } from './first-picture.ts'

/** Text of an element of its XML parser, with attributes or without. */
function written(value: unknown): string | undefined {
  return text(value, at(value, '#text'))
}

function personOf(value: unknown): Person {
  return {
    name: text(at(value, 'name'), written(value)),
    email: text(at(value, 'email')),
    url: text(at(value, 'uri'), at(value, 'url')),
  }
}

function categoriesOf(raw: unknown): Category[] {
  return [
    ...list(at(raw, 'category')),
    ...list(at(raw, 'dc:subject')),
    ...texts(at(raw, 'tags')),
  ].map((element) => ({
    term: text(at(element, '@_term'), written(element)),
    scheme: text(at(element, '@_scheme'), at(element, '@_domain')),
    label: text(at(element, '@_label')),
  }))
}

function mediaOf(raw: unknown): Medium[] {
  const links = list(at(raw, 'link')).filter((link) => at(link, '@_rel') === 'enclosure')
  const elements = ['enclosure', 'media:content', 'media:thumbnail', 'attachments'].flatMap(
    (name) => list(at(raw, name)),
  )
  return [...elements, ...links].map((element) => ({
    url: text(at(element, '@_url'), at(element, '@_href'), at(element, 'url')),
    type: text(at(element, '@_type'), at(element, 'mime_type')),
    length: number(at(element, '@_length') ?? at(element, 'size_in_bytes')),
  }))
}

const dates = ['published', 'issued', 'created', 'pubDate', 'dc:date', 'date_published']

function authorsOf(raw: unknown): Person[] {
  const names = ['authors', 'author', 'dc:creator', 'managingEditor']
  const found = names.map((name) => list(at(raw, name))).find((each) => each.length > 0)
  return (found ?? []).map(personOf)
}

function selfLink(raw: unknown): unknown {
  const links = [...list(at(raw, 'link')), ...list(at(raw, 'atom:link'))]
  return links.find((link) => at(link, '@_rel') === 'self')
}

function mapItem(entry: unknown): ItemRecord {
  const raw = at(entry, 'raw')
  return {
    id: text(at(entry, 'id')),
    url: text(at(entry, 'link')),
    title: text(at(entry, 'title')),
    summary: text(at(entry, 'description')),
    contentHtml:
      written(at(raw, 'content:encoded')) ??
      written(at(raw, 'content')) ??
      text(at(raw, 'content_html'), at(raw, 'content_text')),
    // Its own date is the newest; when an item was published it leaves in the raw entry.
    publishedAt:
      dateByPlatform(...dates.map((name) => at(raw, name))) ?? text(at(entry, 'published')),
    updatedAt: dateByPlatform(at(raw, 'updated'), at(raw, 'modified'), at(raw, 'date_modified')),
    authors: authorsOf(raw),
    categories: categoriesOf(raw),
    media: mediaOf(raw),
    imageUrl:
      text(at(raw, 'image'), at(raw, 'itunes:image', '@_href')) ?? firstPicture(mediaOf(raw)),
    language: text(at(raw, 'dc:language'), at(raw, 'language')),
    commentsUrl: text(at(raw, 'comments')),
  }
}

function mapFeed(feed: unknown): FeedRecord {
  const raw = at(feed, 'raw')
  return {
    title: text(at(feed, 'title')),
    url: text(at(feed, 'link')),
    feedUrl: text(at(raw, 'feed_url'), at(selfLink(raw), '@_href')),
    description: text(at(feed, 'description')),
    language: text(at(feed, 'language')),
    updatedAt:
      text(at(feed, 'published')) ??
      dateByPlatform(at(raw, 'modified'), at(raw, 'pubDate'), at(raw, 'dc:date')),
    imageUrl: text(at(raw, 'image', 'url'), at(raw, 'logo'), at(raw, 'icon')),
    authors: authorsOf(raw),
    items: list(at(feed, 'entries')).map(mapItem),
    hints: { ttl: number(at(raw, 'ttl')) },
  }
}

export const parser: Parser = {
  parseFeed({ data, contentType, url }) {
    const source = decodeText(data, contentType)
    const options = {
      // Nothing cut off; and its documented way to what it does not read by itself.
      descriptionMaxLen: 0,
      getExtraFeedFields: (raw: Record<string, unknown>) => ({ raw }),
      getExtraEntryFields: (raw: Record<string, unknown>) => ({ raw }),
      ...(url !== undefined && { baseUrl: url }),
    }
    const isJson = /^\s*\{/.test(source)
    return mapFeed(isJson ? extractFromJson(source, options) : extractFromXml(source, options))
  },
  parseDate: dateByPlatform,
}
