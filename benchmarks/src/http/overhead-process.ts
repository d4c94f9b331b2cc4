import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createClient,
  createMemoryStore,
  createSqliteStore,
  type StateStore,
} from '@inference-report/http'
import got from 'got'
import ky from 'ky'
import { Agent, request, fetch as undiciFetch } from 'undici'
import type { Overhead } from './overhead.ts'

/**
 * Asks one server for so many addresses, each for the first time, one after the other.
 *
 *     node overhead-process.ts <candidate> <origin> <bytes> <requests>
 */
const [, , candidate = '', origin = '', bytes = '0', count = '0'] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'inference-report-overhead-'))

type Read = (url: string) => Promise<ArrayBuffer | Uint8Array>

function ours(store: StateStore): Read {
  const client = createClient({
    store,
    robots: 'ignore',
    hostPolicy: { minSpacingMs: 0 },
    security: { allowPrivate: ['127.0.0.0/8'] },
  })
  return async (url) => (await client.fetch(url)).arrayBuffer()
}

const candidates: Readonly<Record<string, () => Read>> = {
  'bare undici': () => {
    const dispatcher = new Agent({ connections: 1 })
    return async (url) => (await request(url, { dispatcher })).body.arrayBuffer()
  },
  'undici, its fetch': () => {
    const dispatcher = new Agent({ connections: 1 })
    return async (url) => (await undiciFetch(url, { dispatcher })).arrayBuffer()
  },
  'ours, in memory': () => ours(createMemoryStore()),
  'ours, in a file': () => ours(createSqliteStore(join(folder, 'state.sqlite'))),
  got: () => async (url) => got(url).buffer(),
  ky: () => async (url) => ky(url).arrayBuffer(),
}

const read = candidates[candidate]?.()
if (read === undefined) throw new Error(`No candidate ${candidate}`)

async function round(name: string, requests: number): Promise<number> {
  const started = performance.now()
  for (let number = 0; number < requests; number++) {
    const body = await read?.(`${origin}/${bytes}/${name}-${number}`)
    if (body?.byteLength !== Number(bytes))
      throw new Error(`${candidate}: an answer of another length`)
  }
  return ((performance.now() - started) * 1000) / requests
}

await round('warm', 500)
globalThis.gc?.()
const microseconds = await round('timed', Number(count))
rmSync(folder, { recursive: true, force: true })
const told: Overhead = { microseconds }
process.send?.(told)
