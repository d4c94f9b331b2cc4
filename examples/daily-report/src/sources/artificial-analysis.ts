import { fetchModels, surfaces } from '@inference-report/artificial-analysis'
import type { CollectContext, LeaderboardHarvest } from './harvest.ts'
import { summarize } from './warnings.ts'

/** Artificial Analysis → its board: from the API with a key, else from the page. */
export async function collectArtificialAnalysis(
  context: CollectContext,
): Promise<LeaderboardHarvest> {
  const { isRecorded } = context
  const snapshot = await fetchModels({
    fetch: context.fetch,
    apiKey: context.artificialAnalysisKey,
    // A replay answers without a key, also for the API that is switched off by now.
    surfaces: isRecorded && surfaces.filter(({ url }) => isRecorded(url)).map(({ name }) => name),
  })
  return { kind: 'leaderboard', snapshot, warnings: summarize(snapshot.warnings) }
}
