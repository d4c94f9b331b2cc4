import {
  type DriftOptions,
  detectDrift,
  refuseDrift,
  type Snapshot,
} from '@inference-report/leaderboard'
import { type Fetch, readText, request } from '@inference-report/source'
import { changedMarks } from './changed-marks.ts'
import { address } from './metrics.ts'
import { type ParseOptions, parseLeaderboard } from './parse.ts'
import { ranges } from './values.ts'

export interface FetchOptions extends Omit<ParseOptions, 'url'> {
  fetch: Fetch
}

const source = 'swe-rebench'

/** What a sound board of this page has; makers and release dates came later, and not to the table. */
const soundBoard: DriftOptions = {
  required: ['resolvedPercent'],
  optional: ['organization', 'releasedOn', 'effort'],
  ranges,
}

/**
 * Reads https://swe-rebench.com/, one page of about 10 MB that changes once a month: a client that
 * keeps validators is worth it. With the last good snapshot as `previous`, what `detectDrift` finds
 * against it is added to the warnings, and what is graver than a warning is thrown.
 *
 * @throws SourceError of the answer (`rate-limited`, `blocked`, `upstream` …), as `parseLeaderboard`, or
 * `drift` for a board that cannot follow `previous`: `received` and `cause` hold the signs.
 */
export async function fetchLeaderboard(options: FetchOptions): Promise<Snapshot> {
  const { fetch, ...asked } = options
  const html = await readText(await request(address, { fetch, source }), source)
  const snapshot = parseLeaderboard(html, asked)
  if (asked.previous === undefined) return snapshot
  const found = detectDrift(asked.previous, snapshot, soundBoard)
  const drifts = refuseDrift(found, { source, url: address })
  const warnings = drifts.map(({ code, message, column }) => ({
    code,
    message,
    ...(column === undefined ? {} : { path: column }),
  }))
  const marks = changedMarks(asked.previous, snapshot)
  return { ...snapshot, warnings: [...snapshot.warnings, ...warnings, ...marks] }
}
