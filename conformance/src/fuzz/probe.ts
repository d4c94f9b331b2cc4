import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Execution } from './execution.ts'
import { hangLimit } from './limits.ts'

/** A thread that has loaded what it needs. */
async function start(): Promise<Worker> {
  const worker = new Worker(new URL('./probe-worker.ts', import.meta.url))
  await once(worker, 'message')
  return worker
}

/** Runs single executions in a thread that can be given up, to see whether they still fail. */
export class Probe {
  #worker: Worker | undefined

  /** The failure's key, `'hang'`, or `undefined` where nothing is wrong. */
  async keyOf(execution: Execution): Promise<string | undefined> {
    this.#worker ??= await start()
    const worker = this.#worker
    const { promise, resolve, reject } = Promise.withResolvers<string | undefined>()
    const timer = setTimeout(() => resolve('hang'), hangLimit)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.postMessage(execution)
    try {
      const key = await promise
      if (key === 'hang') await this.close()
      return key
    } finally {
      clearTimeout(timer)
      worker.off('message', resolve)
      worker.off('error', reject)
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }
}
