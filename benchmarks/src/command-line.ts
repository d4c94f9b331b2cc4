import { parseArgs } from 'node:util'

export interface CommandLine {
  rounds: number
  /** Shorter and without JSON: to see whether a change helps, not to quote. */
  quick: boolean
  /** A file for all numbers. */
  json: string | undefined
}

export const usage =
  'Usage: npm run bench -w benchmarks -- feed [--rounds N] [--quick] [--json FILE]'

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
    if (positionals.join(' ') !== 'feed' || !/^[1-9]\d?$/.test(rounds)) return undefined
    return { rounds: Number(rounds), quick, json }
  } catch {
    return undefined
  }
}
