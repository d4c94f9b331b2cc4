import { SourceError, type Warning } from '@inference-report/source'
import { childOf, childrenOf, oneLine, textOf } from './child-elements.ts'
import { atomDialect, type FeedDialect, rssDialect } from './daily-item.ts'
import { type Candidate, firstValid } from './first-valid.ts'
import { atom } from './namespaces.ts'
import { parseTimestamp, type Timestamp } from './timestamp.ts'
import type { Element } from './xml-element.ts'

/** The element that holds the items, and where its dialect puts things. Throws `not-a-feed`. */
export function readRoot(root: Element): { feed: Element; dialect: FeedDialect } {
  const channel = root.name === 'rss' ? childOf(root, ['', 'channel']) : undefined
  if (channel !== undefined) return { feed: channel, dialect: rssDialect }
  if (root.name === 'feed' && root.namespace === atom) return { feed: root, dialect: atomDialect }
  throw new SourceError('not-a-feed', {
    source: 'arxiv',
    expected: 'an RSS 2.0 channel or an Atom feed',
    received: `the element ${root.name}${root.namespace === '' ? '' : ` of ${root.namespace}`}`,
  })
}

const ownTitle = /^(\S.{0,400}?) updates on arXiv\.org\s*$/
const ownAddress = /^https?:\/\/(?:rss|export)\.arxiv\.org\/(?:rss|atom)\/([^/?#\s]{1,400})/i

/** What the feed was asked for, e.g. `cs.SE+cs.PL`. */
export function readCategory(
  feed: Element,
  dialect: FeedDialect,
  warn: (warning: Warning) => void,
): string | undefined {
  const titled = ownTitle.exec(oneLine(textOf(feed, dialect.title)) ?? '')?.[1]
  const addresses = [
    dialect === rssDialect ? textOf(feed, ['', 'link']) : textOf(feed, dialect.id),
    ...childrenOf(feed, [atom, 'link']).map((link) => link.attributes.get('href')),
  ]
  const candidates: Candidate<string>[] = [
    { place: 'title', read: () => titled?.split(/\s*,\s*/).join('+') },
    {
      place: 'link',
      read: () => addresses.flatMap((text) => ownAddress.exec(text?.trim() ?? '')?.[1] ?? [])[0],
    },
  ]
  return firstValid('category', candidates, warn)
}

/** When the batch was announced, by the feed or, in Atom, by its items. */
export function readPublished(
  feed: Element,
  dialect: FeedDialect,
  items: readonly Element[],
): Timestamp | undefined {
  for (const place of [feed, ...items]) {
    const published = parseTimestamp(textOf(place, dialect.published) ?? '')
    if (published !== undefined) return published
  }
  return undefined
}

/** Atom names neither its day nor the days without mailing: there the day it was written counts. */
export function readMark(
  feed: Element,
  announcedOn: string | undefined,
  generatedAt: string | undefined,
): 'skip-day' | 'no-items' {
  const day = announcedOn ?? parseTimestamp(generatedAt ?? '')?.easternDay
  if (day === undefined) return 'no-items'
  const skipped = childOf(feed, ['', 'skipDays'])?.children.map(({ text }) => text.trim()) ?? [
    'Saturday',
    'Sunday',
  ]
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )
  return skipped.includes(weekday) ? 'skip-day' : 'no-items'
}
