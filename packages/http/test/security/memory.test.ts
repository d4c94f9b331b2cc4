import { expect, test } from 'vitest'
import type { BombCoding } from '../fault-server/bombs.ts'
import { measureBomb } from './measure-bomb.ts'

const sources = ['--conditions=@inference-report/source']

test.for(['gzip', 'br', 'zstd'] satisfies BombCoding[])(
  'a bomb of 1 GB in %s costs at most 64 MB',
  { timeout: 60_000 },
  async (coding) => {
    const { outcome, grown } = await measureBomb('ours', coding, 1024, sources)
    process.stdout.write(`1 GB in ${coding}: ${outcome}, ${Math.round(grown / 1e6)} MB\n`)
    expect(outcome).toBe('too-large')
    expect(grown).toBeLessThanOrEqual(64e6)
  },
)

test('also where only the cap is in the way, and no alarm', { timeout: 60_000 }, async () => {
  const { outcome, grown } = await measureBomb('ours-without-alarm', 'gzip', 1024, sources)
  process.stdout.write(`1 GB without the alarm: ${outcome}, ${Math.round(grown / 1e6)} MB\n`)
  expect(outcome).toBe('too-large')
  expect(grown).toBeLessThanOrEqual(64e6)
})

test('the measure can tell: without a cap the body is in memory', { timeout: 60_000 }, async () => {
  const { outcome, grown } = await measureBomb('fetch', 'gzip', 128, sources)
  expect(outcome).toBe(`${128 << 20} bytes`)
  expect(grown).toBeGreaterThan(128e6)
})
