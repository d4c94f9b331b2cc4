import { parentPort } from 'node:worker_threads'
import { checkExecution } from './check-execution.ts'
import type { Execution } from './execution.ts'

parentPort?.on('message', (execution: Execution) => {
  const failure = checkExecution(execution, { schema: true, bodies: true, twice: true })
  parentPort?.postMessage(failure?.key)
})
