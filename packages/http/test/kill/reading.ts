import { writeSync } from 'node:fs'
import { createClient, createSqliteStore } from '../../src/index.ts'

/**
 * A whole program that reads one address after the other, says which ones it has read, and is there
 * to be killed.
 *
 *     node reading.ts <file> <origin> <prefix of the addresses>
 */
const [, , path = '', origin = '', prefix = ''] = process.argv
const client = createClient({
  store: createSqliteStore(path),
  robots: 'ignore',
  minGapMs: 0,
  clock: { now: () => Date.UTC(2026, 10, 23, 7) },
  security: { allowPrivate: ['127.0.0.0/8'] },
})

for (let number = 0; ; number += 1) {
  const url = `${origin}/${prefix}-${number}`
  await (await client.fetch(url)).arrayBuffer()
  writeSync(1, `${url}\n`)
}
