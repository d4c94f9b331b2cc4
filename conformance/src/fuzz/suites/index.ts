import type { Execution } from '../execution.ts'
import type { Suite, SuiteName } from '../suite.ts'
import { arxiv } from './arxiv.ts'
import { feed } from './feed.ts'
import { leaderboards } from './leaderboards.ts'
import { trending } from './trending.ts'

export const suites: Readonly<Record<SuiteName, Suite>> = { feed, arxiv, leaderboards, trending }

export function suiteOf({ suite = 'feed' }: Execution): Suite {
  return suites[suite]
}
