import { type FeedItem, parseFeed } from '@inference-report/feed'
import type { HeadlineItem } from '@inference-report/issue'
import { readBytes, request } from '@inference-report/source'
import type { SourceConfigOf } from '../config.ts'
import { excerpt } from './excerpt.ts'
import type { CollectContext, HeadlinesHarvest } from './harvest.ts'
import { itemId } from './item-id.ts'
import { about, summarize } from './warnings.ts'

/** No source may crowd out the others. */
const itemsPerSource = 10

const titleLimit = 100
const summaryLimit = 600

/** Any feed → the headlines of the window, newest first. */
export async function collectFeed(
  config: SourceConfigOf<'feed'>,
  context: CollectContext,
): Promise<HeadlinesHarvest> {
  const response = await request(config.url, { fetch: context.fetch, source: config.id })
  const bytes = await readBytes(response, config.id)
  const feed = parseFeed(bytes, {
    url: response.url === '' ? config.url : response.url,
    contentType: response.headers.get('content-type') ?? undefined,
  })
  const told = feed.items.map((item) => ({ item, at: item.publishedAt ?? item.updatedAt }))
  const undated = told.filter(({ at }) => at === undefined)
  const later = told.filter(({ at }) => at !== undefined && at >= context.window.to)
  const inWindow = told
    .flatMap(({ item, at }) => (at === undefined ? [] : [{ item, at }]))
    .filter(({ at }) => at >= context.window.from && at < context.window.to)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const headlines = inWindow.flatMap(({ item, at }) => headline(config, item, at) ?? [])
  const distinct = [...new Map(headlines.map((item) => [item.id, item])).values()]
  const items = distinct.filter((item) => !context.published.has(item))
  return {
    kind: 'headlines',
    items: items.slice(0, itemsPerSource),
    warnings: [
      ...summarize(feed.warnings),
      ...about(undated.length, 'undated', (n) => `${n} without a readable date left out.`),
      ...about(later.length, 'after-issue', (n) => `${n} dated after the issue left out.`),
      ...about(
        inWindow.length - headlines.length,
        'unlinked',
        (n) => `${n} without a link or without any words left out.`,
      ),
      ...about(
        Math.max(0, items.length - itemsPerSource),
        'beyond-limit',
        (n) => `${n} beyond the newest ${itemsPerSource} left out.`,
      ),
    ],
  }
}

function headline(
  config: SourceConfigOf<'feed'>,
  item: FeedItem,
  publishedAt: string,
): HeadlineItem | undefined {
  const cut = config.titleCut === undefined ? undefined : new RegExp(`^(?:${config.titleCut})`)
  const words = (text: string | undefined) => (cut === undefined ? text : text?.replace(cut, ''))
  const summary = words(item.summary)
  // A note without a title is known by its first words.
  const title = words(item.title) ?? (summary && excerpt(summary, titleLimit))
  if (item.url === undefined || title === undefined || title === '') return undefined
  return {
    id: itemId(config.id, item.id ?? item.url),
    sourceId: config.id,
    url: item.url,
    title,
    outlet: config.name,
    publishedAt,
    // Some feeds repeat the title where a summary belongs.
    summary:
      summary === undefined || summary === title ? undefined : excerpt(summary, summaryLimit),
    authors: item.authors.flatMap(({ name }) => name ?? []),
    also: [],
  }
}
