import { parseFeed } from '@rowanmanning/feed-parser'
import { decodeText } from '../decode-text.ts'
import { at, dateByPlatform, list, number, text } from '../dig.ts'
import type { FeedRecord, ItemRecord, Parser, Person } from '../record.ts'

function mapPerson(person: unknown): Person {
  return {
    name: text(at(person, 'name')),
    email: text(at(person, 'email')),
    url: text(at(person, 'url')),
  }
}

function mapItem(item: unknown): ItemRecord {
  return {
    id: text(at(item, 'id')),
    url: text(at(item, 'url')),
    title: text(at(item, 'title')),
    summary: text(at(item, 'description')),
    contentHtml: text(at(item, 'content')),
    publishedAt: text(at(item, 'published')),
    updatedAt: text(at(item, 'updated')),
    authors: list(at(item, 'authors')).map(mapPerson),
    categories: list(at(item, 'categories')).map((category) => ({
      term: text(at(category, 'term')),
      scheme: text(at(category, 'url')),
      label: text(at(category, 'label')),
    })),
    media: list(at(item, 'media')).map((medium) => ({
      url: text(at(medium, 'url')),
      type: text(at(medium, 'mimeType')),
      length: number(at(medium, 'length')),
    })),
    imageUrl: text(at(item, 'image', 'url')),
  }
}

/** Its JSON, as it gives it and as its snapshots hold it. */
export function mapRowanmanning(feed: unknown): FeedRecord {
  return {
    title: text(at(feed, 'title')),
    url: text(at(feed, 'url')),
    feedUrl: text(at(feed, 'self')),
    description: text(at(feed, 'description')),
    language: text(at(feed, 'language')),
    updatedAt: text(at(feed, 'updated')),
    imageUrl: text(at(feed, 'image', 'url')),
    authors: list(at(feed, 'authors')).map(mapPerson),
    items: list(at(feed, 'items')).map(mapItem),
  }
}

export const parser: Parser = {
  parseFeed: ({ data, contentType }) =>
    mapRowanmanning(parseFeed(decodeText(data, contentType)).toJSON()),
  parseDate: dateByPlatform,
}
