import type { Corpus } from '../check.ts'
import { at, list, number, onlyOne, text, texts } from '../dig.ts'
import { escapeText } from '../markup.ts'
import { personText } from '../person-text.ts'
import type { FeedRecord, ItemRecord, Person } from '../record.ts'
import { pairedCases } from './paired.ts'

function person(value: unknown): Person {
  return {
    name: text(at(value, 'name')),
    email: text(at(value, 'email')),
    url: text(at(value, 'uri'), at(value, 'url')),
  }
}

function linkOf(of: unknown, rel: string): string | undefined {
  const found = list(at(of, 'links')).find((link) => at(link, 'rel') === rel)
  return text(at(found, 'href'))
}

function people(of: unknown): Person[] {
  const authors = list(at(of, 'authors') ?? at(of, 'author'))
  return authors.map((each) => (typeof each === 'string' ? personText(each) : person(each)))
}

function contentOf(item: unknown): string | undefined {
  const content = text(at(item, 'content', 'value'), at(item, 'content'), at(item, 'content_html'))
  if (content === undefined) return plain(text(at(item, 'content_text')))
  return /^text(\/plain)?$/.test(text(at(item, 'content', 'type')) ?? '') ? plain(content) : content
}

function plain(content: string | undefined): string | undefined {
  return content === undefined ? undefined : escapeText(content)
}

/** Its models of an item: the universal one, and those of RSS, Atom and JSON Feed. */
function mapItem(item: unknown): ItemRecord {
  const enclosures = [...list(at(item, 'enclosures')), ...list(at(item, 'attachments'))]
  const linked = list(at(item, 'links')).filter((link) => at(link, 'rel') === 'enclosure')
  const categories = [...list(at(item, 'categories')), ...list(at(item, 'tags'))]
  return {
    id: text(at(item, 'guid', 'value'), at(item, 'guid'), at(item, 'id')),
    url: text(at(item, 'link'), at(item, 'url'), linkOf(item, 'alternate')),
    title: text(at(item, 'title')),
    summary: text(at(item, 'description'), at(item, 'summary')),
    contentHtml: contentOf(item),
    publishedAt: text(
      at(item, 'publishedParsed'),
      at(item, 'pubDateParsed'),
      at(item, 'date_published'),
    ),
    updatedAt: text(at(item, 'updatedParsed'), at(item, 'date_modified')),
    authors: people(item),
    categories: categories.map((each) => ({
      term: text(at(each, 'term'), at(each, 'value'), at(each, 'label'), each),
    })),
    media: [...enclosures, ...linked].map((each) => ({
      url: text(at(each, 'url'), at(each, 'href')),
      type: text(at(each, 'type'), at(each, 'mime_type')),
      length: number(at(each, 'length') ?? at(each, 'size_in_bytes')),
    })),
    imageUrl: text(at(item, 'image', 'url'), at(item, 'image')),
    commentsUrl: text(at(item, 'comments')),
  }
}

function mapFeed(feed: unknown): FeedRecord {
  const hours = list(at(feed, 'skipHours')).flatMap((hour) => number(hour) ?? [])
  const days = texts(at(feed, 'skipDays'))
  const editor = at(feed, 'managingEditor')
  return {
    title: text(at(feed, 'title')),
    url: text(at(feed, 'link'), at(feed, 'home_page_url'), linkOf(feed, 'alternate')),
    feedUrl: text(at(feed, 'feedLink'), at(feed, 'feed_url'), linkOf(feed, 'self')),
    description: text(at(feed, 'description'), at(feed, 'subtitle')),
    language: text(at(feed, 'language')),
    updatedAt: text(at(feed, 'updatedParsed'), at(feed, 'lastBuildDateParsed')),
    imageUrl: text(at(feed, 'image', 'url')) ?? onlyOne(at(feed, 'logo'), at(feed, 'icon')),
    authors: editor === undefined ? people(feed) : [personText(editor)],
    items: [...list(at(feed, 'items')), ...list(at(feed, 'entries'))].map(mapItem),
    hints: {
      ttl: number(at(feed, 'ttl')),
      skipHours: hours.length > 0 ? hours : undefined,
      skipDays: days.length > 0 ? days : undefined,
    },
  }
}

/**
 * gofeed's feeds for its translators, with the one model they make of every format; or all others, of its parsers
 * and extensions, with a model for each format.
 */
export function gofeed(name: 'gofeed-translator' | 'gofeed-parser'): Corpus {
  const cases = pairedCases(
    'gofeed',
    (file) => {
      if (file.endsWith('.xml')) return file.replace(/\.xml$/, '.json')
      return !file.endsWith('.json') || file.endsWith('_expected.json')
        ? undefined
        : file.replace(/\.json$/, '_expected.json')
    },
    mapFeed,
  )
  const isTranslated = name === 'gofeed-translator'
  return {
    name,
    cases: cases.filter(({ file }) => file.startsWith('translator/') === isTranslated),
  }
}
