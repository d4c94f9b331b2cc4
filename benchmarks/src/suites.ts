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
  ['feed', { packages: ['feed'], load: async () => (await import('./feed/run-feed.ts')).runFeed }],
])
