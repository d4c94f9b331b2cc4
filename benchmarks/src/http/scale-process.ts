import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, createSqliteStore } from '@inference-report/http'
import type { ScaleRun } from './scale.ts'

/**
 * One client that reads so many addresses of so many hosts, all hosts at the same time.
 *
 *     node scale-process.ts <port> <hosts> <addresses of a host>
 */
const [, , port = '', hosts = '0', each = '0'] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'inference-report-scale-'))
const store = createSqliteStore(join(folder, 'state.sqlite'))
const client = createClient({
  store,
  security: {
    allowPrivate: ['127.0.0.0/8'],
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  },
})

/** What is really in use: megabytes after everything else has been let go. */
function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

const total = Number(hosts) * Number(each)
const samples: ScaleRun['samples'] = []
let done = 0

function sample(): void {
  done += 1
  if (done % (total / 10) !== 0) return
  samples.push({ done, heap: heap(), resident: process.memoryUsage.rss() / 1e6 })
}

async function readHost(host: number): Promise<void> {
  for (let number = 0; number < Number(each); number++) {
    const response = await client.fetch(`http://h${host}.example:${port}/5000/${number}`)
    if ((await response.arrayBuffer()).byteLength !== 5000) throw new Error('another length')
    sample()
  }
}

const started = performance.now()
await Promise.all(Array.from({ length: Number(hosts) }, (_, host) => readHost(host)))
const seconds = (performance.now() - started) / 1000
const { hosts: reported } = client.report()
const counted = Object.values(reported).reduce((sum, { requests }) => sum + requests, 0)
await client.close()
await store.close()
rmSync(folder, { recursive: true, force: true })
const told: ScaleRun = { samples, seconds, reportedRequests: counted }
process.send?.(told)
