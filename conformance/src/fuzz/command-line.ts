import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { type SuiteName, suiteNames } from './suite.ts'

export interface CommandLine {
  /** Whose parsers are called. */
  suite: SuiteName
  seconds: number
  executions: number
  seed: number
  corpus: string | undefined
  /** Where failing inputs are written. */
  out: string
  /** At most two: the machine is for others, too. */
  threads: number
  /** A finding's file to run again instead. */
  replay: string | undefined
}

export const usage: string = `Usage: npm run fuzz -- [options]

  --suite NAME      whose parsers are called: ${suiteNames.join(', ')} (default feed)
  --executions N    inputs to try (default 500000)
  --seconds N       stop after so long, however many were tried
  --seed N          of the mutations; it is printed, so that a run can be made again
  --threads N       1 or 2 (default 2)
  --corpus DIR      inputs to begin with, instead of the captures or fixtures
  --out DIR         where inputs that fail are written (default a temporary folder)
  --replay FILE     run one of those again, and nothing else`

function count(name: string, text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new Error(`--${name} wants a whole number, not ${text}`)
  return Number(text)
}

function readSuite(text: string): SuiteName {
  const name = suiteNames.find((each) => each === text)
  if (name === undefined) throw new Error(`--suite wants ${suiteNames.join(', ')}, not ${text}`)
  return name
}

/** `now` gives the seed where none is asked for; it is printed, so that the run can be made again. */
export function readCommandLine(args: readonly string[], now: number): CommandLine {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      suite: text,
      seconds: text,
      executions: text,
      seed: text,
      corpus: text,
      out: text,
      threads: text,
      replay: text,
    },
  })
  const { seconds, executions = '500000', seed, threads = '2' } = values
  return {
    suite: readSuite(values.suite ?? 'feed'),
    seconds: seconds === undefined ? Number.POSITIVE_INFINITY : count('seconds', seconds),
    executions: count('executions', executions),
    seed: seed === undefined ? now % 2 ** 31 : count('seed', seed),
    corpus: values.corpus,
    out: values.out ?? `${tmpdir()}/inference-report-fuzz`,
    threads: Math.max(1, Math.min(2, count('threads', threads))),
    replay: values.replay,
  }
}
