import type { Execution } from './execution.ts'
import type { Failure } from './failure.ts'

/** The suites there are, by the name the command line takes. */
export const suiteNames = ['feed', 'arxiv', 'leaderboards', 'trending'] as const

export type SuiteName = (typeof suiteNames)[number]

/** The checks that cost more than the call itself, made on a sample. */
export interface Sampled {
  schema: boolean
  bodies: boolean
  twice: boolean
}

/** Seeds read, and ready to be mutated. */
export interface Prepared {
  /** How many seeds. */
  count: number
  /** The execution that seed and number decide, from the same seeds. */
  make(seed: number, number: number): Execution
}

/** One family of parsers: what is called, from which inputs, and what must hold of what comes of it. */
export interface Suite {
  /** What its seeds are, e.g. `'feeds'`. */
  noun: string
  prepare(corpus: string | undefined): Prepared
  call(execution: Execution): unknown
  /** Whether the target may throw a SourceError. */
  mayRefuse(target: string): boolean
  check(target: string, result: unknown, sampled: Sampled): Failure | undefined
  isMemoryMeasured: boolean
}
