import { trendingUrl } from '@inference-report/github-trending'
import type { SourceConfig } from '../config.ts'
import { artificialAnalysisAddresses, collectArtificialAnalysis } from './artificial-analysis.ts'
import { collectArxiv } from './arxiv.ts'
import { collectFeed } from './feed.ts'
import { collectGithubTrending } from './github-trending.ts'
import type { CollectContext, Harvest } from './harvest.ts'
import { collectSweRebench } from './swe-rebench.ts'

/** Reads one source, whatever its kind. Rejects with what its package throws. */
export function collect(config: SourceConfig, context: CollectContext): Promise<Harvest> {
  switch (config.kind) {
    case 'feed':
      return collectFeed(config, context)
    case 'arxiv':
      return collectArxiv(config, context)
    case 'artificial-analysis':
      return collectArtificialAnalysis(context)
    case 'swe-rebench':
      return collectSweRebench(context)
    case 'github-trending':
      return collectGithubTrending(config, context)
  }
}

/** The addresses a source may be read from, the first choice first. */
export function addresses(config: SourceConfig): [string, ...string[]] {
  switch (config.kind) {
    case 'feed':
      return [config.url]
    case 'arxiv':
      return [`https://rss.arxiv.org/rss/${config.category}`]
    case 'artificial-analysis':
      return artificialAnalysisAddresses
    case 'swe-rebench':
      return ['https://swe-rebench.com/']
    case 'github-trending':
      return [trendingUrl(config.language)]
  }
}
