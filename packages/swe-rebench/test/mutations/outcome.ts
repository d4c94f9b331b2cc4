import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { SourceError } from '@inference-report/source'
import { expect } from 'vitest'
import { fetchLeaderboard, parseLeaderboard } from '../../src/index.ts'

/**
 * `same`: the snapshot of the page as it was, no less. `warned`: with a warning. `drift`: thrown.
 * `refused`: seen only beside the last good snapshot. `silent`: another snapshot, and not a word.
 */
export type Outcome = 'same' | 'warned' | 'drift' | 'refused' | 'silent'

/** What becomes of a page that was changed. */
export async function outcomeOf(changed: string, page: string): Promise<Outcome> {
  const previous = parseLeaderboard(page)
  try {
    const snapshot = parseLeaderboard(changed)
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
    if (snapshot.warnings.length > 0) return 'warned'
    if (JSON.stringify(snapshot) === JSON.stringify(previous)) return 'same'
  } catch (error) {
    if (!SourceError.is(error) || !['drift', 'empty'].includes(error.code)) throw error
    return 'drift'
  }
  try {
    const fetch = async () => new Response(changed)
    const { warnings } = await fetchLeaderboard({ fetch, previous })
    return warnings.length > 0 ? 'refused' : 'silent'
  } catch (error) {
    if (!SourceError.is(error) || error.code !== 'drift') throw error
    return 'refused'
  }
}
