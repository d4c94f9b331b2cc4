import type { Execution } from './execution.ts'
import type { FindingList } from './finding-list.ts'
import { writeFinding } from './findings.ts'
import { checkMemory } from './memory.ts'
import { minimise } from './minimise.ts'
import { Probe } from './probe.ts'

/** Milliseconds for one finding. */
const longest = 60_000

/** A few lines on one failure. */
interface Told {
  lines: string
  /** Whether it fails when called again, and was written down. */
  isFinding: boolean
}

/** Makes each input as small as it may be, and writes it down. Gives a few lines on each. */
export async function* writeFindings(
  list: FindingList,
  { seed, out }: { seed: number; out: string },
): AsyncGenerator<Told> {
  const probe = new Probe()
  for (const { times, failure, number, execution } of list) {
    const { kind, key, detail } = failure
    const stillFails = async (bytes: Uint8Array) => {
      const smaller: Execution = { ...execution, bytes }
      if (kind === 'memory') return (await checkMemory(smaller))?.key === key
      return (await probe.keyOf(smaller)) === (kind === 'hang' ? 'hang' : key)
    }
    // Where others want the processor too, ten seconds may pass without an input's fault.
    if (kind === 'hang' && !(await stillFails(execution.bytes))) {
      const lines = `\n${key} (${times} times), but not when called again: the machine was busy`
      yield { lines, isFinding: false }
      continue
    }
    // A hang is given up after ten seconds, and memory wants a process each time.
    const tries = kind === 'hang' || kind === 'memory' ? 30 : 2000
    const bounds = { tries, deadline: Date.now() + longest }
    const bytes = await minimise(execution.bytes, stillFails, bounds)
    const finding = { seed, number, failure, execution: { ...execution, bytes } }
    const file = writeFinding(out, finding)
    const lines = `\n${key} (${times} times)\n  ${detail.split('\n')[0]}\n  ${bytes.length} bytes: ${file}`
    yield { lines, isFinding: true }
  }
  await probe.close()
}
