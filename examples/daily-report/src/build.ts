import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ClientReport, createSqliteStore } from '@inference-report/http'
import type { Issue } from '@inference-report/issue'
import type { Snapshot } from '@inference-report/leaderboard'
import { type Archived, archiveIssue, writeWhole } from './archive.ts'
import { type Collected, collectSource } from './collect-source.ts'
import { compose } from './compose.ts'
import { loadConfig, type SourceConfig } from './config.ts'
import { readEarlierIssues } from './earlier-issues.ts'
import { issueWindow, sourceWindow } from './issue-window.ts'
import { openClient } from './open-client.ts'
import { pool } from './pool.ts'
import { publishedIn } from './published.ts'
import { replayDate } from './replay-date.ts'
import { addresses } from './sources/index.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))

/** The bundled day, and the sources that it records. */
export const sample = {
  replay: join(folder, 'sample', '2026-03-02'),
  config: join(folder, 'sample', 'inference-report.config.json'),
}

const defaultConfig = join(folder, 'inference-report.config.json')

/** Hosts are asked one request at a time; this many hosts at once. */
const sourcesAtOnce = 8

export interface BuildOptions {
  /** Absent for the network. */
  replay?: string | undefined
  /** A folder that what the network answers is kept in. */
  record?: string | undefined
  date?: string | undefined
  config?: string | undefined
  out: string
  artificialAnalysisKey?: string | undefined
  /** The clock, for run.json and for the date of a live issue. */
  now?: () => Date
  /** Called as each source is done. */
  onSource?: (collected: Collected) => void
  /** Called with what the user should know but that stops nothing. */
  onNotice?: (message: string) => void
}

export interface BuildResult extends Archived {
  collected: readonly Collected[]
  /** Sources that the replay does not hold. */
  notRecorded: readonly SourceConfig[]
  /** What was asked of each host. */
  requests: ClientReport
}

/** Nothing could be made. */
class BuildError extends Error {
  override readonly name = 'BuildError' as const
}

/**
 * Makes one issue, from bytes to pages.
 *
 * @throws ConfigError, SourceError or BuildError where nothing can be made. A source that fails is
 * no error: the issue says so.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const now = options.now ?? (() => new Date())
  const started = now()
  const notice = options.onNotice ?? (() => {})
  const config = await loadConfig(options.config ?? defaultConfig)
  const live = options.replay === undefined
  // What the hosts were promised outlives the run; the issues it goes into lie beside.
  if (live) await mkdir(options.out, { recursive: true })
  const store = live ? createSqliteStore(join(options.out, 'http.sqlite')) : undefined
  const client = openClient(config, { replay: options.replay, record: options.record, store })
  try {
    const date =
      options.date ??
      (options.replay === undefined ? isoDay(started) : await replayDate(options.replay))
    if (date === undefined) throw new BuildError('the replay holds nothing, so it has no date')
    const recorded = (source: SourceConfig) =>
      options.replay === undefined || addresses(source).some((url) => client.isRecorded(url))
    const notRecorded = config.sources.filter((source) => !recorded(source))
    const earlier = await readEarlierIssues(options.out, date, notice)
    const previous = earlier[0]?.issue
    const published = publishedIn(earlier.map(({ issue }) => issue))
    const used = config.sources.filter(recorded)
    const windowed = used.map((source) => ({
      source,
      window: sourceWindow(date, source.id, previous),
    }))
    const feeds = windowed.filter(({ source }) => source.kind === 'feed')
    const collected = await pool(windowed, sourcesAtOnce, async ({ source, window }) => {
      const one = await collectSource(source, client, {
        date,
        window,
        published,
        isRecorded: options.replay === undefined ? undefined : (url) => client.isRecorded(url),
        artificialAnalysisKey: options.artificialAnalysisKey,
      })
      options.onSource?.(one)
      return one
    })
    if (!collected.some(({ harvest }) => harvest !== undefined)) {
      throw new BuildError(nothingRead(collected, notRecorded))
    }
    const window = issueWindow(
      feeds.map((feed) => feed.window),
      date,
    )
    const draft = await compose({ date, window, config, collected, earlier })
    const archived = await archiveIssue(options.out, draft, snapshotsOf(collected))
    const requests = client.report()
    for (const { code, message } of requests.warnings) {
      if (code.startsWith('store-')) notice(message)
    }
    const run = {
      startedAt: started.toISOString(),
      finishedAt: now().toISOString(),
      mode: options.replay === undefined ? 'live' : 'replay',
      date,
      revision: archived.issue.revision,
      outcome: archived.outcome,
      hash: archived.issue.hash,
      sources: collected.map(({ source, ms }) => ({
        id: source.id,
        state: source.state,
        items: itemsOf(archived.issue, source.id),
        ms,
      })),
      notRecorded: notRecorded.map(({ id }) => id),
      requests,
    }
    await writeWhole(join(archived.folder, 'run.json'), `${JSON.stringify(run, null, 2)}\n`)
    return { ...archived, collected, notRecorded, requests }
  } finally {
    await client.close()
    await store?.close()
  }
}

/** How many items of the issue come from a source. */
export function itemsOf(issue: Issue, sourceId: string): number {
  return issue.sources.find(({ id }) => id === sourceId)?.items ?? 0
}

function snapshotsOf(collected: readonly Collected[]): Record<string, Snapshot> {
  return Object.fromEntries(
    collected.flatMap(({ harvest }) =>
      harvest?.kind === 'leaderboard' ? [[harvest.snapshot.board, harvest.snapshot]] : [],
    ),
  )
}

function nothingRead(
  collected: readonly Collected[],
  notRecorded: readonly SourceConfig[],
): string {
  const reasons = collected.map(
    ({ source }) => `  ${source.name}: ${source.reason ?? source.state}`,
  )
  return [
    `no source could be read, so there is no issue (${notRecorded.length} not recorded)`,
    ...reasons,
  ].join('\n')
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
