import { type Entry, type Metric, rankEntries, type Snapshot } from '@inference-report/leaderboard'
import { readAsked } from './asked.ts'
import { toEntries } from './entries.ts'
import { knownBefore } from './known-before.ts'
import { address, metrics, resolved } from './metrics.ts'
import { readBoard } from './read-board.ts'
import type { Window } from './window.ts'

/** What to read, and what the page cannot know of itself. */
export interface ParseOptions {
  /** `'all'` by default, or one of the board's languages, e.g. `'python'`. */
  language?: string | undefined
  /** By default the one the page shows. Dates `YYYY-MM-DD`, both inclusive. */
  window?: Window | undefined
  /**
   * The last good snapshot. The table tells neither ids nor makers nor release dates: where it is all
   * that is left of the page, those of a row are the ones that its name had before.
   */
  previous?: Snapshot | undefined
  /** ISO 8601 UTC, or `YYYY-MM-DD`: when the page was received. */
  capturedAt?: string | undefined
  /** The page a reader can open; by default the board's own. */
  url?: string | undefined
}

const board = 'swe-rebench'

/**
 * Reads the board of SWE-rebench, ranked by resolved rate: from the payload in the page, checked
 * against the table it prints, or from the table where the page has no payload that can be read. By
 * default for all languages and in the window that the page shows first. Each language and each window
 * has its own tasks, hence its own series. Rows without results in the window (N/A) come last and have
 * no rank, though the page numbers them. Percentages are 0–100, money is USD a problem.
 *
 * @throws SourceError `drift` for a page of another shape, `empty` for a table without rows,
 * `not-found` where the page has no results for the language and window that were asked for, or they
 * are none that a page can have: never does another one stand in for them. `too-large` far beyond any
 * page.
 */
export function parseLeaderboard(html: string, options: ParseOptions = {}): Snapshot {
  const { board: read, isShown, defects } = readBoard(html, readAsked(options))
  const { capturedAt, url = address, previous } = options
  const rows = knownBefore(read.rows, previous)
  const entries = rankEntries(toEntries(rows, defects), resolved)
  const period = read.window === undefined ? 'unknown' : `${read.window.from}..${read.window.to}`
  const series = `${board}/${read.language}/${period}`
  const name = isShown ? board : series
  return {
    id: capturedAt === undefined ? series : `${name}@${capturedAt}`,
    board,
    series,
    ...(read.window === undefined ? {} : { window: read.window }),
    language: read.language,
    ...(capturedAt === undefined ? {} : { capturedAt }),
    url,
    attribution: { text: 'SWE-rebench (Nebius)', url: address },
    metrics: presentMetrics(entries),
    entries,
    warnings: defects.warnings(),
  }
}

/** The columns that some row has a value in, and always the one the board is ranked by. */
function presentMetrics(entries: readonly Entry[]): Metric[] {
  return metrics
    .filter(({ key }) => key === resolved.key || entries.some(({ values }) => key in values))
    .map((metric) => ({ ...metric }))
}
