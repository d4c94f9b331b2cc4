import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seeded } from '../kill/seeded.ts'
import { feeds } from './feeds.ts'
import { openGrader, type Score } from './grader.ts'
import type { Tick } from './reader.ts'

export interface Simulation {
  days: number
  /** Minutes between two looks at the feeds: what a timer of the program does. */
  everyMinutes: number
  /** How often the program ends and is started again. */
  restarts: number
  /** How often it is killed, every other time in the middle of a request. */
  kills: number
  /** Arguments of `node` for the reader's process. */
  execArgv?: readonly string[]
}

export interface Simulated {
  score: Score
  restarts: number
  kills: number
}

const script = fileURLToPath(new URL('./reader-process.ts', import.meta.url))
const minute = 60_000

export const month: Simulation = { days: 30, everyMinutes: 20, restarts: 12, kills: 12 }

/** Lets a reader live for a month, in a process of its own that is ended, killed and started again. */
export async function simulate(
  module: URL,
  { days, everyMinutes, restarts, kills, execArgv = [] }: Simulation,
): Promise<Simulated> {
  const start = Date.UTC(2026, 10, 23, 7)
  const folder = mkdtempSync(join(tmpdir(), 'inference-report-score-'))
  const grader = await openGrader(start)
  const ticks = Math.floor((days * 24 * 60) / everyMinutes)
  const events = plan(ticks, restarts, kills)
  const done = { restarts: 0, kills: 0 }
  let held = 0
  // Each feed in its turn: those that want to be left alone for long must be so after a kill, too.
  const nextFeed = () => feeds[held++ % feeds.length]?.path ?? ''
  let child: ChildProcess | undefined
  let midRequest: Promise<void> | undefined
  let complaints = () => ''

  async function alive(now: number): Promise<ChildProcess> {
    if (child !== undefined) return child
    child = fork(script, [module.href, folder, String(now)], {
      execArgv: ['--no-warnings', ...execArgv],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const words: string[] = []
    child.stderr?.setEncoding('utf8').on('data', (text: string) => words.push(text))
    complaints = () => words.join('').slice(-1000)
    await said(child)
    return child
  }

  async function end(how: 'SIGKILL' | 'disconnect'): Promise<void> {
    const ending = child
    child = undefined
    if (ending === undefined || ending.exitCode !== null) return
    const exited = once(ending, 'exit')
    if (how === 'SIGKILL') ending.kill('SIGKILL')
    else ending.disconnect()
    await exited
  }

  try {
    for (let tick = 0; tick < ticks; tick++) {
      const now = start + tick * everyMinutes * minute
      grader.setTime(now)
      const event = events.get(tick)
      if (event === 'restart') {
        await end('disconnect')
        done.restarts += 1
      } else if (event === 'kill') {
        await end('SIGKILL')
        done.kills += 1
      } else if (event === 'kill in a request') midRequest ??= grader.hold(nextFeed())
      const process = await alive(now)
      const look: Tick = { now, urls: grader.urls }
      process.send(look)
      const read = said(process).then(() => 'read' as const)
      const came = await Promise.race([read, ...(midRequest === undefined ? [] : [midRequest])])
      if (came !== 'read') {
        read.catch(() => {})
        midRequest = undefined
        await end('SIGKILL')
        done.kills += 1
      }
    }
    return { score: grader.score(), ...done }
  } catch (error) {
    throw new Error(`the simulation broke off: ${complaints()}`, { cause: error })
  } finally {
    await end('disconnect')
    await grader.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** When the program ends how; the first day is left in peace, so that every feed has been read once. */
function plan(ticks: number, restarts: number, kills: number): Map<number, string> {
  const random = seeded(7)
  const events = new Map<number, string>()
  const kinds = [
    ...Array<string>(restarts).fill('restart'),
    ...Array.from({ length: kills }, (_, index) =>
      index % 2 === 0 ? 'kill' : 'kill in a request',
    ),
  ]
  const first = Math.min(72, Math.floor(ticks / 10))
  for (const kind of kinds) {
    let tick = 0
    do tick = first + Math.floor(random() * (ticks - first))
    while (events.has(tick))
    events.set(tick, kind)
  }
  return events
}

/** The next word of a process; rejects where it dies instead. */
async function said(child: ChildProcess): Promise<void> {
  const listening = new AbortController()
  const { signal } = listening
  try {
    await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(() => {
        throw new Error('the reader died')
      }),
    ])
  } finally {
    listening.abort()
  }
}
