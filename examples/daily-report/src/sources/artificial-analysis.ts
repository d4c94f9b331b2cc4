import { fetchModels, type SurfaceName, surfaces } from '@inference-report/artificial-analysis'
import type { CollectContext, LeaderboardHarvest } from './harvest.ts'
import { summarize } from './warnings.ts'

// A replay answers without a key, also for the API that is switched off by now.
const replayed: readonly SurfaceName[] = ['api', 'legacy-api', 'page']

/** Every address the board may be read from. */
export const artificialAnalysisAddresses: [string, ...string[]] = [
  surfaces.api.url,
  surfaces['legacy-api'].url,
  surfaces.page.url,
]

/** Artificial Analysis → its board: live from the API with a key, else from the page. */
export async function collectArtificialAnalysis(
  context: CollectContext,
): Promise<LeaderboardHarvest> {
  const { isRecorded } = context
  const snapshot = await fetchModels({
    fetch: context.fetch,
    apiKey: context.artificialAnalysisKey,
    surfaces: isRecorded && replayed.filter((name) => isRecorded(surfaces[name].url)),
  })
  return { kind: 'leaderboard', snapshot, warnings: summarize(snapshot.warnings) }
}
