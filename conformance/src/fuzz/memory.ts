import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Execution } from './execution.ts'
import { type Failure, failure } from './failure.ts'
import { hangLimit, memoryLimit } from './limits.ts'

/** What came of a call in a process with so much heap and no more. */
export type MemoryOutcome = 'enough' | 'not enough' | 'no answer'

function start(heap: number): ChildProcess {
  const limits = ['--expose-gc', `--max-old-space-size=${Math.floor(heap / 2 ** 20)}`]
  return fork(fileURLToPath(new URL('./memory-child.ts', import.meta.url)), {
    execArgv: [...process.execArgv, ...limits],
    serialization: 'advanced',
    // V8 writes pages when it runs out.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/**
 * Whether a call, its record still held, manages with a heap of so many bytes. How far a process
 * grows where memory is plenty says little: the collector has no reason to hurry.
 */
export async function callWithin(
  heap: number,
  execution: Execution,
  signal?: AbortSignal,
): Promise<MemoryOutcome> {
  const child = start(heap)
  const { promise, resolve } = Promise.withResolvers<MemoryOutcome>()
  const timer = setTimeout(() => resolve('no answer'), 3 * hangLimit)
  const onAbort = () => resolve('no answer')
  signal?.addEventListener('abort', onAbort)
  child.once('message', () => resolve('enough'))
  child.once('exit', () => resolve('not enough'))
  child.send(execution)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
    child.removeAllListeners()
    child.kill('SIGKILL')
  }
}

/** Whether a call takes more memory than its input allows. Not returning is the time check's business. */
export async function checkMemory(
  execution: Execution,
  signal?: AbortSignal,
): Promise<Failure | undefined> {
  const { target, bytes } = execution
  const limit = memoryLimit(bytes.length)
  if ((await callWithin(limit, execution, signal)) !== 'not enough') return undefined
  // How far beyond, roughly.
  const needs =
    (await callWithin(4 * limit, execution)) === 'not enough' ? 'more than' : 'less than'
  const megabytes = (size: number) => `${(size / 1e6).toFixed(1)} MB`
  return failure(
    'memory',
    target,
    `${megabytes(limit)} of heap are not enough for ${bytes.length} bytes, it takes ${needs} ${megabytes(4 * limit)}`,
  )
}
