import { Worker } from 'node:worker_threads'
import type { Case } from './check.ts'
import type { FeedRecord } from './record.ts'
import type { Answer } from './worker.ts'

export type Outcome = { record: FeedRecord } | { error: string } | { hang: true }

function isRecord(value: object): value is FeedRecord {
  return 'items' in value
}

/**
 * Runs one parser over inputs in a thread of its own, so that an endless loop or an error outside any call
 * costs one input and not the table.
 */
export class ParserThread {
  readonly #name: string
  readonly #cap: number
  #worker: Worker | undefined

  /** `cap`: milliseconds an input may take. */
  constructor(name: string, cap: number) {
    this.#name = name
    this.#cap = cap
  }

  async parse(input: Case['input']): Promise<Outcome> {
    this.#worker ??= new Worker(new URL('./worker.ts', import.meta.url), { workerData: this.#name })
    const worker = this.#worker
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    const timer = setTimeout(() => resolve({ hang: true }), this.#cap)
    const onMessage = (answer: Answer) => {
      if ('error' in answer) resolve(answer)
      else resolve(isRecord(answer.record) ? { record: answer.record } : { error: 'no record' })
    }
    const onError = (error: Error) => resolve({ error: `outside the call: ${error.message}` })
    worker.once('message', onMessage)
    worker.once('error', onError)
    worker.postMessage(input)
    const outcome = await promise
    clearTimeout(timer)
    worker.off('message', onMessage)
    worker.off('error', onError)
    if ('hang' in outcome || ('error' in outcome && outcome.error.startsWith('outside'))) {
      await this.close()
    }
    return outcome
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }
}
