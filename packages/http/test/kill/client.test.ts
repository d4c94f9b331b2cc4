import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createSqliteStore } from '../../src/index.ts'
import { onStage } from '../behaviours/on-stage.ts'
import { day, hour } from '../fault-server/fake-clock.ts'
import { feedHandler } from '../fault-server/feed-origin.ts'
import { kindOf } from '../fault-server/seen-request.ts'
import { seeded } from './seeded.ts'

const script = fileURLToPath(new URL('./reading.ts', import.meta.url))
const kills = Math.ceil(Number(process.env['KILLS'] ?? 200) / 10)

/** Starts the program, kills it after so many answers, and returns what it had read. */
async function killReader(
  path: string,
  origin: string,
  prefix: string,
  moment: { answers: number; ms: number },
): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--conditions=@inference-report/source', script, path, origin, prefix],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const closed = once(child, 'close')
  let output = ''
  let isDoomed = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (isDoomed || output.split('\n').length <= moment.answers) return
    isDoomed = true
    setTimeout(() => child.kill('SIGKILL'), moment.ms)
  })
  const [, signal] = await closed
  expect(signal).toBe('SIGKILL')
  return output.split('\n').slice(0, -1)
}

test(`${kills} programs are killed while they read: what was read is known, and asked conditionally`, async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(
    feedHandler(() => ({ body: '<rss></rss>'.repeat(200), etag: '"a"' })),
  )
  const path = `${stage.folder()}/state.sqlite`
  const random = seeded(7)
  const read: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const moment = { answers: 1 + Math.floor(random() * 20), ms: random() * 5 }
    read.push(...(await killReader(path, origin, `${kill}`, moment)))
  }
  expect(read.length).toBeGreaterThan(kills)

  const asked = requests.length
  const store = stage.keep(createSqliteStore(path))
  const client = stage.client({ robots: 'ignore', minGapMs: 0, store })
  stage.clock.advance(hour / 2)
  for (const url of read) expect((await client.fetch(url)).status).toBe(200)
  // Half an hour is too early, also for a new program.
  expect(requests).toHaveLength(asked)

  stage.clock.advance(2 * day)
  for (const url of read) expect((await client.fetch(url)).status).toBe(200)
  const again = requests.slice(asked)
  expect(again).toHaveLength(read.length)
  expect(again.filter((request) => kindOf(request) === 'U')).toEqual([])
  expect(store.warnings).toEqual([])
}, 180_000)
