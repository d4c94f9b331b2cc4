import { oneLine } from './child-elements.ts'

/** One part of a listing. */
export interface ListingSection {
  /** As arXiv prints it, without the counts, e.g. `'New submissions'`, `'Fri, 10 Apr 2026'`. */
  heading: string
  kind?: 'new' | 'cross' | 'replace' | undefined
  /** The mailing, on a page of several: `YYYY-MM-DD`. */
  date?: string | undefined
  /** How many papers this page shows of it, by arXiv's own count. */
  shown?: number | undefined
  /** How many papers it has on all pages. */
  total?: number | undefined
}

const counted =
  /^(.*?)\s*\((?:continued,\s*)?showing\s+(?:(?:first|last)\s+)?(\d+)\s+of\s+(\d+)\s+entries\s*\)$/i
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a heading of a listing: of the page (`Showing new listings for Friday, 10 April 2026`), which
 * names its mailing, or of a section (`New submissions (showing 22 of 22 entries)`).
 */
export function readHeading(text: string): {
  mailing?: string | undefined
  section?: ListingSection | undefined
} {
  const line = oneLine(text) ?? ''
  const whole =
    /^(?:Showing new listings for|Catchup results for .* on|New submissions for)\s+(.*)$/i.exec(
      line,
    )
  // Until 2024 the first section's heading named the mailing, and had no counts.
  const mailing = whole === null ? undefined : readDay(whole[1] ?? '')
  if (mailing !== undefined && !/^New submissions/i.test(line)) return { mailing }
  const [, heading = line, shown, total] = counted.exec(line) ?? []
  const kind = readKind(heading)
  const date = mailing === undefined ? readDay(heading) : undefined
  if (kind === undefined && date === undefined && shown === undefined) return {}
  return {
    ...(mailing !== undefined && { mailing }),
    section: {
      heading,
      ...(kind !== undefined && { kind }),
      ...(date !== undefined && { date }),
      ...(shown !== undefined && { shown: Number(shown) }),
      ...(total !== undefined && { total: Number(total) }),
    },
  }
}

/** Of `Authors and titles for June 2023`, and of `… for 2021`, the month or the year. */
export function readPeriod(text: string): string | undefined {
  const [, month, year] =
    /\bAuthors and titles for (?:([A-Z][a-z]{2,8})\s+)?(\d{4})\b/.exec(text) ?? []
  if (month === undefined || year === undefined) return year
  const index = months.indexOf(month.slice(0, 3).toLowerCase())
  return index === -1 ? undefined : `${year}-${String(index + 1).padStart(2, '0')}`
}

function readKind(heading: string): ListingSection['kind'] {
  if (/^New submissions\b/i.test(heading)) return 'new'
  if (/^Cross(?:[- ]lists?|\s+submissions)\b/i.test(heading)) return 'cross'
  return /^Replacements?\b/i.test(heading) ? 'replace' : undefined
}

/** `Fri, 10 Apr 2026`, `Friday, 10 April 2026`; until 2024 also with two digits of the year. */
function readDay(text: string): string | undefined {
  const [, day = '', month = '', year = ''] =
    /^[A-Z][a-z]{2,8},\s+(\d{1,2})\s+([A-Z][a-z]{2,8})\s+(\d{4}|\d{2})\b/.exec(text) ?? []
  const index = months.indexOf(month.slice(0, 3).toLowerCase())
  if (index === -1) return undefined
  const pad = (number: string | number): string => String(number).padStart(2, '0')
  return `${year.padStart(4, '20')}-${pad(index + 1)}-${pad(day)}`
}
