import { SourceError, type Warning } from '@inference-report/source'
import { childOf, childrenOf, textOf } from './child-elements.ts'
import { readCategory, readMark, readPublished, readRoot } from './daily-channel.ts'
import { type FeedDialect, readDailyItem, rssDialect } from './daily-item.ts'
import { throwIfErrorFeed } from './error-feed.ts'
import { atom } from './namespaces.ts'
import type { Paper } from './paper.ts'
import { parseTimestamp } from './timestamp.ts'
import { parseXml } from './xml.ts'
import type { Element } from './xml-element.ts'

/** One day's mailing. */
export interface DailyFeed {
  /** In the feed's order: new, cross-listed, replaced. Empty on a day without mailing. */
  papers: Paper[]
  /** The day of the mailing in arXiv's own time (US Eastern), `YYYY-MM-DD`. An empty Atom feed names none. */
  announcedOn?: string | undefined
  /** As asked for, e.g. `'cs.SE'`, `'cs.SE+cs.PL'`. */
  category?: string | undefined
  /** The same day's midnight as an instant: ISO 8601 UTC. */
  publishedAt?: string | undefined
  /** When arXiv wrote this feed: ISO 8601 UTC. The batch in it may be older. */
  generatedAt?: string | undefined
  /**
   * Only on an empty feed, why it is believed: `'skip-day'` where it is for a Saturday or Sunday,
   * `'no-items'` where arXiv served a valid feed without items on another day (a holiday).
   */
  nothingToday?: 'skip-day' | 'no-items' | undefined
  warnings: Warning[]
}

/**
 * Reads a daily feed of https://rss.arxiv.org, RSS 2.0 or Atom: one day's mailing of a category.
 *
 * @throws SourceError `upstream` where arXiv answers with its error feed, `rate-limited` for its
 * throttle, `unparseable` for what is no complete XML, `not-a-feed` for XML that is no feed, and
 * `drift` for a feed that is not one of these, or of whose items none can be read.
 * @see https://info.arxiv.org/help/rss_specifications.html
 */
export function parseDailyFeed(xml: string): DailyFeed {
  const root = parseXml(xml)
  throwIfErrorFeed(root)
  const { feed, dialect } = readRoot(root)
  const warnings: Warning[] = []
  const warn = (warning: Warning): void => void warnings.push(warning)
  const category = readCategory(feed, dialect, warn)
  const items = childrenOf(feed, dialect.item)
  if (category === undefined && !items.some((item) => announced(item, dialect))) {
    throw new SourceError('drift', {
      source: 'arxiv',
      expected: 'a daily feed of rss.arxiv.org',
      received: textOf(feed, dialect.title) ?? 'a feed without title',
    })
  }
  if (items.length === 0) rejectRenamedItems(feed)
  const published = readPublished(feed, dialect, items)
  const generatedAt = parseTimestamp(
    textOf(feed, dialect === rssDialect ? ['', 'lastBuildDate'] : [atom, 'updated']) ?? '',
  )?.at
  const batch = { announcedOn: published?.easternDay, category }
  const papers = readItems(items, dialect, batch, warn)
  const nothingToday =
    items.length > 0 ? undefined : readMark(feed, published?.easternDay, generatedAt)
  if (nothingToday === 'no-items') {
    warn({
      code: 'empty-weekday',
      message:
        'A valid feed without items, and not for a weekend: a holiday of arXiv, or its feed failed.',
    })
  }
  return {
    papers,
    ...(published !== undefined && {
      announcedOn: published.easternDay,
      publishedAt: published.at,
    }),
    ...(category !== undefined && { category }),
    ...(generatedAt !== undefined && { generatedAt }),
    ...(nothingToday !== undefined && { nothingToday }),
    warnings,
  }
}

/** A feed without items holds no other nested elements than these; others are items under a new name. */
function rejectRenamedItems(feed: Element): void {
  const known = ['skipDays', 'skipHours', 'image', 'author', 'textInput']
  const nested = feed.children.find(
    ({ name, children }) => children.length > 0 && !known.includes(name),
  )
  if (nested === undefined) return
  throw new SourceError('drift', {
    source: 'arxiv',
    expected: 'items',
    received: `no items, but the element ${nested.name}`,
  })
}

/** Whether this is an item of a mailing: other feeds of arXiv's have none of these. */
function announced(item: Element, dialect: FeedDialect): boolean {
  return (
    /^oai:arXiv\.org:/i.test(textOf(item, dialect.id) ?? '') ||
    /^\s*arXiv:\S+\s+Announce Type:/.test(childOf(item, dialect.text)?.text ?? '')
  )
}

function readItems(
  items: readonly Element[],
  dialect: FeedDialect,
  batch: { announcedOn?: string | undefined; category?: string | undefined },
  warn: (warning: Warning) => void,
): Paper[] {
  const papers = new Map<string, Paper>()
  for (const [index, item] of items.entries()) {
    const at = `items[${index}]`
    const paper = readDailyItem(item, dialect, batch, ({ path, ...warning }) =>
      warn({ ...warning, path: path === undefined ? at : `${at}.${path}` }),
    )
    if (paper === undefined) continue
    if (papers.has(paper.id)) {
      warn({
        code: 'duplicate-item',
        message: `${paper.id} stands twice; the first was kept.`,
        path: at,
      })
    } else papers.set(paper.id, paper)
  }
  if (items.length > 0 && papers.size === 0) {
    throw new SourceError('drift', {
      source: 'arxiv',
      expected: 'items with an arXiv id and a title',
      received: `${items.length} items, none of them readable`,
    })
  }
  return [...papers.values()]
}
