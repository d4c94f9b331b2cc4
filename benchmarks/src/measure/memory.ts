import { median } from './arithmetic.ts'
import type { InputFile } from './measure.ts'
import { MeasuredProcess } from './measured-process.ts'

/** Bytes by which a fresh process grows at most over one cold parse; `undefined` where it fails. */
export async function peakMemory(
  suite: URL,
  candidate: string,
  { path }: InputFile,
  { rounds, cap }: { rounds: number; cap: number },
): Promise<number | undefined> {
  const grown: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const child = new MeasuredProcess(suite, candidate, cap)
    const answer = await child.ask({ path, stringify: false, budget: 0, memory: true })
    child.close()
    if ('error' in answer || answer.grown === undefined) return undefined
    grown.push(answer.grown)
  }
  return median(grown)
}
