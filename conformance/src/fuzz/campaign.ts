import { Worker } from 'node:worker_threads'
import type { CommandLine } from './command-line.ts'
import { failure } from './failure.ts'
import { hangLimit } from './limits.ts'
import type { Prepared } from './suite.ts'
import { suites } from './suites/index.ts'
import type { Range, Report, WorkerData } from './worker.ts'

/** Milliseconds between two looks at the threads. */
const interval = 500

/** No execution is under way yet. */
const loading = -1

interface Lane {
  progress: Float64Array
  worker: Worker
  /** The execution under way at the last look, and since when. */
  seen: number
  since: number
  isDone: boolean
}

/** The threads of one run: hands over each failure, and gives up threads that hang. */
export class Campaign {
  readonly #options: CommandLine
  readonly #onReport: (report: Report) => void
  readonly #prepared: Prepared
  readonly #lanes: Lane[]
  readonly #done = Promise.withResolvers<void>()
  #countBefore = 0

  constructor(options: CommandLine, onReport: (report: Report) => void) {
    this.#options = options
    this.#onReport = onReport
    this.#prepared = suites[options.suite].prepare(options.corpus)
    const { threads: step, executions: end } = options
    this.#lanes = Array.from({ length: step }, (_, first) => this.#open({ first, step, end }))
  }

  /** Executions so far. */
  get count(): number {
    return this.#lanes.reduce((sum, { progress }) => sum + (progress[1] ?? 0), this.#countBefore)
  }

  /** Until all executions are made, or the time is up. */
  async run(onProgress: () => void): Promise<void> {
    const end = Date.now() + this.#options.seconds * 1000
    const timer = setInterval(() => {
      this.#giveUpHanging()
      onProgress()
      if (Date.now() >= end) this.#done.resolve()
    }, interval)
    try {
      await this.#done.promise
    } finally {
      clearInterval(timer)
      await Promise.all(this.#lanes.map(({ worker }) => worker.terminate()))
    }
  }

  #open(range: Range): Lane {
    const shared = new SharedArrayBuffer(16)
    const progress = new Float64Array(shared)
    // Until the thread has read its seeds, which takes long where others want the processor too.
    progress[0] = loading
    const { suite, seed, corpus } = this.#options
    const workerData: WorkerData = { suite, seed, corpus, progress: shared, range }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData })
    const lane: Lane = {
      progress,
      worker,
      seen: loading,
      since: Date.now(),
      isDone: false,
    }
    worker.on('message', this.#onReport)
    worker.on('error', (error) => this.#done.reject(error))
    worker.on('exit', () => {
      lane.isDone = true
      if (this.#lanes.every(({ isDone }) => isDone)) this.#done.resolve()
    })
    return lane
  }

  #giveUpHanging(): void {
    for (const [index, lane] of this.#lanes.entries()) {
      const [number = loading] = lane.progress
      if (lane.isDone || number !== lane.seen || number === loading) {
        lane.seen = number
        lane.since = Date.now()
      } else if (Date.now() - lane.since > hangLimit) {
        lane.worker.removeAllListeners('exit')
        void lane.worker.terminate()
        const execution = this.#prepared.make(this.#options.seed, number)
        const detail = `no answer in ${hangLimit / 1000} s for ${execution.bytes.length} bytes`
        this.#onReport({ number, execution, failure: failure('hang', execution.target, detail) })
        this.#countBefore += (lane.progress[1] ?? 0) + 1
        const { threads: step, executions: end } = this.#options
        this.#lanes[index] = this.#open({ first: number + step, step, end })
      }
    }
  }
}
