import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { provenance } from '../src/index.ts'
import { openClient } from './open-client.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))
const day = join(captures, '..', 'replay', '2026-08-20')
const skipped = existsSync(day) ? '' : ' (skipped: no replay folder beside the captures)'

test.skipIf(skipped !== '')(`serves a whole recorded day${skipped}`, async () => {
  const client = openClient({ replay: day })
  const entries: { url: string; status: number; file?: string; capturedAt: string }[] = JSON.parse(
    readFileSync(join(day, 'manifest.json'), 'utf8'),
  )
  expect(entries).toHaveLength(20)
  for (const { url, status, file, capturedAt } of entries) {
    const response = await client.fetch(url)
    expect([response.status, provenance(response)?.capturedAt]).toEqual([status, capturedAt])
    if (file === undefined) continue
    expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(join(day, file)))).toBe(
      true,
    )
  }
  expect(client.report().unusedRecordings).toEqual([])
})
