import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { InputFile } from '../../measure/measure.ts'
import type { GeneratedFeed } from './generated-feeds.ts'

/** Generated feeds as files, which every process reads for itself; they go when this one does. */
export function writeFeeds(feeds: readonly GeneratedFeed[]): InputFile[] {
  const folder = mkdtempSync(`${tmpdir()}/inference-report-bench-`)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return feeds.map(({ name, text }, index) => {
    const path = `${folder}/${index}.xml`
    const bytes = Buffer.from(text)
    writeFileSync(path, bytes)
    return { name, path, bytes: bytes.length }
  })
}
