import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./writer.ts', import.meta.url))

/** When a writer dies: after so many acknowledged writes, and so many more milliseconds. */
export interface Moment {
  writes: number
  ms: number
}

/** Starts a writer, kills it at that moment, and returns what it had acknowledged: key and number. */
export async function killWriter(
  path: string,
  lane: string,
  first: number,
  { writes, ms }: Moment,
): Promise<Map<string, number>> {
  const child = spawn(process.execPath, ['--no-warnings', script, path, lane, String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let output = ''
  let complaints = ''
  const kill = () => setTimeout(() => child.kill('SIGKILL'), ms)
  if (writes === 0) kill()
  let seen = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    const before = seen
    seen += text.split('\n').length - 1
    if (before < writes && seen >= writes) kill()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  const [, signal] = await exited
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${complaints}`)
  await Promise.all(
    [child.stdout, child.stderr].filter((end) => !end.closed).map((end) => once(end, 'close')),
  )
  return new Map(
    output
      .split('\n')
      .slice(0, -1)
      .map((line): [string, number] => {
        const [key = '', number = ''] = line.split('\t')
        return [key, Number(number)]
      }),
  )
}
