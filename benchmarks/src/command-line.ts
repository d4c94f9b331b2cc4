import { parseArgs } from 'node:util'
import { suites } from './suites.ts'

export interface CommandLine {
  /** What is measured. */
  suite: string
  rounds: number
  /** Shorter and without JSON: to see whether a change helps, not to quote. */
  quick: boolean
  /** A file for all numbers. */
  json: string | undefined
}

export const usage: string = `Usage: npm run bench -w benchmarks -- ${[...suites.keys()].join('|')} [options]

  --rounds N   rounds of each measurement (default 7, quick 3)
  --quick      shorter and without JSON: to see whether a change helps, not to quote
  --json FILE  write all numbers to a file`

/** `undefined` where the arguments are not those of `usage`. */
export function readCommandLine(args: readonly string[]): CommandLine | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        json: { type: 'string' },
      },
    })
    const { quick, json, rounds = quick ? '3' : '7' } = values
    const suite = positionals.join(' ')
    if (!suites.has(suite) || !/^[1-9]\d?$/.test(rounds)) return undefined
    return { suite, rounds: Number(rounds), quick, json }
  } catch {
    return undefined
  }
}
