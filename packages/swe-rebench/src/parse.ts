import {
  type Entry,
  type Metric,
  rankEntries,
  readEfforts,
  type Snapshot,
} from '@inference-report/leaderboard'
import { collectDefects, type Defects, SourceError } from '@inference-report/source'
import { readElements } from './dom.ts'
import { metrics, resolved } from './metrics.ts'
import { readPayload } from './payload.ts'
import { boardOfPayload } from './payload-board.ts'
import type { Board, Row } from './row.ts'
import { readTable } from './table.ts'
import { readWindow, type Window } from './window.ts'

/** What to read, and what the page cannot know of itself. */
export interface ParseOptions {
  /** `'all'` by default, or one of the board's languages, e.g. `'python'`. */
  language?: string | undefined
  /** By default the one the page shows. Dates `YYYY-MM-DD`, both inclusive. */
  window?: Window | undefined
  /** ISO 8601 UTC, or `YYYY-MM-DD`: when the page was received. */
  capturedAt?: string | undefined
  /** The page a reader can open; by default the board's own. */
  url?: string | undefined
}

export const address = 'https://swe-rebench.com/'
const board = 'swe-rebench'

/**
 * Reads the board of SWE-rebench, ranked by resolved rate: from the page's table, or from the payload
 * behind it where the page has no table or another language or window is asked for. Each language and
 * each window has its own tasks, hence its own series. Rows without results in the window (N/A) come
 * last and have no rank, though the page numbers them.
 *
 * @throws SourceError `drift` for a page of another shape, `empty` for a table without rows,
 * `not-found` where the page has no results for the language and window that were asked for: never
 * does another one stand in for them.
 */
export function parseLeaderboard(html: string, options: ParseOptions = {}): Snapshot {
  const { board: read, defects } = readBoard(html, options)
  const entries = rankEntries(toEntries(read.rows, defects), resolved)
  const period = read.window === undefined ? 'unknown' : `${read.window.from}..${read.window.to}`
  const series = `${board}/${read.language}/${period}`
  const { capturedAt, url = address } = options
  return {
    id: capturedAt === undefined ? series : `${board}@${capturedAt}`,
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

interface Reading {
  board: Board
  defects: Defects
}

function readBoard(html: string, options: ParseOptions): Reading {
  const language = options.language?.toLowerCase() ?? 'all'
  const shown = readShownBoard(html)
  const shownWindow = shown?.board.window
  if (shown !== undefined && language === 'all' && isAsked(shownWindow, options.window)) {
    return shown
  }
  const payload = readPayload(html)
  const window = options.window ?? shownWindow ?? payload?.window
  const defects = collectDefects()
  const found = payload && window && boardOfPayload(payload, language, window, defects)
  if (found !== undefined) return { board: found, defects }
  const isOther =
    (shown ?? payload) !== undefined && (options.language ?? options.window) !== undefined
  throw new SourceError(isOther ? 'not-found' : 'drift', {
    source: board,
    url: options.url,
    expected: `results for ${language} in ${describe(window)}`,
    received: shown === undefined ? html : `results for all in ${describe(shownWindow)}`,
  })
}

/** The table with its window; the page shows all languages until a reader chooses one. */
function readShownBoard(html: string): Reading | undefined {
  const defects = collectDefects()
  const elements = readElements(html)
  const rows = readTable(elements, defects)
  if (rows === undefined) return undefined
  const window = readWindow(elements, defects, () => readPayload(html)?.window)
  return { board: { language: 'all', window, rows }, defects }
}

function isAsked(shown: Window | undefined, asked: Window | undefined): boolean {
  return asked === undefined || (shown?.from === asked.from && shown.to === asked.to)
}

function describe(window: Window | undefined): string {
  return window === undefined ? 'an unknown window' : `${window.from}..${window.to}`
}

/** Ids come from the names, which is all the table has. */
function toEntries(rows: readonly Row[], defects: Defects): Entry[] {
  const used = new Map<string, number>()
  const efforts = readEfforts(rows.map(({ name }) => name))
  return rows.map(({ path, name: printed, ...row }, index) => {
    const name = printed.toWellFormed()
    if (name !== printed) {
      defects.add('name-repaired', `A broken character of ${name} was replaced.`, path)
    }
    const base = slugOf(name)
    let count = (used.get(base) ?? 0) + 1
    while (count > 1 && used.has(`${base}-${count}`)) count += 1
    used.set(base, count)
    const id = count === 1 ? base : `${base}-${count}`
    if (count > 1) {
      used.set(id, 1)
      defects.add('duplicate-name', `An earlier row has the name ${name} too; this is ${id}.`, path)
    }
    const effort = efforts[index]
    return { id, name, ...row, ...(effort === undefined ? {} : { effort }) }
  })
}

/** `'GPT-5.6 Sol [medium]'` → `'gpt-5.6-sol-medium'`; a name without letters is its own id. */
function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.+]+/gu, '-')
    .replace(/^-|-$/g, '')
  return slug === '' ? name : slug
}

/** The columns that some row has a value in, and always the one the board is ranked by. */
function presentMetrics(entries: readonly Entry[]): Metric[] {
  return metrics
    .filter(({ key }) => key === resolved.key || entries.some(({ values }) => key in values))
    .map((metric) => ({ ...metric }))
}
