import type { CommandLine } from './command-line.ts'

/** What a run was made on. */
export interface Machine {
  node: string
  processor: string
  cores: number
}

/** One `npm run bench -w benchmarks -- <name>`. */
export interface Suite {
  /** The packages it measures, built before. */
  packages: readonly string[]
  /** Runs everything, prints it, and gives all numbers. */
  load: () => Promise<(options: CommandLine, machine: Machine) => Promise<object>>
}

/** A new one is a folder and a line here. */
export const suites: ReadonlyMap<string, Suite> = new Map([
  [
    'arxiv',
    { packages: ['arxiv'], load: async () => (await import('./arxiv/run-arxiv.ts')).runArxiv },
  ],
  ['feed', { packages: ['feed'], load: async () => (await import('./feed/run-feed.ts')).runFeed }],
  ['http', { packages: ['http'], load: async () => (await import('./http/run-http.ts')).runHttp }],
  [
    'leaderboards',
    {
      packages: ['artificial-analysis', 'swe-rebench'],
      load: async () => (await import('./leaderboards/run-leaderboards.ts')).runLeaderboards,
    },
  ],
])
