import { fetchTrending } from '@inference-report/github-trending'
import type { SourceConfigOf } from '../config.ts'
import type { CollectContext, RepositoriesHarvest } from './harvest.ts'
import { summarize } from './warnings.ts'

/** GitHub Trending → the day's repositories, in the page's order. */
export async function collectGithubTrending(
  config: SourceConfigOf<'github-trending'>,
  context: CollectContext,
): Promise<RepositoriesHarvest> {
  const trending = await fetchTrending({ fetch: context.fetch, language: config.language })
  return {
    kind: 'repositories',
    period: trending.period,
    items: trending.repositories.map((repository) => ({
      id: `${config.id}-${repository.owner}/${repository.name}`,
      sourceId: config.id,
      url: repository.url,
      rank: repository.rank,
      owner: repository.owner,
      name: repository.name,
      description: repository.description,
      language: repository.language,
      stars: repository.stars,
      forks: repository.forks,
      starsGained: repository.starsGained,
    })),
    warnings: summarize(trending.warnings),
  }
}
