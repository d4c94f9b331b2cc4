import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { root } from '../packages.ts'

/** Bytes. Larger files would only make the run slow; repetition makes large inputs of its own. */
export const largest = 64_000

/** Where the captures are, if they are. */
export const captures: string =
  process.env['CAPTURES_DIR'] ?? fileURLToPath(new URL('../shared/captures', `file://${root}`))

/** The files of a folder, none where there is no such folder. */
export function readFiles(folder: string, pattern: string, most: number = largest): Buffer[] {
  if (!existsSync(folder)) return []
  return globSync(pattern, { cwd: folder })
    .sort()
    .map((file) => `${folder}/${file}`)
    .filter((file) => statSync(file).isFile() && statSync(file).size <= most)
    .map((file) => readFileSync(file))
}

/** A package's own fixtures. */
export function readFixtures(name: string, pattern: string): Buffer[] {
  return readFiles(`${root}packages/${name}/test/fixtures`, pattern)
}

/** All files of a caller's folder; an error for none. */
export function readCorpus(folder: string): Buffer[] {
  const found = readFiles(folder, '**/*')
  if (found.length === 0) throw new Error(`No seeds in ${folder}`)
  return found
}

export function buffersOf(texts: readonly string[]): Buffer[] {
  return texts.map((text) => Buffer.from(text))
}
