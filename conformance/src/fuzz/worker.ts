import { parentPort, workerData } from 'node:worker_threads'
import { checkExecution } from './check-execution.ts'
import type { Execution } from './execution.ts'
import type { Failure } from './failure.ts'
import type { SuiteName } from './suite.ts'
import { suites } from './suites/index.ts'

/** Executions `first`, `first + step`, … below `end`. */
export interface Range {
  first: number
  step: number
  end: number
}

export interface WorkerData {
  suite: SuiteName
  seed: number
  corpus: string | undefined
  /** Two doubles: the number of the execution under way, and how many are done. */
  progress: SharedArrayBuffer
  range: Range
}

/** What a thread says: a failure, or (`undefined`) that its range is done. */
export interface Report {
  number: number
  execution: Execution
  failure: Failure
}

const data: WorkerData = workerData
const prepared = suites[data.suite].prepare(data.corpus)
const progress = new Float64Array(data.progress)
const { first, step, end } = data.range
for (let number = first; number < end; number += step) {
  progress[0] = number
  const execution = prepared.make(data.seed, number)
  const turn = Math.floor(number / step)
  const sampled = { schema: turn % 4 === 0, bodies: turn % 8 === 1, twice: turn % 16 === 2 }
  const failure = checkExecution(execution, sampled)
  if (failure !== undefined)
    parentPort?.postMessage({ number, execution, failure } satisfies Report)
  progress[1] = (progress[1] ?? 0) + 1
}
