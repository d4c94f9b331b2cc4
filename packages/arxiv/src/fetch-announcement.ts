import { type Fetch, readText, request, SourceError, type Warning } from '@inference-report/source'
import { type DailyFeed, parseDailyFeed } from './daily-feed.ts'
import type { Paper } from './paper.ts'
import { findCategory } from './taxonomy.ts'

/** What to ask for. */
export interface AnnouncementOptions {
  /** A category or archive, or several: `'cs.SE'`, `'cs'`, `'cs.SE+cs.PL'`. */
  category: string
  /** The mailing that is wanted, `YYYY-MM-DD` in arXiv's own time (US Eastern). */
  date?: string | undefined
  fetch: Fetch
}

/** One mailing of a category. */
export interface AnnouncementBatch {
  papers: Paper[]
  /** The day of the mailing: `YYYY-MM-DD` in arXiv's own time (US Eastern). */
  announcedOn?: string | undefined
  /** As arXiv names what was asked for, e.g. `'cs.SE'`. */
  category: string
  /** The day of the batch that came, where it is not the `date` that was asked for. */
  staleSince?: string | undefined
  /** Only on an empty batch, see `DailyFeed`. */
  nothingToday?: DailyFeed['nothingToday']
  warnings: Warning[]
}

/**
 * Asks https://rss.arxiv.org for the latest mailing of a category: one request. The feed holds one
 * day only; a `date` that is not that day gives the batch there is, marked by `staleSince`.
 *
 * @throws SourceError as `parseDailyFeed`, and as `readText` of `@inference-report/source` for an
 * answer that is no success. `upstream` where arXiv has no such category.
 * @throws TypeError for a `date` that is none.
 * @see https://info.arxiv.org/help/rss.html
 */
export async function fetchAnnouncement(options: AnnouncementOptions): Promise<AnnouncementBatch> {
  const { category, date, fetch } = options
  if (date !== undefined && !isDate(date))
    throw new TypeError(`A date is YYYY-MM-DD, not "${date}".`)
  const url = `https://rss.arxiv.org/rss/${category.split('+').map(encodeURIComponent).join('+')}`
  const feed = await readFeed(await request(url, { fetch, source: 'arxiv' }), url)
  const warnings = [...feed.warnings]
  if (feed.category !== undefined && !isSame(feed.category, category)) {
    warnings.push({
      code: 'other-category',
      message: `The feed is of ${feed.category}, not of ${category}.`,
      path: 'category',
    })
  }
  const isOther = date !== undefined && feed.announcedOn !== undefined && feed.announcedOn !== date
  return {
    papers: feed.papers,
    ...(feed.announcedOn !== undefined && { announcedOn: feed.announcedOn }),
    category: feed.category ?? category,
    ...(isOther && { staleSince: feed.announcedOn }),
    ...(feed.nothingToday !== undefined && { nothingToday: feed.nothingToday }),
    warnings,
  }
}

async function readFeed(response: Response, url: string): Promise<DailyFeed> {
  try {
    // A bad request is answered by status 400 and a feed that says why.
    return parseDailyFeed(
      response.status === 400 ? await response.text() : await readText(response, 'arxiv'),
    )
  } catch (error) {
    if (!SourceError.is(error) || error.url !== undefined) throw error
    const { code, source, expected, received, retryable } = error
    throw new SourceError(code, { source, url, expected, received, retryable, cause: error })
  }
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
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
