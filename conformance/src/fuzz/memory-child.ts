import type { Execution } from './execution.ts'
import { targets } from './targets.ts'

function run(execution: Execution): unknown {
  try {
    return targets[execution.target](execution)
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
