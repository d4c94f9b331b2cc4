import type { Corpus } from '../check.ts'
import { at, list, number, onlyOne, text } from '../dig.ts'
import { escapeText } from '../markup.ts'
import { personText } from '../person-text.ts'
import type { FeedRecord, ItemRecord, Person } from '../record.ts'
import { pairedCases } from './paired.ts'

/** Of an author element of RSS it keeps the tag as the name, and all its text as the address. */
function person(value: unknown): Person {
  if (at(value, 'name') === 'author') return personText(at(value, 'email'))
  return {
    name: text(at(value, 'name')),
    email: text(at(value, 'email')),
    url: text(at(value, 'uri')),
  }
}

function contentOf(content: unknown): string | undefined {
  const body = text(at(content, 'body'))
  const isPlain = at(content, 'content_type') === 'text/plain'
  return body !== undefined && isPlain ? escapeText(body) : body
}

function linkOf(of: unknown, wanted: string): string | undefined {
  const found = list(at(of, 'links')).find((link) => (at(link, 'rel') ?? 'alternate') === wanted)
  return text(at(found, 'href'))
}

/** It makes an id where the source has none: up to 32 hexadecimal digits, or a UUID, which no source is asked for. */
function idOf(entry: unknown): string | undefined {
  const id = text(at(entry, 'id'))
  return id !== undefined && /^([0-9a-f]{30,32}|[0-9a-f]{8}-[0-9a-f-]{27})$/.test(id)
    ? undefined
    : id
}

function mapEntry(entry: unknown): ItemRecord {
  const contents = list(at(entry, 'media')).flatMap((object) => list(at(object, 'content')))
  return {
    id: idOf(entry),
    url: linkOf(entry, 'alternate'),
    title: text(at(entry, 'title', 'content')),
    summary: text(at(entry, 'summary', 'content')),
    contentHtml: contentOf(at(entry, 'content')),
    publishedAt: text(at(entry, 'published')),
    updatedAt: text(at(entry, 'updated')),
    authors: list(at(entry, 'authors')).map(person),
    categories: list(at(entry, 'categories')).map((each) => ({ term: text(at(each, 'term')) })),
    media: contents.map((each) => ({
      url: text(at(each, 'url')),
      type: text(at(each, 'content_type')),
      length: number(at(each, 'size')),
    })),
    language: text(at(entry, 'language')),
  }
}

function mapFeed(feed: unknown): FeedRecord {
  return {
    title: text(at(feed, 'title', 'content')),
    url: linkOf(feed, 'alternate'),
    feedUrl: linkOf(feed, 'self'),
    description: text(at(feed, 'description', 'content')),
    language: text(at(feed, 'language')),
    updatedAt: text(at(feed, 'updated')),
    imageUrl: onlyOne(at(feed, 'logo', 'uri'), at(feed, 'icon', 'uri')),
    authors: list(at(feed, 'authors')).map(person),
    items: list(at(feed, 'entries')).map(mapEntry),
    hints: { ttl: number(at(feed, 'ttl')) },
  }
}

/** The feeds of feed-rs, each with the whole of its own unified model. */
export function feedRs(): Corpus {
  const cases = pairedCases(
    'feed-rs',
    (file) => (file.endsWith('.xml') ? file.replace(/\.xml$/, '.serde.json') : undefined),
    mapFeed,
  )
  return { name: 'feed-rs', cases }
}
