import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { createSqliteStore } from '../../src/index.ts'
import { killWriter } from './kill-writer.ts'
import { seeded } from './seeded.ts'

const kills = Number(process.env['KILLS'] ?? 200)

interface Stored {
  number: number
  etag: string
  filling: string
}

async function read(path: string, keys: readonly string[]): Promise<Map<string, Stored>> {
  const store = createSqliteStore(path)
  const found = new Map<string, Stored>()
  for (const key of keys) {
    const value = await store.get(key)
    if (value !== undefined) found.set(key, JSON.parse(Buffer.from(value).toString()))
  }
  // A file that was given up for a new one would be empty, and say so here.
  expect(store.warnings).toEqual([])
  await store.close()
  return found
}

test(`${kills} processes are killed while they write, two at a time to one file: nothing is lost`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inference-report-kill-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'state.sqlite')
  const random = seeded(20_261_123)
  const promised = new Map<string, number>()
  let acknowledged = 0
  let killedWhileWriting = 0

  async function lane(name: string, count: number): Promise<void> {
    for (let kill = 0; kill < count; kill++) {
      // One in ten dies before it has written anything: while it opens the file, or makes it.
      const early = random() < 0.1
      const moment = early
        ? { writes: 0, ms: 30 + random() * 60 }
        : { writes: 1 + Math.floor(random() * 30), ms: random() * 4 }
      const done = await killWriter(path, name, kill * 1_000_000 + 1, moment)
      acknowledged += done.size === 0 ? 0 : countOf(done, kill)
      if (done.size > 0) killedWhileWriting += 1
      for (const [key, number] of done) promised.set(key, number)
      // Reading waits for the other lane's writer; all of it is read at the end in any case.
      if (kill % 5 === 0) await check(name)
    }
    await check(name)
  }

  /** How many writes a process acknowledged: its numbers have no gaps. */
  function countOf(done: ReadonlyMap<string, number>, kill: number): number {
    return Math.max(...done.values()) - kill * 1_000_000
  }

  async function check(name: string): Promise<void> {
    const own = [...promised].filter(([key]) => key.startsWith(`validators ${name} `))
    const stored = await read(
      path,
      own.map(([key]) => key),
    )
    for (const [key, number] of own) {
      const value = stored.get(key)
      // The last write may have been made and not been acknowledged any more.
      expect(value?.number, key).toBeGreaterThanOrEqual(number)
      expect(value?.etag).toBe(`"${value?.number}"`)
      expect(value?.filling).toBe(
        String(value?.number)
          .padStart(8, '0')
          .repeat(((value?.number ?? 0) * 7919) % 600),
      )
    }
  }

  await Promise.all([lane('a', Math.ceil(kills / 2)), lane('b', Math.floor(kills / 2))])

  const counter = (await read(path, ['counter'])).get('counter')?.number ?? 0
  // Both processes count in one value: had one ever overwritten the other, some would be missing.
  expect(counter).toBeGreaterThanOrEqual(acknowledged)
  expect(counter).toBeLessThanOrEqual(acknowledged + kills)
  expect(killedWhileWriting).toBeGreaterThan(kills / 2)

  const database = new DatabaseSync(path)
  onTestFinished(() => database.close())
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  process.stdout.write(
    `${kills} kills, ${killedWhileWriting} of them in the middle of writing, ${acknowledged} acknowledged writes: 0 lost, file whole\n`,
  )
}, 180_000)
