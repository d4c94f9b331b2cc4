import { setTimeout } from 'node:timers/promises'
import type { CommandLine } from './command-line.ts'
import { type Execution, makeExecution } from './execution.ts'
import { flood } from './floods.ts'
import { bigInput } from './limits.ts'
import { checkMemory } from './memory.ts'
import { Random } from './random.ts'
import { readSeeds, type Seeds } from './seeds.ts'
import type { Report } from './worker.ts'

/** Bytes: large enough for 30 times an input to say more than the 32 MB beside it. */
const floodSize = 2_000_000

// Looked for slowly: this thread has the others to look after.
const pause = { every: 20, milliseconds: 40 }

async function nextBigExecution(
  seeds: Seeds,
  seed: number,
  from: number,
): Promise<Report['number']> {
  for (let number = from; ; number += 1) {
    if (number % pause.every === 0) await setTimeout(pause.milliseconds)
    if (number - from > 500 || makeExecution(seeds, seed, number).bytes.length >= bigInput)
      return number
  }
}

/** Memory, while the run lasts: floods and big inputs of the run, one after the other. How many it was. */
export async function checkMemories(
  { seed, corpus }: CommandLine,
  onReport: (report: Report) => void,
  signal: AbortSignal,
): Promise<number> {
  const seeds = readSeeds(corpus)
  let checked = 0
  for (let number = 0; !signal.aborted; checked += 1) {
    const isFlood = checked % 2 === 0
    if (!isFlood) number = await nextBigExecution(seeds, seed, number + 1)
    const execution: Execution = isFlood
      ? {
          target: 'feed',
          bytes: flood(new Random(seed, -checked), floodSize),
          url: 'https://fuzz.example/',
        }
      : makeExecution(seeds, seed, number)
    const failure = await checkMemory(execution, signal)
    if (failure !== undefined) onReport({ number, execution, failure })
  }
  return checked
}
