import { SourceError } from '@inference-report/source'
import { checkBodies, checkSchema, checkValues } from './check-record.ts'
import type { Execution } from './execution.ts'
import { type Failure, failure } from './failure.ts'
import { timeLimit } from './limits.ts'
import { targets } from './targets.ts'

/** The checks that cost more than the call itself, made on a sample. */
export interface Sampled {
  schema: boolean
  bodies: boolean
  twice: boolean
}

function isFeed(value: unknown): value is { items: { contentHtml?: string | undefined }[] } {
  return (
    typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)
  )
}

/** The first frame inside our own code, without line numbers: where a defect is, whatever the input. */
function frameOf(error: Error): string {
  const frame = /at (?:new )?([\w.#$<>]+) \([^)]*\/packages\/(?:feed|source)\//.exec(
    error.stack ?? '',
  )
  return frame?.[1] ?? ''
}

function thrown(error: unknown, { target }: Execution): Failure | undefined {
  if (target !== 'date' && target !== 'page' && SourceError.is(error)) return undefined
  if (!(error instanceof Error))
    return failure('throws', `${target} ${typeof error}`, String(error))
  const name = `${target} ${error.name} in ${frameOf(error)}: ${error.message.slice(0, 60)}`
  return failure('throws', name, error.stack ?? error.message)
}

// Of the processor, not of the clock: other programs' share of the machine is not the parser's.
function millisecondsOf(execution: Execution): number {
  const before = process.threadCpuUsage()
  try {
    targets[execution.target](execution)
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
  const started = performance.now()
  let result: unknown
  try {
    result = targets[target](execution)
  } catch (error) {
    const late = checkTime(execution, performance.now() - started)
    return thrown(error, execution) ?? late
  }
  const slow = checkTime(execution, performance.now() - started)
  if (slow !== undefined) return slow
  if (target === 'date') return checkValues(result, 'dateAt')
  const found = checkValues(result, target)
  if (found !== undefined) return found
  if (isFeed(result)) {
    const wrong = sampled.schema ? checkSchema(result) : undefined
    if (wrong !== undefined) return wrong
    const unsafe =
      sampled.bodies && target !== 'feed-unsanitized' ? checkBodies(result.items) : undefined
    if (unsafe !== undefined) return unsafe
  }
  if (!sampled.twice) return undefined
  const [one, two] = [JSON.stringify(result), JSON.stringify(targets[target](execution))]
  return one === two
    ? undefined
    : failure('not-deterministic', target, 'the same input gave two results')
}
