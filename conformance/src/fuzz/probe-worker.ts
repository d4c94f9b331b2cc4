import { parentPort } from 'node:worker_threads'
import { checkExecution } from './check-execution.ts'
import type { Execution } from './execution.ts'

/** Says that everything is loaded: only from now on time is an input's own. */
parentPort?.postMessage('ready')

parentPort?.on('message', (execution: Execution) => {
  const failure = checkExecution(execution, { schema: true, bodies: true, twice: true })
  parentPort?.postMessage(failure?.key)
})
