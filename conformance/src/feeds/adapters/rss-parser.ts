import RssParser from 'rss-parser'
import { decodeText } from '../decode-text.ts'
import { at, dateByPlatform, list, number, text, texts } from '../dig.ts'
import type { Category, FeedRecord, ItemRecord, Medium, Parser, Person } from '../record.ts'
import { firstPicture } from './first-picture.ts'

const all = { keepArray: true }

// Its documented way to what it does not read by itself.
const rssParser = new RssParser({
  defaultRSS: 2,
  customFields: {
    feed: [
      'subtitle',
      'tagline',
      'logo',
      'icon',
      'updated',
      'modified',
      'dc:language',
      'dc:date',
      'author',
    ],
    item: [
      'updated',
      'published',
      'created',
      'dc:description',
      'issued',
      'modified',
      'rdf:about',
      ['author', 'authorElements', all],
      ['category', 'categoryElements', all],
      ['dc:subject', 'subjects', all],
      ['enclosure', 'enclosures', all],
      ['link', 'linkElements', all],
      ['media:group', 'mediaGroups', all],
      ['media:content', 'mediaContents', all],
      ['media:thumbnail', 'mediaThumbnails', all],
    ],
  },
})

/** Text of an element, with attributes or without. */
function written(value: unknown): string | undefined {
  return text(value, at(value, '_'))
}

function personOf(element: unknown): Person {
  return {
    name: text(at(element, 'name', 0), written(element)),
    email: text(at(element, 'email', 0)),
    url: text(at(element, 'uri', 0)),
  }
}

function authorsOf(of: unknown): Person[] {
  const elements = list(at(of, 'authorElements') ?? at(of, 'author'))
  if (elements.length > 0) return elements.map(personOf)
  const names = [at(of, 'creator'), at(of, 'itunes', 'author'), at(of, 'managingEditor')]
  return texts(names.find((each) => list(each).length > 0)).map((name) => ({ name }))
}

function categoriesOf(item: unknown): Category[] {
  const elements = [...list(at(item, 'categoryElements')), ...list(at(item, 'subjects'))]
  return elements.map((element) => ({
    term: text(at(element, '$', 'term'), written(element)),
    scheme: text(at(element, '$', 'scheme'), at(element, '$', 'domain')),
    label: text(at(element, '$', 'label')),
  }))
}

function mediaOf(item: unknown): Medium[] {
  const links = list(at(item, 'linkElements'))
  const elements = [
    ...links.filter((link) => at(link, '$', 'rel') === 'enclosure'),
    ...['enclosures', 'mediaContents', 'mediaThumbnails'].flatMap((name) => list(at(item, name))),
    ...list(at(item, 'mediaGroups')).flatMap((group) => list(at(group, 'media:content'))),
  ]
  return elements.map((element) => ({
    url: text(at(element, '$', 'url'), at(element, '$', 'href')),
    type: text(at(element, '$', 'type')),
    length: number(at(element, '$', 'length') ?? at(element, '$', 'fileSize')),
  }))
}

function mapItem(item: unknown): ItemRecord {
  const content = text(at(item, 'content'))
  const encoded = text(at(item, 'content:encoded'))
  return {
    id: text(at(item, 'guid'), at(item, 'id'), at(item, 'rdf:about')),
    url: text(at(item, 'link')),
    title: written(at(item, 'title')),
    // `content` is the description of an RSS item, and the content of an Atom entry.
    summary: written(at(item, 'summary')) ?? content ?? written(at(item, 'dc:description')),
    contentHtml: encoded ?? content,
    publishedAt:
      text(at(item, 'isoDate')) ??
      dateByPlatform(at(item, 'published'), at(item, 'issued'), at(item, 'created')),
    updatedAt: dateByPlatform(at(item, 'updated'), at(item, 'modified')),
    authors: authorsOf(item),
    categories: categoriesOf(item),
    media: mediaOf(item),
    imageUrl:
      text(at(item, 'itunes', 'image'), at(item, 'mediaThumbnails', 0, '$', 'url')) ??
      firstPicture(mediaOf(item)),
    language: text(at(item, 'language')),
    commentsUrl: text(at(item, 'comments')),
    podcast: {
      season: number(at(item, 'itunes', 'season')),
      episode: number(at(item, 'itunes', 'episode')),
    },
  }
}

function mapFeed(feed: unknown): FeedRecord {
  return {
    title: written(at(feed, 'title')),
    url: text(at(feed, 'link')),
    feedUrl: text(at(feed, 'feedUrl'), at(feed, 'paginationLinks', 'self')),
    description:
      written(at(feed, 'description')) ??
      written(at(feed, 'subtitle')) ??
      written(at(feed, 'tagline')),
    language: text(at(feed, 'language'), at(feed, 'dc:language')),
    updatedAt: dateByPlatform(
      at(feed, 'lastBuildDate'),
      at(feed, 'updated'),
      at(feed, 'modified'),
      at(feed, 'pubDate'),
      at(feed, 'dc:date'),
    ),
    imageUrl: text(
      at(feed, 'image', 'url'),
      at(feed, 'itunes', 'image'),
      at(feed, 'logo'),
      at(feed, 'icon'),
    ),
    authors: authorsOf(feed),
    items: list(at(feed, 'items')).map(mapItem),
    hints: { ttl: number(at(feed, 'ttl')) },
  }
}

export const parser: Parser = {
  parseFeed: async ({ data, contentType }) =>
    mapFeed(await rssParser.parseString(decodeText(data, contentType))),
  parseDate: dateByPlatform,
}
