import { barRow } from '../bars.ts'
import { bundleSize } from '../bundle-size.ts'
import type { CommandLine } from '../command-line.ts'
import { importTime } from '../import-time.ts'
import { type InputFile, type Measurement, measure } from '../measure/measure.ts'
import { MeasuredProcess } from '../measure/measured-process.ts'
import { peakMemory } from '../measure/memory.ts'
import { growthOf, inputTable, itemTimes, speedTable } from '../measure/report.ts'
import type { Machine } from '../suites.ts'
import { figure, table } from '../table.ts'
import { candidates } from './candidates/index.ts'
import { feedBars } from './feed-bars.ts'
import { realFeeds } from './inputs/captures.ts'
import { growingFeeds, growth, largeFeeds, smallFeeds } from './inputs/generated-feeds.ts'
import { hostileFeeds } from './inputs/hostile-feeds.ts'
import { writeFeeds } from './inputs/write-feeds.ts'

const suite = new URL('./candidates/index.ts', import.meta.url)

/** Milliseconds a candidate may take for one input. */
const cap = 5000

/** Runs everything, prints it, and gives all numbers. */
export async function runFeed({ rounds, quick }: CommandLine, machine: Machine): Promise<object> {
  const names = candidates.map(({ name }) => name)
  const budget = quick ? 200 : 500
  const run = (inputs: readonly InputFile[], stringify = false) =>
    measure(
      names,
      inputs,
      { rounds, stringify, budget, cap },
      (name, limit) => new MeasuredProcess(suite, name, limit),
    )
  const numbers: Record<string, unknown> = { machine, rounds, quick }
  const keep = (name: string, measured: Measurement) => {
    numbers[name] = Object.fromEntries(
      [...measured].map(([key, by]) => [key, Object.fromEntries(by)]),
    )
    return measured
  }

  print(
    `Node ${machine.node}, ${machine.cores} cores, ${machine.processor}${quick ? ', quick: not to be quoted' : ''}`,
  )
  print(
    `Medians of ${rounds} rounds; each candidate has a process of its own in each round, and warms up in it.`,
  )
  print(
    'From bytes to finished items for ours and the floor; all others are given the decoded text, and what',
  )
  print(
    'decoding takes is not in their times. Every field of every result is read once inside the timing.',
  )
  print(
    'Ours is the built package. 1 MB is 10⁶ bytes. Columns of ratios: how many times as fast as that one.',
  )

  const real = realFeeds()
  const sets: [string, InputFile[] | undefined][] = [
    ['real', real],
    ['small', writeFeeds(smallFeeds())],
    ['large', writeFeeds(largeFeeds())],
  ]
  let onReal: Measurement | undefined
  for (const [name, inputs] of sets) {
    if (inputs === undefined) {
      print('\nReal feeds: skipped, there are no captures here (CAPTURES_DIR)')
      continue
    }
    const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0)
    const what = `${name} feeds: ${inputs.length} files, ${figure(bytes / 1e6)} MB`
    const measured = keep(name, await run(inputs))
    if (name === 'real') onReal = measured
    print(`\n${what}\n${speedTable(measured, inputs, ['feedsmith', 'floor'])}`)
    if (quick) continue
    const written = keep(`${name}, written as JSON`, await run(inputs, true))
    print(
      `\n${what}, the result written as JSON inside the timing\n${speedTable(written, inputs, ['feedsmith', 'floor'])}`,
    )
  }

  const hostile = writeFeeds(hostileFeeds())
  print(`\nhostile feeds, of 3 items each; over ${cap / 1000} s counts as never`)
  print(inputTable(keep('hostile', await run(hostile)), hostile))

  const growing = writeFeeds(growingFeeds())
  const perItem = itemTimes(keep('growth', await run(growing)), growing, growth)
  print('\ngrowth: µs an item')
  print(
    table(
      ['', ...growing.map(({ name }) => name), 'last to first'],
      [...perItem].map(([name, values]) => [name, ...values.map(figure), figure(growthOf(values))]),
    ),
  )

  const largest = sets[2]?.[1]?.at(-1)
  const costs: string[][] = []
  const imported = new Map<string, number>()
  const gzipped = new Map<string, number>()
  for (const entry of candidates) {
    const memory = largest && (await peakMemory(suite, entry.name, largest, { rounds, cap }))
    const size = entry.import && (await bundleSize(entry.import))
    const ms = entry.import && importTime(entry.import.from, rounds)
    if (ms !== undefined) imported.set(entry.name, ms)
    if (size !== undefined) gzipped.set(entry.name, size.gzipped)
    costs.push([
      entry.name,
      figure(memory && memory / 1e6),
      figure(ms),
      figure(size && size.minified / 1e3),
      figure(size && size.gzipped / 1e3),
    ])
  }
  numbers['import, ms'] = Object.fromEntries(imported)
  numbers['gzipped, bytes'] = Object.fromEntries(gzipped)
  print(
    `\ncosts; memory: growth of a fresh process over one cold parse of ${figure((largest?.bytes ?? 0) / 1e6)} MB`,
  )
  print(table(['', 'memory, MB', 'import, ms', 'bundle, kB', 'gzipped, kB'], costs))

  const bars = feedBars({
    real: real && onReal && { measured: onReal, inputs: real },
    gzipped: gzipped.get('ours') ?? Number.NaN,
    imported: imported.get('ours') ?? Number.NaN,
    growth: growthOf(perItem.get('ours')),
  })
  print(`\n${table(['bars', 'measured', 'wanted', ''], bars.map(barRow))}`)
  return { ...numbers, bars }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
