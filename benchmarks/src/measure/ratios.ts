import { geometricMean, total } from './arithmetic.ts'
import type { InputFile, Measurement } from './measure.ts'

/** How many times as fast one candidate is as another, over the inputs that both read. */
export interface Ratio {
  /** Geometric mean of the ratios of single files: each file counts the same. */
  perFile: number
  /** Of the times of all files together: each byte counts the same. */
  overall: number
  /** How many files both read. */
  files: number
}

function timesOf(measured: Measurement, candidate: string, inputs: readonly InputFile[]) {
  return inputs.map(({ name }) => {
    const outcome = measured.get(candidate)?.get(name)
    return outcome !== undefined && 'ms' in outcome ? outcome.ms : undefined
  })
}

export function ratio(
  measured: Measurement,
  inputs: readonly InputFile[],
  fast: string,
  slow: string,
): Ratio {
  const mine = timesOf(measured, fast, inputs)
  const pairs = timesOf(measured, slow, inputs).flatMap((theirs, index) => {
    const own = mine[index]
    return own === undefined || theirs === undefined ? [] : [{ own, theirs }]
  })
  return {
    perFile: geometricMean(pairs.map(({ own, theirs }) => theirs / own)),
    overall: total(pairs.map(({ theirs }) => theirs)) / total(pairs.map(({ own }) => own)),
    files: pairs.length,
  }
}

/** What a candidate read and how fast; one MB is 10⁶ bytes. */
export interface Throughput {
  megabytesPerSecond: number
  filesPerSecond: number
  files: number
  items: number | undefined
}

export function throughput(
  measured: Measurement,
  inputs: readonly InputFile[],
  candidate: string,
): Throughput {
  const times = timesOf(measured, candidate, inputs)
  const ms = total(times.map((time) => time ?? 0))
  const read = inputs.filter((_, index) => times[index] !== undefined)
  const counts = read.map(({ name }) => {
    const outcome = measured.get(candidate)?.get(name)
    return outcome !== undefined && 'items' in outcome ? outcome.items : undefined
  })
  return {
    megabytesPerSecond: total(read.map(({ bytes }) => bytes)) / 1000 / ms,
    filesPerSecond: (read.length * 1000) / ms,
    files: read.length,
    items: counts.includes(undefined) ? undefined : total(counts.map((count) => count ?? 0)),
  }
}
