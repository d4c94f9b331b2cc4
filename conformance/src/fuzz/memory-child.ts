import type { Execution } from './execution.ts'
import { callFeed } from './targets.ts'

// Of the suites only `feed` is measured: what the others import would count as well.
function run(execution: Execution): unknown {
  try {
    return callFeed(execution)
  } catch (error) {
    return error
  }
}

// A process whose heap does not suffice dies instead of answering.
process.on('message', (execution: Execution) => {
  const kept = run(execution)
  globalThis.gc?.()
  process.send?.({ bytes: process.memoryUsage().heapUsed, isKept: kept !== undefined })
})
