import { detectDrift, type Snapshot } from '@inference-report/leaderboard'
import { type Fetch, readText, request } from '@inference-report/source'
import { address, type ParseOptions, parseLeaderboard } from './parse.ts'

export interface FetchOptions extends Omit<ParseOptions, 'url'> {
  fetch: Fetch
  /** The last good snapshot: what `detectDrift` finds against it is added to the warnings. */
  previous?: Snapshot | undefined
}

/**
 * Reads https://swe-rebench.com/, one page of about 10 MB that changes once a month: a client that
 * keeps validators is worth it.
 *
 * @throws SourceError of the answer (`rate-limited`, `blocked`, `upstream` …), or as `parseLeaderboard`.
 */
export async function fetchLeaderboard(options: FetchOptions): Promise<Snapshot> {
  const { fetch, previous, ...asked } = options
  const html = await readText(
    await request(address, { fetch, source: 'swe-rebench' }),
    'swe-rebench',
  )
  const snapshot = parseLeaderboard(html, asked)
  const drift = previous === undefined ? [] : detectDrift(previous, snapshot)
  const warnings = drift.map(({ code, message }) => ({ code, message }))
  return { ...snapshot, warnings: [...snapshot.warnings, ...warnings] }
}
