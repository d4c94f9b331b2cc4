import { figure, table, times } from '../table.ts'
import type { InputFile, Measurement } from './measure.ts'
import { ratio, throughput } from './ratios.ts'

/** One line a candidate: throughput, and how many times as fast as each of `references` it is. */
export function speedTable(
  measured: Measurement,
  inputs: readonly InputFile[],
  references: readonly string[],
): string {
  const columns = references.flatMap((name) => [`${name}, per file`, 'over all bytes'])
  return table(
    ['', 'MB/s', 'files/s', ...columns, 'files', 'items'],
    [...measured.keys()].map((name) => {
      const { megabytesPerSecond, filesPerSecond, files, items } = throughput(
        measured,
        inputs,
        name,
      )
      const ratios = references.flatMap((slow) => {
        const { perFile, overall } = ratio(measured, inputs, name, slow)
        return [times(perFile), times(overall)]
      })
      return [
        name,
        figure(megabytesPerSecond),
        figure(filesPerSecond),
        ...ratios,
        `${files}/${inputs.length}`,
        items === undefined ? '-' : String(items),
      ]
    }),
  )
}

/** One line a candidate, one column an input: milliseconds and items, or why there are none. */
export function inputTable(measured: Measurement, inputs: readonly InputFile[]): string {
  return table(
    ['ms (items)', ...inputs.map(({ name }) => name)],
    [...measured.keys()].map((candidate) => [
      candidate,
      ...inputs.map(({ name }) => {
        const outcome = measured.get(candidate)?.get(name)
        if (outcome === undefined) return '-'
        if ('error' in outcome)
          return /^over|^process/.test(outcome.error) ? outcome.error : 'throws'
        return `${figure(outcome.ms)}${outcome.items === undefined ? '' : ` (${outcome.items})`}`
      }),
    ]),
  )
}

/** Microseconds of one item, by candidate, for feeds of so many items each. */
export function itemTimes(
  measured: Measurement,
  inputs: readonly InputFile[],
  counts: readonly number[],
): Map<string, number[]> {
  return new Map(
    [...measured.keys()].map((candidate) => [
      candidate,
      inputs.map(({ name }, index) => {
        const outcome = measured.get(candidate)?.get(name)
        const ms = outcome !== undefined && 'ms' in outcome ? outcome.ms : Number.NaN
        return (ms * 1000) / (counts[index] ?? Number.NaN)
      }),
    ]),
  )
}

/** How much longer an item takes in the longest feed than in the shortest. */
export function growthOf(microseconds: readonly number[] | undefined): number {
  return (microseconds?.at(-1) ?? Number.NaN) / (microseconds?.[0] ?? Number.NaN)
}
