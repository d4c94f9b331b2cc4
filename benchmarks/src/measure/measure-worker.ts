import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { Candidate, Entry, Input } from './candidate.ts'
import { checksum } from './checksum.ts'
import { decodeText } from './decode-text.ts'

export interface Task {
  path: string
  /** Whether the result is also written as JSON, inside the timing. */
  stringify: boolean
  /** Milliseconds to repeat it for; it is done once at least. */
  budget: number
  /** Whether memory is asked for; then it is done once, cold. */
  memory?: boolean
}

export type Answer =
  | {
      /** Milliseconds of one run. */
      ms: number
      /** Items read; `undefined` for those who make none. */
      items: number | undefined
      /** Bytes by which the process grew at most, where they were asked for. */
      grown?: number
    }
  | { error: string }

const [, , suite = '', name] = process.argv
const { candidates }: { candidates: readonly Entry[] } = await import(suite)
const candidate = await candidates.find((each) => each.name === name)?.load()
if (candidate === undefined) throw new Error(`No candidate ${name}`)
const { parse, items }: Candidate = candidate

const inputs = new Map<string, Input>()
function read(path: string): Input {
  const before = inputs.get(path)
  if (before !== undefined) return before
  const bytes = readFileSync(path)
  const input = { bytes: new Uint8Array(bytes), text: decodeText(bytes) }
  inputs.set(path, input)
  return input
}

/** The most memory ever held; elsewhere than on Linux as far as the system tells. */
function peak(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const status = readFileSync('/proc/self/status', 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024
}

// Keeps what was computed from being thought useless.
let sum = 0

// Milliseconds of one run at the last asking.
const known = new Map<string, number>()

/** Milliseconds to run an input for before its time is taken: none for one that takes long anyway. */
function settling(path: string): number {
  const ms = known.get(path) ?? Number.POSITIVE_INFINITY
  return ms < 250 ? Math.max(leastSettling, Math.min(2 * ms, 250)) : 0
}

// A small document takes tens of microseconds: it must be read some hundred times before the engine has
// compiled what it takes, in whatever parser.
const leastSettling = 12

async function answer({ path, stringify, budget, memory = false }: Task): Promise<Answer> {
  const input = read(path)
  // Only for memory: collecting everything also throws away code compiled for objects of before, so that
  // the next thing timed would be the compiler.
  if (memory) globalThis.gc?.()
  for (const until = performance.now() + settling(path); performance.now() < until; ) {
    sum += checksum(await parse(input))
  }
  const before = memory ? process.memoryUsage.rss() : 0
  let runs = 0
  let result: unknown
  const started = performance.now()
  let now = started
  do {
    const given = parse(input)
    // Waiting for what is there already would charge those who answer at once.
    result = given instanceof Promise ? await given : given
    sum += checksum(result)
    if (stringify) sum += JSON.stringify(result)?.length ?? 0
    runs += 1
    now = performance.now()
  } while (now - started < budget)
  const ms = (now - started) / runs
  known.set(path, ms)
  const one = { ms, items: items(result)?.length }
  return memory ? { ...one, grown: Math.max(0, peak() - before) } : one
}

process.on('message', async (task: Task) => {
  try {
    process.send?.(await answer(task))
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) })
  }
})
process.on('disconnect', () => process.exit(sum === 0.5 ? 1 : 0))
