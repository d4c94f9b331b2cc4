import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Seen, ServerTold } from './loopback-server.ts'

/** A process of this suite, and its first message. */
export async function ask<T>(script: URL, args: readonly string[]): Promise<T> {
  const child = start(script, args)
  try {
    return await heard<T>(child)
  } finally {
    child.kill('SIGKILL')
  }
}

function start(script: URL, args: readonly string[]): ChildProcess {
  return fork(fileURLToPath(script), args, {
    // Without the condition that makes packages their sources: what is published is measured.
    execArgv: ['--expose-gc', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function heard<T>(child: ChildProcess): Promise<T> {
  const done = new AbortController()
  const exited = once(child, 'exit', { signal: done.signal }).then(() => {
    throw new Error('the process died')
  })
  exited.catch(() => {})
  try {
    const [message]: T[] = await Promise.race([once(child, 'message'), exited])
    if (message === undefined) throw new Error('the process said nothing')
    return message
  } finally {
    done.abort()
  }
}

/** A server for as long as `use` takes. */
export async function withServer<T>(
  use: (origin: string, seen: () => Promise<Seen>) => Promise<T>,
): Promise<T> {
  const child = start(new URL('./loopback-server.ts', import.meta.url), [])
  try {
    const { port = 0 } = await heard<ServerTold>(child)
    return await use(`http://127.0.0.1:${port}`, async () => {
      child.send('seen')
      const { seen } = await heard<ServerTold>(child)
      if (seen === undefined) throw new Error('the server has not counted')
      return seen
    })
  } finally {
    child.disconnect()
  }
}
