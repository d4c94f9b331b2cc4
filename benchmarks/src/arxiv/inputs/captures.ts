import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { InputFile } from '../../measure/measure.ts'

const folder: string = `${
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../../shared/captures', import.meta.url))
}/arxiv`

/** Those of these captures that are on this machine. */
export function capturesOf(names: readonly string[]): InputFile[] {
  return names.flatMap((name) => {
    const path = `${folder}/${name}`
    return existsSync(path)
      ? [{ name: name.replace(/^.*\//, ''), path, bytes: statSync(path).size }]
      : []
  })
}
