import FeedParser from 'feedparser'
import { decodeText } from '../decode-text.ts'
import { at, dateByPlatform, list, number, text, texts } from '../dig.ts'
import type { FeedRecord, ItemRecord, Medium, Parser, Person } from '../record.ts'
import { firstPicture } from './first-picture.ts'

function personOf(element: unknown): Person {
  return {
    name: text(at(element, 'name', '#'), at(element, 'name')),
    email: text(at(element, 'email', '#'), at(element, 'email')),
    url: text(at(element, 'uri', '#'), at(element, 'url', '#'), at(element, 'uri')),
  }
}

function authorsOf(of: unknown): Person[] {
  const elements = list(
    at(of, 'atom:author') ?? at(of, 'rss:author') ?? at(of, 'rss:managingeditor'),
  )
  const people = elements.map(personOf).filter(({ name, email, url }) => name ?? email ?? url)
  return people.length > 0 ? people : texts(at(of, 'author')).map((name) => ({ name }))
}

function mediaOf(item: unknown): Medium[] {
  return list(at(item, 'enclosures')).map((medium) => ({
    url: text(at(medium, 'url')),
    type: text(at(medium, 'type')),
    length: number(at(medium, 'length')),
  }))
}

function mapItem(item: unknown): ItemRecord {
  return {
    id: text(at(item, 'guid')),
    url: text(at(item, 'link')),
    title: text(at(item, 'title')),
    summary: text(at(item, 'summary'), at(item, 'description')),
    contentHtml: text(at(item, 'description')),
    publishedAt: dateByPlatform(at(item, 'pubdate')),
    updatedAt: dateByPlatform(at(item, 'date')),
    authors: authorsOf(item),
    categories: texts(at(item, 'categories')).map((term) => ({ term })),
    media: mediaOf(item),
    imageUrl: text(at(item, 'image', 'url')) ?? firstPicture(mediaOf(item)),
    language: text(at(item, 'dc:language', '#')),
    commentsUrl: text(at(item, 'comments')),
    podcast: {
      season: number(at(item, 'itunes:season', '#')),
      episode: number(at(item, 'itunes:episode', '#')),
    },
    geo: {
      latitude: number(at(item, 'geo:lat', '#')),
      longitude: number(at(item, 'geo:long', '#')),
    },
  }
}

function mapFeed(meta: unknown, items: unknown[]): FeedRecord {
  return {
    title: text(at(meta, 'title')),
    url: text(at(meta, 'link')),
    feedUrl: text(at(meta, 'xmlurl')),
    description: text(at(meta, 'description')),
    language: text(at(meta, 'language')),
    updatedAt: dateByPlatform(at(meta, 'date'), at(meta, 'pubdate')),
    imageUrl: text(at(meta, 'image', 'url'), at(meta, 'favicon')),
    authors: authorsOf(meta),
    items: items.map(mapItem),
    hints: { ttl: number(at(meta, 'rss:ttl', '#')) },
  }
}

function parse(source: string, feedurl: string | undefined): Promise<FeedRecord> {
  return new Promise((resolve, reject) => {
    const stream = new FeedParser(feedurl === undefined ? {} : { feedurl })
    const items: unknown[] = []
    stream.on('error', reject)
    stream.on('data', (item: unknown) => items.push(item))
    stream.on('end', () => resolve(mapFeed(stream.meta, items)))
    stream.end(source)
  })
}

export const parser: Parser = {
  parseFeed: ({ data, contentType, url }) => parse(decodeText(data, contentType), url),
  parseDate: dateByPlatform,
}
