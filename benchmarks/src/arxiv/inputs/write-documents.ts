import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { InputFile } from '../../measure/measure.ts'

export interface GeneratedDocument {
  name: string
  text: string
}

/** Generated documents as files, which every process reads for itself; they go when this one does. */
export function writeDocuments(documents: readonly GeneratedDocument[]): InputFile[] {
  const folder = mkdtempSync(`${tmpdir()}/inference-report-bench-`)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return documents.map(({ name, text }, index) => {
    const path = `${folder}/${index}`
    const bytes = Buffer.from(text)
    writeFileSync(path, bytes)
    return { name, path, bytes: bytes.length }
  })
}
