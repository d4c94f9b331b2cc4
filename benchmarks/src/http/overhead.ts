import { median } from '../measure/arithmetic.ts'
import { turns } from '../measure/measure.ts'
import { ask, withServer } from './child.ts'

export interface Overhead {
  /** Of one request, from asking until the whole body is there. */
  microseconds: number
}

const candidates = [
  'bare undici',
  'undici, its fetch',
  'ours, in memory',
  'ours, in a file',
  'got',
  'ky',
] as const

const script = new URL('./overhead-process.ts', import.meta.url)

export const overheadSizes: readonly number[] = [1000, 30_000]

/** Microseconds a request, by candidate: medians over rounds in which each has a process of its own. */
export async function measureOverhead(
  bytes: number,
  { rounds, requests }: { rounds: number; requests: number },
): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(candidates.map((name) => [name, []]))
  await withServer(async (origin) => {
    for (let round = 0; round < rounds; round++) {
      for (const name of turns(candidates, round)) {
        const args = [name, origin, String(bytes), String(requests)]
        const { microseconds } = await ask<Overhead>(script, args)
        times.get(name)?.push(microseconds)
      }
    }
  })
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}
