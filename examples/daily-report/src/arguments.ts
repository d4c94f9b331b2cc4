import { parseArgs } from 'node:util'

export const usage = `Usage: inference-report build [options]

Makes one issue: collects the sources, composes, freezes, renders and archives it.
Without --live or --replay it makes the bundled sample day's issue, without network or keys.

Options:
  --date YYYY-MM-DD  the issue's date (default: today in UTC when live; for a replay, the folder's
                     name where that is a date, else the latest day it was captured)
  --replay DIR       read a folder of recorded answers (manifest.json) instead of the network
  --live             read the network
  --record DIR       with --live, keep what was read in a folder that --replay reads
  --out DIR          where issues are kept (default: out); the issue goes to DIR/<date>
  --config FILE      the sources and sections (default: the newsletter's own list)
  --politeness HOW   what was asked of each host, at the end: table, json (alone on standard output)
                     or none (default: table when live, else none)
  -h, --help         print this
  -V, --version      print the version

Environment:
  ARTIFICIAL_ANALYSIS_API_KEY  with --live, reads Artificial Analysis from its API, not its page

Exit code: 0 an issue was made, 1 nothing could be made, 2 the arguments are wrong.
`

/** How to tell what was asked of each host. */
export type Politeness = (typeof politenesses)[number]

const politenesses = ['table', 'json', 'none'] as const

export interface BuildArguments {
  date: string | undefined
  mode: 'sample' | 'replay' | 'live'
  replay: string | undefined
  record: string | undefined
  /** Absent for a table when live, else for none. */
  politeness: Politeness | undefined
  out: string
  config: string | undefined
}

export type Command =
  | { name: 'build'; options: BuildArguments }
  | { name: 'help' }
  | { name: 'version' }

/** The command line is not one we understand. */
export class UsageError extends Error {
  override readonly name = 'UsageError' as const
}

/** @throws UsageError with one sentence that says what to write instead. */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args)
  if (values.help === true) return { name: 'help' }
  if (values.version === true) return { name: 'version' }
  const [command, ...rest] = positionals
  if (command === undefined) throw new UsageError('say what to do: inference-report build')
  if (command !== 'build') throw new UsageError(`there is no command "${command}"; there is: build`)
  if (rest.length > 0) throw new UsageError(`build takes options only, not "${rest.join(' ')}"`)
  if (values.live === true && values.replay !== undefined) {
    throw new UsageError(
      '--live and --replay exclude each other: one reads the network, one must not',
    )
  }
  if (values.record !== undefined && values.live !== true) {
    throw new UsageError('--record goes with --live: it keeps what the network answers')
  }
  const politeness = politenesses.find((known) => known === values.politeness)
  if (values.politeness !== undefined && politeness === undefined) {
    throw new UsageError(
      `--politeness takes ${politenesses.join(', ')}, not "${values.politeness}"`,
    )
  }
  if (values.date !== undefined && !isDate(values.date)) {
    throw new UsageError(`--date takes a day such as 2026-03-02, not "${values.date}"`)
  }
  for (const name of ['replay', 'record', 'out', 'config'] as const) {
    if (values[name] === '') throw new UsageError(`--${name} takes a path`)
  }
  return {
    name: 'build',
    options: {
      date: values.date,
      mode: values.live === true ? 'live' : values.replay === undefined ? 'sample' : 'replay',
      replay: values.replay,
      record: values.record,
      politeness,
      out: values.out ?? 'out',
      config: values.config,
    },
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        date: { type: 'string' },
        replay: { type: 'string' },
        live: { type: 'boolean' },
        record: { type: 'string' },
        politeness: { type: 'string' },
        out: { type: 'string' },
        config: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'V' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function isDate(text: string): boolean {
  // Far from any issue, the window around a date is no date any more.
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && startOfDay(text)?.startsWith(text) === true
}

/** `undefined` for a day the calendar does not have, such as 30 February. */
function startOfDay(date: string): string | undefined {
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
