import { type Bar, barRow } from '../bars.ts'
import type { CommandLine } from '../command-line.ts'
import { type InputFile, type Measurement, measure } from '../measure/measure.ts'
import { MeasuredProcess } from '../measure/measured-process.ts'
import type { Machine } from '../suites.ts'
import { figure, table, times } from '../table.ts'
import { arxivBars } from './arxiv-bars.ts'
import { capturesOf } from './inputs/captures.ts'
import { writeDocuments } from './inputs/write-documents.ts'
import { sizes, surfaces } from './surfaces.ts'

/** Milliseconds a candidate may take for one input. */
const cap = 10_000

/** Runs everything, prints it, and gives all numbers. */
export async function runArxiv({ rounds, quick }: CommandLine, machine: Machine): Promise<object> {
  print(
    `Node ${machine.node}, ${machine.cores} cores, ${machine.processor}${quick ? ', quick: not to be quoted' : ''}`,
  )
  print(`Medians of ${rounds} rounds; each candidate has a process of its own in each round.`)
  print(
    'All are given the decoded text. Ours is the built package, and what it gives are whole papers;',
  )
  print('what is bare makes a tree and no papers. Cost: how many times as long as the bare one.')
  const numbers: Record<string, unknown> = { machine, rounds, quick }
  const bars: Bar[] = []
  for (const { name, bare, suite, candidates, generate, captures } of surfaces) {
    const generated = sizes.map((size) => ({ name: `${size} invented`, text: generate(size) }))
    const inputs = [...capturesOf(captures), ...writeDocuments(generated)]
    const measured = await measure(
      candidates.map((entry) => entry.name),
      inputs,
      { rounds, stringify: false, budget: quick ? 1600 : 4000, cap },
      (candidate, limit) => new MeasuredProcess(suite, candidate, limit),
    )
    numbers[name] = Object.fromEntries(
      [...measured].map(([key, by]) => [key, Object.fromEntries(by)]),
    )
    print(`\n${name}; bare is ${bare}\n${entryTable(measured, inputs)}`)
    bars.push(...arxivBars(name, bare, measured, inputs))
  }
  print(`\n${table(['bars', 'measured', 'wanted', ''], bars.map(barRow))}`)
  return { ...numbers, bars }
}

/** One line an input and candidate: entries a second, and the cost beside the bare library. */
function entryTable(measured: Measurement, inputs: readonly InputFile[]): string {
  const rows = inputs.flatMap(({ name, bytes }) =>
    [...measured].map(([candidate, by]) => {
      const outcome = by.get(name)
      const bare = measured.get('bare')?.get(name)
      if (outcome === undefined || 'error' in outcome) {
        return [name, candidate, '-', '-', '-', outcome?.error.slice(0, 40) ?? '-']
      }
      const cost = bare !== undefined && 'ms' in bare ? outcome.ms / bare.ms : Number.NaN
      return [
        name,
        candidate,
        outcome.items === undefined ? '-' : String(outcome.items),
        figure((outcome.items ?? Number.NaN) / (outcome.ms / 1000)),
        figure(bytes / 1000 / outcome.ms),
        times(cost),
      ]
    }),
  )
  return table(['', 'candidate', 'entries', 'entries/s', 'MB/s', 'cost'], rows)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
