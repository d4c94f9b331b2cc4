import { candidates } from './candidates/index.ts'
import type { InputFile, Measurement } from './measure.ts'
import { ratio, throughput } from './ratios.ts'
import { figure, table, times } from './table.ts'

const names = candidates.map(({ name }) => name)

/** One line a candidate: throughput, and how many times as fast as feedsmith and the floor it is. */
export function speedTable(measured: Measurement, inputs: readonly InputFile[]): string {
  const head = ['', 'MB/s', 'feeds/s', 'feedsmith, per file', 'over all bytes']
  head.push('floor, per file', 'over all bytes', 'files', 'items')
  return table(
    head,
    names.map((name) => {
      const { megabytesPerSecond, feedsPerSecond, files, items } = throughput(
        measured,
        inputs,
        name,
      )
      const [feedsmith, floor] = ['feedsmith', 'floor'].map((slow) =>
        ratio(measured, inputs, name, slow),
      )
      return [
        name,
        figure(megabytesPerSecond),
        figure(feedsPerSecond),
        times(feedsmith?.perFile ?? Number.NaN),
        times(feedsmith?.overall ?? Number.NaN),
        times(floor?.perFile ?? Number.NaN),
        times(floor?.overall ?? Number.NaN),
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
    names.map((candidate) => [
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
    names.map((candidate) => [
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
