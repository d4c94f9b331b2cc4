import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Task } from './measure-worker.ts'

const script = fileURLToPath(new URL('./measure-worker.ts', import.meta.url))

/** A process of its own for one candidate, which is given up where an input takes too long. */
export class MeasuredProcess {
  readonly #suite: string
  readonly #candidate: string
  readonly #cap: number
  #child: ChildProcess | undefined

  /** `suite`: the module whose `candidates` it is one of; `cap`: milliseconds for one answer. */
  constructor(suite: URL, candidate: string, cap: number) {
    this.#suite = suite.href
    this.#candidate = candidate
    this.#cap = cap
  }

  async ask(task: Task): Promise<Answer> {
    this.#child ??= fork(script, [this.#suite, this.#candidate], {
      // Without the condition that makes packages their sources: what is published is measured.
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const child = this.#child
    const { promise, resolve } = Promise.withResolvers<Answer>()
    const timer = setTimeout(
      () => resolve({ error: `over ${this.#cap / 1000} s` }),
      this.#cap + task.budget,
    )
    const onExit = () => resolve({ error: 'process died' })
    child.once('message', resolve)
    child.once('exit', onExit)
    child.send(task)
    const answer = await promise
    clearTimeout(timer)
    child.off('message', resolve)
    child.off('exit', onExit)
    if ('error' in answer && /^over |^process/.test(answer.error)) this.close()
    return answer
  }

  close(): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }
}
