import type { Warning } from '@inference-report/source'
import type { ListedMailing } from './announced-listing.ts'
import { mergePapers } from './merge-papers.ts'
import type { Paper } from './paper.ts'

/**
 * Whether a feed that claims the day of a listing holds another mailing: arXiv has served the former day's
 * papers under the day's date (https://github.com/ZJU-REAL/Polaris/issues/414). Of two that are one
 * mailing nearly all papers are the same; of two that are not, a few replacements.
 */
export function isOtherMailing(feed: readonly Paper[], listed: readonly Paper[]): boolean {
  const ids = new Set(listed.map(({ id }) => id))
  const shared = feed.filter(({ id }) => ids.has(id)).length
  return listed.length > 0 && shared * 2 < Math.max(feed.length, 1)
}

/** The papers of a feed joined with the listing of the same mailing, which has comments, and papers left out. */
export function joinListing(
  feed: readonly Paper[],
  listing: ListedMailing,
  warn: (warning: Warning) => void,
): Paper[] {
  const ids = new Set(feed.map(({ id }) => id))
  const lacking = listing.papers.filter(({ id }) => !ids.has(id)).length
  if (lacking > 0) {
    const message = `The feed lacks ${lacking} papers of its mailing; they are from the listing.`
    warn({ code: 'feed-incomplete', message })
  }
  return mergePapers([...feed, ...listing.papers])
}
