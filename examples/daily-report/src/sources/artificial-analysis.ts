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
  const { artificialAnalysisKey: apiKey, fetch } = context
  const names =
    isRecorded === undefined
      ? liveSurfaces(apiKey)
      : replayed.filter((name) => isRecorded(surfaces[name].url))
  const snapshot = await fetchModels({ fetch, apiKey, surfaces: names })
  // Each surface that failed has left a warning: what was read is the next one's.
  const failed = snapshot.warnings.filter(({ code }) => code === 'fallback').length
  const used = names[failed]
  return {
    kind: 'leaderboard',
    snapshot,
    warnings: summarize(snapshot.warnings),
    from: used && surfaces[used].url.replace(/\?.*/, ''),
  }
}

function liveSurfaces(apiKey: string | undefined): SurfaceName[] {
  return apiKey === undefined ? ['page'] : ['api', 'page']
}
