import { fetchLeaderboard } from '@inference-report/swe-rebench'
import type { CollectContext, LeaderboardHarvest } from './harvest.ts'
import { summarize } from './warnings.ts'

/** SWE-rebench → its board, in the window and language its page shows first. */
export async function collectSweRebench(context: CollectContext): Promise<LeaderboardHarvest> {
  const snapshot = await fetchLeaderboard({ fetch: context.fetch })
  return { kind: 'leaderboard', snapshot, warnings: summarize(snapshot.warnings) }
}
