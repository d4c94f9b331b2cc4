import { SourceError } from '@inference-report/source'
import type { Execution } from './execution.ts'
import { type Failure, failure } from './failure.ts'
import { timeLimit } from './limits.ts'
import type { Sampled } from './suite.ts'
import { suiteOf } from './suites/index.ts'

/** The first frame inside our own code, without line numbers: where a defect is, whatever the input. */
function frameOf(error: Error): string {
  const frame = /at (?:new )?([\w.#$<>]+) \([^)]*\/packages\/[\w-]+\/src\//.exec(error.stack ?? '')
  return frame?.[1] ?? ''
}

function thrown(error: unknown, execution: Execution): Failure | undefined {
  const { target } = execution
  if (SourceError.is(error) && suiteOf(execution).mayRefuse(target)) return undefined
  if (!(error instanceof Error))
    return failure('throws', `${target} ${typeof error}`, String(error))
  const name = `${target} ${error.name} in ${frameOf(error)}: ${error.message.slice(0, 60)}`
  return failure('throws', name, error.stack ?? error.message)
}

// Of the processor, not of the clock: other programs' share of the machine is not the parser's.
function millisecondsOf(execution: Execution): number {
  const before = process.threadCpuUsage()
  try {
    suiteOf(execution).call(execution)
  } catch {
    // Whether it may throw is another check's; this one asks how long it takes.
  }
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

function checkTime(execution: Execution, elapsed: number): Failure | undefined {
  const { target, bytes } = execution
  const limit = timeLimit(bytes.length)
  if (elapsed <= limit) return undefined
  // A slow moment, of the garbage collector say, does not come three times more.
  const least = Math.min(...[1, 2, 3].map(() => millisecondsOf(execution)))
  if (least <= limit) return undefined
  return failure(
    'slow',
    target,
    `${Math.round(least)} ms for ${bytes.length} bytes, limit ${Math.round(limit)} ms`,
  )
}

/** Calls the target once, or twice, and says what is wrong with what came of it. */
export function checkExecution(execution: Execution, sampled: Sampled): Failure | undefined {
  const { target } = execution
  const suite = suiteOf(execution)
  const started = performance.now()
  let result: unknown
  try {
    result = suite.call(execution)
  } catch (error) {
    const late = checkTime(execution, performance.now() - started)
    return thrown(error, execution) ?? late
  }
  const slow = checkTime(execution, performance.now() - started)
  if (slow !== undefined) return slow
  const found = suite.check(target, result, sampled)
  if (found !== undefined || !sampled.twice) return found
  const [one, two] = [JSON.stringify(result), JSON.stringify(suite.call(execution))]
  return one === two
    ? undefined
    : failure('not-deterministic', target, 'the same input gave two results')
}
