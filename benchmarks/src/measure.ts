import { performance } from 'node:perf_hooks'

export interface Candidate {
  name: string
  /** Does the whole job once; what it returns keeps the work from being optimized away. */
  run: () => unknown
}

export interface Measurement {
  name: string
  /** Median over the rounds, milliseconds for one run. */
  ms: number
}

/**
 * Times the candidates in turn, round after round, so that a slow moment of the machine meets all
 * of them. Each is warmed up first; ratios of one call are what may be quoted, not milliseconds.
 */
export async function measure(
  candidates: readonly Candidate[],
  rounds: number,
): Promise<Measurement[]> {
  const times = candidates.map((): number[] => [])
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, { run }] of candidates.entries()) {
      const started = performance.now()
      await run()
      if (round >= 0) times[index]?.push(performance.now() - started)
    }
  }
  return candidates.map(({ name }, index) => ({ name, ms: median(times[index] ?? []) }))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}
