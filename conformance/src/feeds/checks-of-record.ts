import type { Check, Comparison } from './check.ts'
import type { FeedRecord, ItemRecord } from './record.ts'

const itemFields: readonly [Exclude<keyof ItemRecord, 'podcast' | 'geo'>, Comparison][] = [
  ['id', 'exact'],
  ['url', 'url'],
  ['title', 'text'],
  ['summary', 'text'],
  ['publishedAt', 'instant'],
  ['imageUrl', 'url'],
  ['language', 'language'],
  ['commentsUrl', 'url'],
]

function checksOfItem(item: ItemRecord, at: string): Check[] {
  const checks: Check[] = itemFields.flatMap(([name, compare]) =>
    item[name] === undefined ? [] : [{ field: `${at}.${name}`, compare, expected: item[name] }],
  )
  const add = (name: string, compare: Comparison, expected: unknown) =>
    checks.push({ field: `${at}.${name}`, compare, expected })
  if (item.contentHtml !== undefined) add('body', 'html', item.contentHtml)
  // Many corpora repeat the date of publication here; a record says it once.
  if (item.updatedAt !== undefined && item.updatedAt !== item.publishedAt) {
    add('changed', 'instant', item.updatedAt)
  }
  if (item.authors?.length) add('authors', 'people', item.authors)
  if (item.categories?.length) add('categories', 'terms', item.categories)
  for (const medium of item.media ?? []) add('media', 'medium', medium)
  for (const [name, value] of Object.entries(item.podcast ?? {})) {
    if (value !== undefined) add(`podcast.${name}`, 'exact', value)
  }
  for (const [name, value] of Object.entries(item.geo ?? {})) {
    if (value !== undefined) add(`geo.${name}`, 'exact', value)
  }
  return checks
}

const feedFields: readonly [
  Exclude<keyof FeedRecord, 'items' | 'hints' | 'authors'>,
  Comparison,
][] = [
  ['title', 'text'],
  ['url', 'url'],
  ['feedUrl', 'url'],
  ['description', 'text'],
  ['language', 'language'],
  ['updatedAt', 'instant'],
  ['imageUrl', 'url'],
]

/** One check for everything that an expected record says. */
export function checksOfRecord(record: FeedRecord): Check[] {
  const checks: Check[] = feedFields.flatMap(([name, compare]) =>
    record[name] === undefined ? [] : [{ field: name, compare, expected: record[name] }],
  )
  if (record.authors?.length) {
    checks.push({ field: 'authors', compare: 'people', expected: record.authors })
  }
  for (const [name, value] of Object.entries(record.hints ?? {})) {
    if (value !== undefined)
      checks.push({ field: `hints.${name}`, compare: 'exact', expected: value })
  }
  checks.push({ field: 'items.length', compare: 'count', expected: record.items.length })
  return [...checks, ...record.items.flatMap((item, index) => checksOfItem(item, `items.${index}`))]
}
