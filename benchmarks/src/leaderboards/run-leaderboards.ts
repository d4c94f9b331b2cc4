import { barRow } from '../bars.ts'
import type { CommandLine } from '../command-line.ts'
import { measure } from '../measure/measure.ts'
import { MeasuredProcess } from '../measure/measured-process.ts'
import { peakMemory } from '../measure/memory.ts'
import { inputTable, speedTable } from '../measure/report.ts'
import type { Machine } from '../suites.ts'
import { figure, table } from '../table.ts'
import { candidates } from './candidates/index.ts'
import { writePages } from './inputs/write-pages.ts'
import { leaderboardsBars } from './leaderboards-bars.ts'

const suite = new URL('./candidates/index.ts', import.meta.url)

/** Milliseconds a candidate may take for one page. */
const cap = 20_000

/** Runs everything, prints it, and gives all numbers. */
export async function runLeaderboards(
  { rounds, quick }: CommandLine,
  machine: Machine,
): Promise<object> {
  const names = candidates.map(({ name }) => name)
  const inputs = writePages()
  const budget = quick ? 300 : 1500
  const open = (name: string, limit: number) => new MeasuredProcess(suite, name, limit)

  print(
    `Node ${machine.node}, ${machine.cores} cores, ${machine.processor}${quick ? ', quick: not to be quoted' : ''}`,
  )
  print(
    `Medians of ${rounds} rounds; each candidate has a process of its own in each round, and warms up in it.`,
  )
  print(
    'From the text of a page to finished rows, sorted; ours to a snapshot, ranked and checked against the',
  )
  print('table. Bare JSON.parse has the payload without a page, and makes no rows of it.')
  print(inputs.map(({ name, bytes }) => `${name}: ${figure(bytes / 1e6)} MB`).join('; '))

  const measured = await measure(names, inputs, { rounds, stringify: false, budget, cap }, open)
  print(`\n${speedTable(measured, inputs, ['cheerio + JSON.parse', 'JSON.parse, bare'])}`)
  print(`\n${inputTable(measured, inputs)}`)

  const memory = new Map<string, Map<string, number | undefined>>()
  for (const name of names) {
    const grown = new Map<string, number | undefined>()
    for (const input of inputs) {
      grown.set(input.name, await peakMemory(suite, name, input, { rounds: quick ? 1 : 3, cap }))
    }
    memory.set(name, grown)
  }
  print('\nmemory, MB: growth of a fresh process at most over one cold parse')
  print(
    table(
      ['', ...inputs.map(({ name }) => name)],
      [...memory].map(([name, grown]) => [
        name,
        ...inputs.map((input) => figure((grown.get(input.name) ?? Number.NaN) / 1e6)),
      ]),
    ),
  )

  const bars = leaderboardsBars(measured, inputs, memory.get('ours') ?? new Map())
  print(`\n${table(['bars', 'measured', 'wanted', ''], bars.map(barRow))}`)
  return {
    machine,
    rounds,
    quick,
    pages: inputs.map(({ name, bytes }) => ({ name, bytes })),
    times: Object.fromEntries([...measured].map(([name, by]) => [name, Object.fromEntries(by)])),
    memory: Object.fromEntries([...memory].map(([name, by]) => [name, Object.fromEntries(by)])),
    bars,
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
