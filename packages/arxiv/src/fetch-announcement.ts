import type { Warning } from '@inference-report/source'
import { askListing, type ListedMailing } from './announced-listing.ts'
import {
  type AnnouncementBatch,
  type AnnouncementOptions,
  batchOf,
  type Mailing,
} from './announcement.ts'
import { ask } from './ask.ts'
import { type DailyFeed, parseDailyFeed } from './daily-feed.ts'
import { canFallBack, isFinal, tryStep } from './fallback.ts'
import type { FlowOptions } from './flow-options.ts'
import { isOtherMailing, joinListing } from './join-listing.ts'
import { askMissedDay } from './missed-day.ts'
import { findCategory } from './taxonomy.ts'
import { isDay, parseTimestamp } from './timestamp.ts'

/**
 * A mailing of a category, by default the latest: the daily feed of https://rss.arxiv.org, held against
 * the listing of the same day, which has the comments. Where the feed failed, is empty, of another day or
 * another day's under today's date, the listing is the batch; for a day that neither holds the catch-up page
 * (90 days), then OAI-PMH. If none of these has the day, the batch there is comes with `staleSince`.
 *
 * Beside the feed no surface makes it fail: what could not be read is a warning. What a replay does not hold
 * is passed over without one.
 *
 * @throws SourceError of the feed where no other surface helps, as `parseDailyFeed` and `readText` of
 * `@inference-report/source`. `upstream` where arXiv has no such category. The signal's reason.
 * @throws TypeError for a `date` that is none, or no `category`.
 * @see https://info.arxiv.org/help/rss.html
 */
export async function fetchAnnouncement(options: AnnouncementOptions): Promise<AnnouncementBatch> {
  const { category, date, onProgress } = options
  if (date !== undefined && !isDay(date))
    throw new TypeError(`A date is YYYY-MM-DD, not "${date}".`)
  const categories = category.split('+')
  if (categories.some((each) => each.trim() === ''))
    throw new TypeError(`A category is named, as in "cs.SE" or "cs.SE+cs.PL", not "${category}".`)
  const warnings: Warning[] = []
  const warn = (warning: Warning): void => void warnings.push(warning)

  const askFeed = (): Promise<DailyFeed> => ask(feedUrl(categories), parseDailyFeed, options)
  const asked = await tryStep('daily-feed', askFeed, warn)
  if (asked.value === undefined && !canFallBack(asked.error)) throw asked.error
  const feed = asked.value
  if (feed !== undefined) {
    onProgress?.({ surface: 'daily-feed', papers: feed.papers.length })
    if (feed.category !== undefined && !isSame(feed.category, category)) {
      warn(otherCategory(feed.category, category))
    }
    // On Saturdays and Sundays there is no mailing to compare with.
    if (feed.nothingToday === 'skip-day' && (date ?? feed.announcedOn) === feed.announcedOn) {
      return batchOf(feed, category, [...feed.warnings, ...warnings])
    }
  }

  // With a batch at hand nothing is worth a long wait.
  const patient = feed === undefined ? options : impatient(options)
  const listed = await tryStep('listing', () => askListing(categories, undefined, patient), warn)
  const listing = listed.value
  if (listing !== undefined) onProgress?.({ surface: 'listing', papers: listing.papers.length })
  const latest = [feed?.announcedOn, listing?.announcedOn]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1)
  const wanted = date ?? latest

  if (feed !== undefined && (wanted === undefined || feed.announcedOn === wanted)) {
    const isListed = listing !== undefined && listing.announcedOn === wanted
    if (!isListed || !isOtherMailing(feed.papers, listing.papers)) {
      const papers = isListed ? joinListing(feed.papers, listing, warn) : feed.papers
      const isOld = date === undefined && listing === undefined && isBehind(feed)
      return batchOf({ ...feed, papers }, category, [...feed.warnings, ...warnings], isOld)
    }
  }
  const name = feed?.category ?? category
  if (listing !== undefined && listing.announcedOn === wanted && wanted !== undefined) {
    if (feed !== undefined) warn(staleFeed(feed, wanted))
    return batchOf(listing, name, [...listing.warnings, ...warnings])
  }

  // The day was missed, unless the listing shows that there was no later mailing yet.
  const isMissed = listing?.announcedOn === undefined || (date ?? '') < listing.announcedOn
  if (date !== undefined && isMissed && !isFinal(listed.error)) {
    const missed = await askMissedDay(categories, date, patient, warn, onProgress)
    if (missed !== undefined) return batchOf(missed, name, [...missed.warnings, ...warnings])
  }
  const rest = newest(feed, listing)
  if (rest === undefined) throw asked.error
  return batchOf(rest, name, [...rest.warnings, ...warnings], true)
}

function feedUrl(categories: readonly string[]): string {
  return `https://rss.arxiv.org/rss/${categories.map(encodeURIComponent).join('+')}`
}

function impatient(options: AnnouncementOptions): FlowOptions {
  const { retries = 3, patienceMs = 600_000 } = options
  return { ...options, retries: Math.min(retries, 1), patienceMs: Math.min(patienceMs, 30_000) }
}

/** Written after the day of its papers was over: arXiv's feeds hold the mailing of the day they are written on. */
function isBehind({ papers, announcedOn, generatedAt }: DailyFeed): boolean {
  const written = parseTimestamp(generatedAt ?? '')?.easternDay
  return papers.length > 0 && announcedOn !== undefined && (written ?? '') > announcedOn
}

function newest(
  feed: DailyFeed | undefined,
  listing: ListedMailing | undefined,
): Mailing | undefined {
  if (feed === undefined || listing === undefined) return feed ?? listing
  return (listing.announcedOn ?? '') > (feed.announcedOn ?? '') ? listing : feed
}

/** Case does not count, nor which of its two names a category was asked by. */
function isSame(one: string, other: string): boolean {
  const normal = (text: string): string =>
    text
      .split('+')
      .map((code) => findCategory(code)?.canonical ?? code.toLowerCase())
      .sort()
      .join('+')
  return normal(one) === normal(other)
}

function otherCategory(came: string, asked: string): Warning {
  const message = `The feed is of ${came}, not of ${asked}.`
  return { code: 'other-category', message, path: 'category' }
}

function staleFeed({ announcedOn, papers }: DailyFeed, wanted: string): Warning {
  const what = papers.length === 0 ? 'empty' : `not the mailing of ${wanted}`
  const message = `The daily feed of ${announcedOn ?? 'an unknown day'} is ${what}; the papers are from the listing.`
  return { code: 'stale-feed', message }
}
