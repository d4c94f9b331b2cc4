import { median } from './arithmetic.ts'
import type { Answer, Task } from './measure-worker.ts'

/** A document in a file. */
export interface InputFile {
  name: string
  path: string
  /** Its length. */
  bytes: number
}

export interface MeasureOptions {
  rounds: number
  stringify: boolean
  /** Milliseconds of warm-up, and again of timing, of one process over all its inputs. */
  budget: number
  /** Milliseconds after which a candidate is given up on an input. */
  cap: number
}

/** What one candidate took for one input, or why there is no number. */
export type Outcome = { ms: number; items: number | undefined } | { error: string }

/** By candidate, then by input. */
export type Measurement = ReadonlyMap<string, ReadonlyMap<string, Outcome>>

export interface Process {
  ask: (task: Task) => Promise<Answer>
  close: () => void
}

/** The order of a round: each begins with another candidate, so that none always follows the same. */
export function turns<T>(list: readonly T[], round: number): T[] {
  const first = round % Math.max(1, list.length)
  return [...list.slice(first), ...list.slice(0, first)]
}

/**
 * Medians over rounds in which every candidate has a process of its own: it loads, meets all inputs
 * once or more to warm up, then is timed on one after the other. An input on which a candidate fails
 * or passes the cap has no number for it, and is not tried again.
 */
export async function measure(
  candidates: readonly string[],
  inputs: readonly InputFile[],
  { rounds, stringify, budget, cap }: MeasureOptions,
  open: (candidate: string, cap: number) => Process,
): Promise<Measurement> {
  const share = budget / inputs.length
  const times = new Map(candidates.map((name) => [name, new Map<string, number[]>()]))
  const outcomes = new Map(candidates.map((name) => [name, new Map<string, Outcome>()]))
  for (let round = 0; round < rounds; round += 1) {
    for (const candidate of turns(candidates, round)) {
      const mine = outcomes.get(candidate)
      const lists = times.get(candidate)
      const opened = open(candidate, cap)
      for (const isTimed of [false, true]) {
        for (const { name, path } of inputs) {
          const before = mine?.get(name)
          if (before !== undefined && 'error' in before) continue
          const answer = await opened.ask({ path, stringify, budget: share })
          if ('error' in answer) mine?.set(name, answer)
          else if (isTimed) {
            const list = [...(lists?.get(name) ?? []), answer.ms]
            lists?.set(name, list)
            mine?.set(name, { ms: median(list), items: answer.items })
          }
        }
      }
      opened.close()
    }
  }
  return outcomes
}
