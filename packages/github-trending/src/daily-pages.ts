import { type Defects, SourceError } from '@inference-report/source'
import { dayOf } from './calendar.ts'
import { languageSlug } from './language-slug.ts'
import type { Trending } from './trending.ts'

/** One stored day: the last page of that day. */
export interface Day {
  on: string
  page: Trending
}

/**
 * Stored daily pages by day, the earliest first. Of several pages of one day the latest counts.
 *
 * @throws SourceError `empty` for none; `incomparable` for pages of another period than the day, of two
 * languages, or that do not say when they were captured.
 */
export function dailyPages(dailies: readonly Trending[], defects: Defects): Day[] {
  const [first] = dailies
  if (first === undefined) throw refuse('empty', 'at least one daily page', 'none')
  const byDay = new Map<string, { page: Trending; time: number }>()
  for (const page of dailies) {
    if (page.period !== 'daily')
      throw refuse('incomparable', 'daily pages', `a ${page.period} page`)
    if (slugOf(page) !== slugOf(first)) {
      const received = `${slugOf(first)} and ${slugOf(page)}`
      throw refuse('incomparable', 'pages of one language', received)
    }
    const on = dayOf(page.capturedAt ?? '')
    if (on === undefined) {
      throw refuse('incomparable', 'a capturedAt of every page', page.capturedAt ?? 'none')
    }
    const time = Date.parse(page.capturedAt ?? '')
    const other = byDay.get(on)
    if (other !== undefined) {
      const message = `There are several pages of ${on}: the latest counts.`
      defects.add('day-repeated', message, on)
    }
    if (other === undefined || time >= other.time) byDay.set(on, { page, time })
  }
  return [...byDay]
    .map(([on, { page }]) => ({ on, page }))
    .sort((one, other) => (one.on < other.on ? -1 : 1))
}

function slugOf({ language }: Trending): string {
  return language === undefined ? 'all languages' : languageSlug(language)
}

function refuse(code: 'empty' | 'incomparable', expected: string, received: string): SourceError {
  return new SourceError(code, { source: 'github-trending', expected, received })
}
