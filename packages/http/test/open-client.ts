import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Client, type ClientOptions, createClient } from '../src/index.ts'

/** A client for one test and the servers of this machine, without a gap unless the test asks for one. */
export function openClient(options: ClientOptions = {}): Client {
  const client = createClient({
    minGapMs: 0,
    robots: 'ignore',
    security: { allowPrivate: ['127.0.0.0/8'] },
    ...options,
  })
  onTestFinished(() => client.close())
  return client
}

/** An empty folder for one test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inference-report-http-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
