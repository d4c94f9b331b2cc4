import type { Warning } from '@inference-report/source'
import type { ListedMailing } from './announced-listing.ts'
import type { DailyFeed } from './daily-feed.ts'
import type { MailingSurface } from './fallback.ts'
import type { FlowOptions } from './flow-options.ts'
import type { Paper } from './paper.ts'

/** What to ask for. */
export interface AnnouncementOptions extends FlowOptions {
  /** A category or archive, or several: `'cs.SE'`, `'cs'`, `'cs.SE+cs.PL'`. */
  category: string
  /** The mailing that is wanted, `YYYY-MM-DD` in arXiv's own time (US Eastern); by default the latest. */
  date?: string | undefined
  /** Called after each surface that was read, with the number of papers it held. */
  onProgress?: ((progress: { surface: MailingSurface; papers: number }) => void) | undefined
}

/** One mailing of a category. */
export interface AnnouncementBatch {
  papers: Paper[]
  /** The day of the mailing: `YYYY-MM-DD` in arXiv's own time (US Eastern). */
  announcedOn?: string | undefined
  /** As arXiv names what was asked for, e.g. `'cs.SE'`. */
  category: string
  /** The day of the batch that came, where it is not the `date` that was asked for, or not the latest. */
  staleSince?: string | undefined
  /** Only on an empty batch, see `DailyFeed`. */
  nothingToday?: DailyFeed['nothingToday']
  warnings: Warning[]
}

/** One mailing, whichever surface it was read from. */
export type Mailing = ListedMailing & Pick<DailyFeed, 'nothingToday' | 'category'>

/** What `fetchAnnouncement` gives of a mailing. */
export function batchOf(
  {
    papers,
    announcedOn,
    category,
    nothingToday = nothingOn(announcedOn),
  }: Omit<Mailing, 'warnings'>,
  asked: string,
  warnings: Warning[],
  isStale = false,
): AnnouncementBatch {
  return {
    papers,
    ...(announcedOn !== undefined && { announcedOn }),
    category: category ?? asked,
    ...(isStale && announcedOn !== undefined && { staleSince: announcedOn }),
    ...(papers.length === 0 && nothingToday !== undefined && { nothingToday }),
    warnings,
  }
}

function nothingOn(date: string | undefined): DailyFeed['nothingToday'] {
  if (date === undefined) return undefined
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) ? 'skip-day' : 'no-items'
}
