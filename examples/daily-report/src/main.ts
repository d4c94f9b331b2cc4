import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { formatReport } from '@inference-report/http'
import { type BuildArguments, readArguments, UsageError, usage } from './arguments.ts'
import { build, itemsOf, sample } from './build.ts'
import { paint, summaryTable } from './report.ts'
import { standingIn } from './standing-in.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  try {
    const command = readArguments(args)
    if (command.name === 'help') {
      process.stdout.write(usage)
      return 0
    }
    if (command.name === 'version') {
      process.stdout.write(`${version()}\n`)
      return 0
    }
    await run(command.options)
    return 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`inference-report: ${message}\n`)
    if (error instanceof UsageError) {
      process.stderr.write('Try: inference-report --help\n')
      return 2
    }
    return 1
  }
}

async function run(options: BuildArguments): Promise<void> {
  const here = standingIn()
  const from = (path: string | undefined) => (path === undefined ? undefined : resolve(here, path))
  const progress = process.stderr.isTTY === true
  const colour = (stream: NodeJS.WriteStream) => stream.isTTY === true && !process.env['NO_COLOR']
  const isSample = options.mode === 'sample'
  const result = await build({
    replay: isSample ? sample.replay : from(options.replay),
    record: from(options.record),
    config: from(options.config) ?? (isSample ? sample.config : undefined),
    date: options.date,
    out: resolve(here, options.out),
    artificialAnalysisKey: process.env['ARTIFICIAL_ANALYSIS_API_KEY'] || undefined,
    onSource: ({ source, ms }) => {
      if (!progress) return
      const state = paint(source.state.padEnd(6), source.state, colour(process.stderr))
      process.stderr.write(`${state} ${source.name} (${ms} ms)\n`)
    },
    onNotice: (message) => process.stderr.write(`inference-report: ${message}\n`),
  })
  const { issue, collected, notRecorded } = result
  const rows = [
    ...collected.map(({ source, ms }) => ({
      source: source.name,
      state: source.state,
      items: itemsOf(issue, source.id),
      ms,
    })),
    ...notRecorded.map(({ name }) => ({
      source: name,
      state: 'not recorded' as const,
      items: undefined,
      ms: undefined,
    })),
  ]
  const outcome = {
    new: `revision ${issue.revision}`,
    unchanged: `revision ${issue.revision}, unchanged`,
    revised: `revision ${issue.revision}; the one before is kept beside it`,
  }[result.outcome]
  const folder = relative(here, result.folder)
  const shown = folder.startsWith('..') ? result.folder : folder
  const politeness = options.politeness ?? (options.mode === 'live' ? 'table' : 'none')
  const inJson = politeness === 'json'
  // Whoever asks for JSON reads standard output with a program: the words for people go beside it.
  const words = inJson ? process.stderr : process.stdout
  words.write(
    `${summaryTable(rows, colour(words))}\n\n${tally(rows)}\n${issue.publication.name}, ${issue.date} (${outcome}, hash ${issue.hash.slice(0, 12)})\n${shown}/index.html\n`,
  )
  if (inJson) process.stdout.write(`${JSON.stringify(result.requests, null, 2)}\n`)
  if (politeness === 'table') process.stdout.write(`\n${formatReport(result.requests)}\n`)
}

function tally(rows: readonly { state: string }[]): string {
  const states = [...new Set(rows.map(({ state }) => state))]
  const counts = states.map(
    (state) => `${rows.filter((row) => row.state === state).length} ${state}`,
  )
  return `${rows.length} sources: ${counts.join(', ')}`
}

function version(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  return manifest.version
}
