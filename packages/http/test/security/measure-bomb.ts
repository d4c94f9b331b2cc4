import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type BombCoding, sendBomb } from '../fault-server/bombs.ts'
import { serveHttp } from '../fault-server/servers.ts'

/** What it cost a fresh process to meet a bomb. */
export interface Bombed {
  /** What became of it: the code of an error, or how many bytes came out. */
  outcome: string
  /** Bytes by which the process grew at most. */
  grown: number
}

const script = fileURLToPath(new URL('./bomb-process.ts', import.meta.url))

/** Sends a bomb of so many MiB, decoded, to a reader in a process of its own. */
export async function measureBomb(
  reader: 'ours' | 'ours-without-alarm' | 'fetch',
  coding: BombCoding,
  mebibytes: number,
  execArgv: readonly string[] = [],
): Promise<Bombed> {
  const server = await serveHttp((request, response) => {
    if (request.url === '/bomb') void sendBomb(response, coding, mebibytes)
    else response.end('<rss></rss>')
  })
  const child = fork(script, [reader, server.origin], {
    execArgv: ['--no-warnings', '--expose-gc', ...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<Bombed>()
  child.once('message', (told: Bombed) => resolve(told))
  child.once('exit', () => reject(new Error('the reader died')))
  try {
    return await promise
  } finally {
    child.kill('SIGKILL')
    await server.close()
  }
}
